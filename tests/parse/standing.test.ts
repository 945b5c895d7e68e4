import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { relatePlans } from "../../src/parse/standing.ts";
import type { Plan } from "../../src/parse/types.ts";
import { documentOf } from "./read-plan.ts";

interface Made {
  readonly id: string;
  readonly number?: string;
  readonly date?: string;
  readonly place?: string;
  readonly draft?: boolean;
  readonly subject?: string;
  readonly body: readonly string[];
}

/** A plan of UBND tỉnh …, with its letterhead. */
const made = ({ id, number = "", date = "ngày tháng năm 2024", place = "Cà Mau", draft = false, subject, body }: Made): Plan =>
  parsePlan({
    ...documentOf(
      [
        ...(draft ? ["DỰ THẢO"] : []),
        `ỦY BAN NHÂN DÂN TỈNH ${place.toUpperCase()}`,
        `Số: ${number}/KH-UBND`,
        `${place}, ${date}`,
        "KẾ HOẠCH",
        subject ?? `Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh ${place}`,
        ...body,
      ].join("\n"),
      id,
    ),
    sourceHash: id,
  });

const first = (changes: Partial<Made> = {}): Plan =>
  made({
    id: "ke-hoach-cu",
    number: "105",
    date: "ngày 06 tháng 5 năm 2021",
    body: [
      "I. MỤC TIÊU",
      "1. Nâng cao nhận thức.",
      "II. NHIỆM VỤ",
      "1. Sở Y tế",
      "- Chủ trì triển khai bệnh án điện tử.",
      "2. Sở Tài chính",
      "- Bố trí kinh phí.",
      "- Hướng dẫn lập dự toán.",
      "3. Công an tỉnh",
      "Bảo đảm an toàn thông tin.",
    ],
    ...changes,
  });

const later = (body: readonly string[], changes: Partial<Made> = {}): Plan =>
  made({
    id: "ke-hoach-moi",
    number: "210",
    date: "ngày 10 tháng 3 năm 2023",
    subject: "Phát triển dữ liệu số trên địa bàn tỉnh Cà Mau",
    body: ["I. TỔ CHỨC THỰC HIỆN", ...body],
    ...changes,
  });

const related = (...plans: readonly Plan[]): Plan => relatePlans(plans)[0] ?? first();
const standingOf = (plan: Plan): string[] =>
  plan.assignments.map(({ evidence, standing, changedBy }) =>
    `${evidence.sectionId} ${standing ?? "current"} ${changedBy?.sectionId ?? ""}`.trim(),
  );

describe("a later document that replaces an earlier one", () => {
  const plan = related(first(), later(["1. Kế hoạch này thay thế Kế hoạch số 105/KH-UBND ngày 06/5/2021 của Ủy ban nhân dân tỉnh."]));

  it("makes it superseded, says where, and leaves its text and tasks whole", () => {
    expect(plan.status).toBe("superseded");
    expect(plan.changedBy).toEqual([
      { documentId: "ke-hoach-moi", sectionId: "I.1", kind: "supersedes", since: "2023-03-10", sectionIds: [] },
    ]);
    expect(plan.text).toBe(first().text);
    expect(new Set(plan.assignments.map(({ standing }) => standing))).toEqual(new Set(["superseded"]));
    expect(plan.assignments[0]?.changedBy).toEqual({ documentId: "ke-hoach-moi", sectionId: "I.1" });
  });

  it("knows which document of the collection its words mean", () => {
    const [, newer] = relatePlans([first(), later(["1. Kế hoạch này thay thế Kế hoạch số 105/KH-UBND ngày 06/5/2021."])]);
    expect(newer?.relations.find(({ kind }) => kind === "supersedes")?.documentId).toBe("ke-hoach-cu");
    expect(newer?.status).toBe("issued");
  });

  it("replaces several named in one sentence, and none that is only part of a subject", () => {
    const other = first({ id: "ke-hoach-khac", number: "90", date: "ngày 01 tháng 2 năm 2022" });
    const named = first({ id: "ke-hoach-duoc-nhac", number: "7", date: "ngày 02 tháng 01 năm 2020" });
    const plans = relatePlans([
      first(),
      other,
      named,
      later(
        [
          "1. Kế hoạch này thay thế Kế hoạch số 105/KH-UBND ngày 06/5/2021 về thực hiện Kế hoạch số 7/KH-UBND ngày 02/01/2020 của UBND tỉnh.",
          "2. Bãi bỏ Kế hoạch số 90/KH-UBND ngày 01 tháng 02 năm 2022 của UBND tỉnh Cà Mau và Kế hoạch số 11/KH-UBND ngày 03/3/2022.",
        ],
        { subject: "Thay thế một số kế hoạch trên địa bàn tỉnh Cà Mau" },
      ),
    ]);
    expect(plans.map(({ status }) => status)).toEqual(["superseded", "superseded", "issued", "issued"]);
    expect(plans[3]?.relations.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      "supersedes 105/KH-UBND",
      "supersedes 90/KH-UBND",
      "supersedes 11/KH-UBND",
    ]);
  });
});

