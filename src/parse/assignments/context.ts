/** What the readers of assignments share: the document, its sections, and how a row is made. */
import { agencyPlace, agencyPrinted, findAgencies } from "../../language/agencies.ts";
import { splitAgencies } from "../../language/agency-lists.ts";
import { beforeVerb, meansEveryAgency, namesAgency } from "../../language/agency-phrases.ts";
import { budgetInDong } from "../../language/amounts.ts";
import { readSchedule, type Schedule } from "../../language/deadlines.ts";
import { findTaskTime } from "../../language/time-phrases.ts";
import type { LabelledValue } from "../labelled-lines.ts";
import type { Assignment, Evidence, Section } from "../types.ts";
import type { PlanDates } from "./plan-dates.ts";
import { beforeNotes, isFigure } from "./no-task.ts";
import { isReport, readReports } from "./reports.ts";

export interface Context {
  readonly documentId: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly childrenOf: ReadonlyMap<string | null, readonly Section[]>;
  readonly dates: PlanDates;
}

export interface Named {
  readonly names: readonly string[];
  readonly evidence: Evidence;
}

const SUPPORTS = /^(?:(?:có|chịu) trách nhiệm\s*:?\s*)?(?:tiếp tục\s+)?phối hợp(?!,)/iu;
const PARTNERS = /phối hợp(?:\s+chặt chẽ)?(?:,\s*trao đổi thông tin)?\s+(?:với|cùng)?\s*([^.;\n]{3,260})/iu;
/** A portal's mark where it left text out, and what it prints below. */
const LEFT_OUT = /\n\[(?:\.{3}|…)\]/u;

/** Times, partners and reports are looked for this far into a task; no task is longer, but a damaged text may be. */
const READ_LIMIT = 6000;

