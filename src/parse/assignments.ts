/**
 * The register: who does what, from prose, headings, labelled lines and table rows.
 *
 * Input: sections of the document. Output: assignments in the plan's order, each with the words that prove it.
 */
import { makeAssignments, type Context } from "./assignments/context.ts";
import { agencyAbout, fromHeading } from "./assignments/from-heading.ts";
import { fromLabels } from "./assignments/from-labels.ts";
import { fromOrders, fromSubject } from "./assignments/from-sentences.ts";
import { planDates } from "./assignments/plan-dates.ts";
import { readTableRows } from "./table-rows.ts";
import type { Assignment, Section } from "./types.ts";

const SKIPPED = new Set(["head", "tail", "letter", "row", "annex"]);
/** A covering letter assigns nothing of the plan's; a letter that is the whole document does. */
const isLetter = ({ id }: Section): boolean => id.startsWith("cong-van");

/** Headings over what has been done, or why ("Kết quả đạt được", "Khó khăn, hạn chế"): sentences there assign nothing. */
const OF_THE_PAST =
  /^(?:(?:những|một số|các)\s+)?(?:kết quả (?:đạt được|thực hiện|năm|giai đoạn|công tác)|tình hình|thực trạng|đánh giá (?:chung|kết quả|tình hình)|sự cần thiết|hạn chế|tồn tại|khó khăn|bối cảnh|đặc điểm|bài học)/iu;
const OF_TASKS = /nhiệm vụ|giải pháp|tổ chức thực hiện|phân công/iu;

/** True for a section under such a heading and under none of tasks: "Đánh giá kết quả" may itself be a task. */
function isOfThePast(section: Section, byId: ReadonlyMap<string, Section>): boolean {
  let past = false;
  for (let at: Section | undefined = section; at !== undefined; at = at.parentId === null ? undefined : byId.get(at.parentId)) {
    if (OF_THE_PAST.test(at.heading)) past = true;
    else if (OF_TASKS.test(at.heading)) return false;
  }
  return past;
}

/** All assignments of a document's sections, in the plan's order, none twice. */
export function readAssignments(input: { documentId: string; text: string; sections: readonly Section[] }): Assignment[] {
  const childrenOf = new Map<string | null, Section[]>();
  for (const section of input.sections) {
    const siblings = childrenOf.get(section.parentId);
    if (siblings === undefined) childrenOf.set(section.parentId, [section]);
    else siblings.push(section);
  }
  const context: Context = { ...input, childrenOf, dates: planDates(input.text, input.sections) };
  const byId = new Map(input.sections.map((section) => [section.id, section]));
  const onlyLetter = input.sections.every(isLetter);
  const covered = new Set<string>();
  const cover = (section: Section): void => {
    covered.add(section.id);
    for (const child of childrenOf.get(section.id) ?? []) cover(child);
  };
  const found: Assignment[] = [];
  for (const section of input.sections) {
    if (onlyLetter && section.kind === "letter") found.push(...fromOrders(context, section));
    if (covered.has(section.id) || SKIPPED.has(section.kind) || (!onlyLetter && isLetter(section))) continue;
    const agency = agencyAbout(context, section);
    const byHeading = agency === null ? [] : fromHeading(context, section, agency);
    const whole = byHeading.length > 0 ? byHeading : fromLabels(context, section);
    if (whole.length > 0) {
      found.push(...whole);
      cover(section);
      continue;
    }
    if (isOfThePast(section, byId)) continue;
    const bySubject = fromSubject(context, section);
    found.push(...(bySubject?.assignments ?? []), ...fromOrders(context, section));
  }
  const rows = readTableRows(input.text, input.sections).flatMap((row) =>
    makeAssignments(context, {
      named: { names: row.agencies, evidence: row.agencyEvidence },
      task: row.task,
      labels: row.labels,
      supports: false,
    }),
  );
  return [...found, ...rows].toSorted((a, b) => a.evidence.start - b.evidence.start);
}