describe("a later document that amends a part", () => {
  it("changes the tasks of that part alone", () => {
    const plan = related(
      first(),
      later([
        "1. Sửa đổi, bổ sung khoản 2 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Cà Mau như sau: “2. Sở Tài chính cân đối kinh phí.”",
      ]),
    );
    expect(plan.status).toBe("amended");
    expect(standingOf(plan)).toEqual(["II.1-1 current", "II.2-1 amended I.1", "II.2-2 amended I.1", "II.3 current"]);
    expect(plan.changedBy).toEqual([
      { documentId: "ke-hoach-moi", sectionId: "I.1", kind: "amends", since: "2023-03-10", sectionIds: ["II.2"] },
    ]);
  });

  it("ends the tasks of a part that it repeals", () => {
    const plan = related(first(), later(["1. Bãi bỏ khoản 3 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021."]));
    expect(plan.status).toBe("amended");
    expect(standingOf(plan).at(-1)).toBe("II.3 superseded I.1");
    expect(standingOf(plan)[0]).toBe("II.1-1 current");
  });

  it("takes the parts from the clauses of an amending decision, and the date from its effect", () => {
    const decision = parsePlan({
      ...documentOf(
        [
          "ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
          "Số: 33/QĐ-UBND",
          "Cà Mau, ngày 10 tháng 3 năm 2023",
          "QUYẾT ĐỊNH",
          "Sửa đổi, bổ sung một số nội dung của Kế hoạch số 105/KH-UBND ngày 06/5/2021 của Ủy ban nhân dân tỉnh Cà Mau",
          "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
          "QUYẾT ĐỊNH:",
          "Điều 1. Sửa đổi, bổ sung một số nội dung của Kế hoạch số 105/KH-UBND ngày 06/5/2021 của Ủy ban nhân dân tỉnh như sau:",
          "1. Khoản 1 Mục II được sửa đổi như sau: “1. Sở Y tế chủ trì.”",
          "2. Bãi bỏ gạch đầu dòng thứ hai khoản 2 Mục II.",
          "3. Bổ sung khoản 4 vào sau khoản 3 Mục II như sau: “4. Sở Nội vụ.”",
          "Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 4 năm 2023.",
        ].join("\n"),
        "quyet-dinh",
      ),
      sourceHash: "quyet-dinh",
    });
    const plan = related(first(), decision);
    expect(plan.status).toBe("amended");
    expect(standingOf(plan)).toEqual(["II.1-1 amended D1.1", "II.2-1 current", "II.2-2 superseded D1.2", "II.3 current"]);
    expect(new Set(plan.changedBy.map(({ since }) => since))).toEqual(new Set(["2023-04-01"]));
  });

  it("lets the latest of several changes hold", () => {
    const newest = later(["1. Bãi bỏ khoản 2 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021."], {
      id: "ke-hoach-cuoi",
      number: "300",
      date: "ngày 02 tháng 02 năm 2024",
    });
    const middle = later(["1. Sửa đổi khoản 2 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021."]);
    const plan = related(first(), newest, middle);
    expect(plan.changedBy.map(({ documentId }) => documentId)).toEqual(["ke-hoach-moi", "ke-hoach-cuoi"]);
    expect(plan.assignments.find(({ evidence }) => evidence.sectionId === "II.2-1")).toMatchObject({
      standing: "superseded",
      changedBy: { documentId: "ke-hoach-cuoi", sectionId: "I.1" },
    });
  });

  it("marks no task when the part cannot be found or could be several", () => {
    const plan = related(
      first(),
      later([
        "1. Sửa đổi khoản 9 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021.",
        "2. Sửa đổi khoản 1 Kế hoạch số 105/KH-UBND ngày 06/5/2021.",
      ]),
    );
    expect(plan.status).toBe("amended");
    expect(plan.assignments.every(({ standing }) => standing === undefined)).toBe(true);
  });
});