/** "bố trí kinh phí 420 triệu đồng": money that the task itself gives. */
const SPENT =
  /(?:kinh phí|bố trí|dự toán|vốn|phân bổ|hỗ trợ|bổ sung|trích|giải ngân|tổng mức đầu tư)[^.;\n\d]{0,40}?((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s*(?:(?:nghìn |ngàn )?(?:tỷ|tỉ)(?: đồng)?|(?:triệu |nghìn )?đồng|triệu))(?!\s*\/|\p{L})/iu;

/** True for words that give a supporting part: "Phối hợp với Sở Y tế …", but not "phối hợp, đôn đốc …". */
export const supports = (task: string): boolean => SUPPORTS.test(task);

/** A section's own words after its mark. */
export function ownText(context: Context, section: Section): { text: string; start: number } {
  const raw = context.text.slice(section.start, section.ownEnd);
  const skip = section.marker.length + (/^\s*/u.exec(raw.slice(section.marker.length))?.[0].length ?? 0);
  return { text: raw.slice(skip), start: section.start + skip };
}

/** Words after a list of partners: "… trong quá trình triển khai". */
const AFTER_PARTNERS = /,?\s+(?:trong (?:việc|quá trình|công tác)|để|nhằm|khi|theo|thông qua|về)(?!\p{L}).*$/su;

/** "Hội Nông dân xã lập nhật ký …": a name that ends with its level. */
const OF_LOCAL = /^.*?(?<!các)\s(?:tỉnh|huyện|xã(?!\s+hội)|phường|thị xã|thành phố)(?=\s+\p{Ll})/u;

/** A known name, without the lower-case words that go on after it ("Công an tỉnh đồng bộ dữ liệu"); its place stays. */
function withoutRest(name: string): string {
  const known = findAgencies(name)[0];
  if (known === undefined || known.start > 0) return OF_LOCAL.exec(name)?.[0] ?? name;
  if (known.end === name.length) return name;
  const rest = name.slice(known.end);
  return /^\s+(?!(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|cấp|các|chi nhánh|thuộc|liên quan|có liên quan|khu vực|trên)(?!\p{L}))\p{Ll}/u.test(
    rest,
  )
    ? name.slice(0, known.end)
    : name;
}

/** A name that no verb ends is believed up to this many words. */
const SURE_WORDS = 7;

/** Partners that a task names after "phối hợp với". */
function partnersOf(task: string): string[] {
  const after = PARTNERS.exec(task)?.[1] ?? "";
  const list = beforeVerb(after).replace(AFTER_PARTNERS, "");
  const names = splitAgencies(list).filter(namesAgency).map(withoutRest);
  // Where no verb ends the list, its last name may run on into other words.
  const bounded = list.length < after.length;
  const sure = names.filter((name, index) => bounded || index < names.length - 1 || name.split(" ").length <= SURE_WORDS);
  if (namesAgency(list) && sure.length > 0) return [...new Set(sure)];
  return [...new Set(findAgencies(list).map(({ start, end }) => list.slice(start, end)))];
}

/** The sentence or part of one that a place of the task stands in. */
function clauseAround(task: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const from = Math.max(task.lastIndexOf(";", start), task.lastIndexOf(". ", start), task.lastIndexOf("\n", start)) + 1;
  const stop = /[;\n]|\.\s/u.exec(task.slice(end));
  return task.slice(from, stop === null ? task.length : end + stop.index);
}

function timeOf(
  task: string,
  { labelled, dates, before, opening }: { labelled: string | null; dates: PlanDates; before: string; opening: string },
): { time: string | null; schedule: Schedule | null } {
  if (labelled !== null) return { time: labelled, schedule: readSchedule(labelled, dates) };
  const found = findTaskTime(task);
  if (found === null) {
    const set = findTaskTime(opening);
    return set === null
      ? { time: null, schedule: null }
      : { time: set.text, schedule: readSchedule(set.text, { ...dates, around: opening }) };
  }
  return { time: found.text, schedule: readSchedule(found.text, { ...dates, around: `${before} ${clauseAround(task, found)}` }) };
}

export interface RowInput {
  readonly named: Named;
  /** Where the task stands in the text. */
  readonly task: Evidence;
  readonly labels: readonly LabelledValue[];
  readonly supports: boolean;
  /**
   * Words before the task that set its time, and its partners where it names none: "Trước ngày 15/12 hằng năm, các sở,
   * ngành báo cáo …", "Giao Sở Y tế phối hợp với Sở Nội vụ:" above the items.
   */
  readonly opening?: string | undefined;
  /** The sentence before in the same section: its rhythm goes on ("… hằng năm; Sở X tổng hợp, báo cáo trước ngày 25/6"). */
  readonly before?: string | undefined;
}

/** One row for each agency that is named; none for a task without words ("I. Sở Y tế:" with nothing under it). */
export function makeAssignments(context: Context, input: RowInput): Assignment[] {
  const { named, labels } = input;
  const printed = context.text.slice(input.task.start, input.task.end);
  const words = beforeNotes(printed.split(LEFT_OUT, 1)[0] ?? "").trim();
  if (!/[\p{L}\p{N}]/u.test(words) || isFigure(words)) return [];
  const start = input.task.start + (printed.length - printed.trimStart().length);
  const task = { ...input.task, start, end: start + words.length };
  const read = words.slice(0, READ_LIMIT);
  const labelled = (kind: LabelledValue["kind"]): LabelledValue | undefined => labels.find((label) => label.kind === kind);
  const partners = labels.filter((label) => label.kind === "support").flatMap((label) => splitAgencies(label.value));
  const budget = labelled("budget")?.value ?? SPENT.exec(read)?.[1] ?? null;
  const ofTask = partnersOf(read);
  const inWords = ofTask.length > 0 ? ofTask : partnersOf(input.opening ?? "");
  const { dates } = context;
  const before = input.before ?? "";
  const opening = input.opening ?? "";
  const reports = readReports({ words: read, at: start, sectionId: task.sectionId, dates, before, opening });
  const kind = isReport({ words: read, first: reports[0], at: start }) ? "report" : "task";
  const time = labelled("time")?.value ?? null;
  const [duty] = reports;
  // A task that is to report has its report's time, all the days of it.
  const times =
    kind === "report" && time === null && duty?.time !== null && duty !== undefined
      ? { time: duty.time, schedule: duty.schedule }
      : timeOf(read, { labelled: time, dates, before, opening });
  return named.names.map((agency) => ({
    documentId: context.documentId,
    kind,
    agency,
    canonicalAgency: agencyPrinted(agency)?.name ?? null,
    agencyPlace: agencyPlace(agency),
    role: meansEveryAgency(agency) ? "all" : input.supports ? "support" : "lead",
    task: words,
    partners: (partners.length > 0 ? partners : inWords).filter((partner) => partners.length > 0 || partner !== agency),
    ...times,
    budget,
    budgetDong: budget === null ? null : budgetInDong(budget),
    product: labelled("product")?.value ?? null,
    reports,
    reportTo: [...new Set(reports.flatMap(({ to }) => to))],
    evidence: task,
    agencyEvidence: named.evidence,
  }));
}
