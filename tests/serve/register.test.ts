import { describe, expect, it } from "vitest";
import { AssignmentsResponseSchema, type AssignmentsQuery } from "../../src/contract/assignments.ts";
import { readSchedule } from "../../src/language/deadlines.ts";
import type { Assignment, Plan } from "../../src/parse/types.ts";
import { findAssignments } from "../../src/serve/register.ts";
import { smallPlan } from "../helpers/small-plan.ts";

function assignment(plan: Plan, change: Partial<Assignment>): Assignment {
  const section = plan.sections.find(({ id }) => id === "II.1") ?? plan.sections[0]!;
  const evidence = { sectionId: section.id, start: section.start, end: section.end };
  return {
    documentId: plan.id,
    kind: "task",
    agency: "Sở Y tế",
    canonicalAgency: "Sở Y tế",
    agencyPlace: null,
    role: "lead",
    task: "Chủ trì bệnh án điện tử",
    partners: [],
    time: null,
    schedule: null,
    budget: null,
    budgetDong: null,
    product: null,
    reports: [],
    reportTo: [],
    evidence,
    agencyEvidence: evidence,
    ...change,
  };
}

const first = smallPlan({ id: "mot", place: "Thử Một" });
const second = smallPlan({ id: "hai", place: "Thử Hai" });
const plans: Plan[] = [
  {
    ...first,
    placeAliases: ["TM"],
    assignments: [
      assignment(first, {}),
      assignment(first, {
        agency: "Sở KH&CN",
        canonicalAgency: "Sở Khoa học và Công nghệ",
        role: "support",
        task: "Phối hợp",
        partners: ["Sở Tài chính"],
        time: "Năm 2025",
        budget: "3.600 triệu đồng",
        product: "Báo cáo khảo sát",
      }),
    ],
  },
  { ...second, assignments: [assignment(second, { agency: "Ban Chuyển đổi số lạ", canonicalAgency: null, role: "all", task: "Báo cáo" })] },
];

const tasksFor = (query: AssignmentsQuery): string[] =>
  findAssignments(query, plans).assignments.map(({ documentId, agency }) => `${documentId}: ${agency}`);
const [health, science, unknown] = ["mot: Sở Y tế", "mot: Sở KH&CN", "hai: Ban Chuyển đổi số lạ"];

describe("findAssignments", () => {
  it.each<[AssignmentsQuery, (string | undefined)[]]>([
    [{}, [health, science, unknown]],
    [{ document: "mot" }, [health, science]],
    [{ document: "khong-co" }, []],
    [{ place: "thu mot" }, [health, science]],
    [{ place: "tỉnh Thử Một" }, [health, science]],
    [{ place: "TM" }, [health, science]],
    [{ place: "Thử" }, []],
    [{ place: "  " }, []],
    [{ agency: "so y te" }, [health]],
    [{ agency: "Sở Khoa học và Công nghệ" }, [science]],
    [{ agency: "Sở KHCN" }, [science]],
    [{ agency: "so khoa hoc cong nghe" }, [science]],
    [{ agency: "Sở Khoa" }, [science]],
    [{ agency: "Sở Kho" }, []],
    [{ agency: "Department of Health" }, [health]],
    [{ agency: "chuyển đổi số" }, [unknown]],
    [{ agency: "!" }, []],
    [{ role: "support" }, [science]],
    [{ role: "lead", document: "hai" }, []],
    [{ q: "benh an" }, [health]],
    [{ q: "tài chính 2025" }, [science]],
    [{ q: "khao sat" }, [science]],
    [{ q: "không có chữ này" }, []],
  ])("finds for %j", (query, expected) => {
    expect(tasksFor(query)).toEqual(expected);
  });

  it("cites every row, in the contract's shape", () => {
    const found = findAssignments({ document: "mot" }, plans);
    expect(AssignmentsResponseSchema.parse(found)).toEqual(found);
    expect(found.total).toBe(2);
    expect(found.assignments[1]).toMatchObject({ time: "Năm 2025", budget: "3.600 triệu đồng", product: "Báo cáo khảo sát" });
    const row = found.assignments[0];
    expect(row).toMatchObject({ sectionId: "II.1", sectionLabel: "II.1", place: "Thử Một", agencyEnglish: "Department of Health" });
    expect(row?.reference).toBe("II.1 Kế hoạch ứng dụng trí tuệ nhân tạo");
    expect(row?.url).toMatch(/^\/documents\/mot#s=II\.1&q=\d+-\d+&h=[0-9a-f]{16}$/u);
  });

  it("keeps what is due by a day: what ends by then, and what returns every year", () => {
    const timed = (time: string | null): Plan => ({
      ...first,
      assignments: [assignment(first, { time, schedule: time === null ? null : readSchedule(time) })],
    });
    const found = (time: string | null): number => findAssignments({ due_before: "2025-12-31" }, [timed(time)]).total;
    expect(["Năm 2022 – 2025", "trước ngày 05/12 hằng năm", "2025-2030", "Thường xuyên", null].map(found)).toEqual([1, 1, 0, 0, 0]);
  });

  it("gives a report inside a task a row of its own, and a task that is to report a row for each of its reports", () => {
    const task = "Theo dõi Kế hoạch; báo cáo UBND tỉnh trước ngày 05/12 hằng năm";
    const at = { sectionId: "II.1", start: 100, end: 100 + task.length };
    const time = "trước ngày 05/12 hằng năm";
    const clause = { sectionId: "II.1", start: 100 + task.indexOf("báo cáo"), end: 100 + task.length };
    const report = { to: ["UBND tỉnh"], via: ["Sở Y tế"], time, schedule: readSchedule(time), evidence: clause };
    const rows = (change: Partial<Assignment>): unknown[] =>
      findAssignments({}, [
        { ...first, assignments: [assignment(first, { task, evidence: at, reports: [report], ...change })] },
      ]).assignments.map((row) => [row.kind, row.task, row.reportTo, row.reportVia, row.schedule?.rule ?? null]);
    const rule = "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5";
    expect(rows({})).toEqual([
      ["task", task, [], [], null],
      ["report", "báo cáo UBND tỉnh trước ngày 05/12 hằng năm", ["UBND tỉnh"], ["Sở Y tế"], rule],
    ]);
    expect(rows({ kind: "report", schedule: readSchedule(time) })).toEqual([["report", task, ["UBND tỉnh"], ["Sở Y tế"], rule]]);
    expect(rows({ kind: "report", reports: [report, report] })).toHaveLength(2);
    const plan = { ...first, assignments: [assignment(first, { task, evidence: at, reports: [report] })] };
    expect(findAssignments({ kind: "report" }, [plan]).assignments.map((row) => row.start)).toEqual([clause.start]);
    expect(findAssignments({ kind: "task" }, [plan]).assignments.map((row) => row.start)).toEqual([100]);
  });

  it("says whose agency it is: the place in its name, else the document's", () => {
    const plan = {
      ...first,
      assignments: [assignment(first, {}), assignment(first, { agency: "UBND xã Suối Giàng", agencyPlace: "Suối Giàng" })],
    };
    expect(findAssignments({}, [plan]).assignments.map((row) => row.agencyPlace)).toEqual(["Thử Một", "Suối Giàng"]);
  });
});