describe("what changes nothing", () => {
  const says = "1. Kế hoạch này thay thế Kế hoạch số 105/KH-UBND ngày 06/5/2021.";

  it.each([
    ["a draft", later([says], { draft: true })],
    ["a document without a date", later([says], { date: "ngày tháng năm 2023" })],
    ["an earlier document", later([says], { date: "ngày 05 tháng 5 năm 2021" })],
    ["a document of another place with the same words", later([says], { place: "Bạc Liêu", subject: "Kế hoạch khác tỉnh Bạc Liêu" })],
    [
      "one that names another place's number",
      later(["1. Kế hoạch này thay thế Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Lạng Sơn."]),
    ],
    ["one that names another date", later(["1. Kế hoạch này thay thế Kế hoạch số 105/KH-UBND ngày 07/5/2021 của UBND tỉnh Cà Mau."])],
    [
      "a task to amend it",
      later([
        "1. Sở Y tế tham mưu điều chỉnh Kế hoạch số 105/KH-UBND ngày 06/5/2021 cho phù hợp.",
        "- Rà soát, sửa đổi, bổ sung Kế hoạch số 105/KH-UBND ngày 06/5/2021 trong năm 2024.",
      ]),
    ],
    [
      "a legal basis that amends",
      later([], {
        body: ["Căn cứ Kế hoạch số 4/KH-UBND ngày 01/01/2022 sửa đổi Kế hoạch số 105/KH-UBND ngày 06/5/2021;", "I. MỤC TIÊU", "1. Việc."],
      }),
    ],
  ])("is %s", (_, document) => {
    const plan = related(first(), document);
    expect(plan.status).toBe("issued");
    expect(plan.changedBy).toEqual([]);
    expect(plan.assignments.every(({ standing }) => standing === undefined)).toBe(true);
  });

  it("is a document alone", () => {
    expect(relatePlans([])).toEqual([]);
    expect(related(later([says])).relations.map(({ documentId }) => documentId)).toEqual([null]);
  });
});

describe("the catalogue", () => {
  const replacing = (changes: Partial<Plan>): Plan => ({ ...later(["1. Việc."]), supersedes: ["ke-hoach-cu"], ...changes });

  it("supersedes what an editor names, unless the dates or a draft stand against it", () => {
    expect(related(first(), replacing({})).status).toBe("superseded");
    expect(related(first(), replacing({})).changedBy).toMatchObject([{ documentId: "ke-hoach-moi", since: null }]);
    expect(related(first(), replacing({ status: "draft" })).status).toBe("issued");
    expect(related(first({ date: "ngày 01 tháng 01 năm 2024" }), replacing({})).status).toBe("issued");
    expect(related(first(), replacing({ supersedes: ["khong-co", "ke-hoach-moi"] })).status).toBe("issued");
  });
});

describe("a document kept twice", () => {
  const codes = (plans: readonly Plan[]): string[][] =>
    relatePlans(plans).map(({ warnings }) => warnings.map(({ code }) => code).filter((code) => code.startsWith("dup")));

  it("is said once for each copy: same bytes, same text, or same number, issuer and date", () => {
    const copy = { ...first({ id: "ban-sao" }), sourceHash: "ke-hoach-cu" };
    const retyped = first({ id: "danh-may-lai", body: ["I. MỤC TIÊU", "1. Gõ lại."] });
    expect(codes([first(), copy])).toEqual([["duplicate-document"], ["duplicate-document"]]);
    expect(codes([first(), first({ id: "ban-sao" })])).toEqual([["duplicate-document"], ["duplicate-document"]]);
    expect(codes([first(), retyped])).toEqual([["duplicate-document"], ["duplicate-document"]]);
    expect(relatePlans([first(), retyped])[1]?.warnings.at(-1)?.message).toContain("“ke-hoach-cu”");
  });

  it("is a copy of the other when it holds the same words, and changes with it", () => {
    const retyped = first({ id: "danh-may-lai", body: ["I. MỤC TIÊU", "1. Gõ lại."] });
    const plans = relatePlans([
      first({ id: "z" }),
      first({ id: "ban-sao" }),
      retyped,
      later(["1. Thay thế Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Cà Mau."]),
    ]);
    expect(plans.slice(0, 3).map(({ id, copyOf, status }) => ({ id, copyOf, status }))).toEqual([
      { id: "z", copyOf: "ban-sao", status: "superseded" },
      { id: "ban-sao", copyOf: null, status: "superseded" },
      { id: "danh-may-lai", copyOf: null, status: "superseded" },
    ]);
  });

  it("is not told of documents that share a number only", () => {
    expect(codes([first(), first({ id: "tinh-khac", place: "Bạc Liêu", date: "ngày 06 tháng 5 năm 2021" }), later([])])).toEqual([
      [],
      [],
      [],
    ]);
  });
});
