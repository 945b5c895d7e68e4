/** The tasks of the asked agencies, plan by plan: from the register, never from the top few passages. */
import { agencyKey } from "../../language/agencies.ts";
import type { IndexedAssignment, PlanEntry } from "../collection.ts";
import type { Range } from "../evidence.ts";
import { coverageOf } from "../topic.ts";
import type { Understanding } from "../understand.ts";

export interface TaskList {
  readonly entry: PlanEntry;
  readonly items: readonly IndexedAssignment[];
  /** Tasks of the agency before the topic narrowed them. */
  readonly total: number;
}

/** Only a long list is narrowed, and only by a topic that some tasks cover this well. */
const LONG_LIST = 8;
const TOPIC_SHARE = 0.6;
const NEAR = 0.6;
/** Rows of one task stand once, whoever leads it together. */
export function onePerTask(rows: readonly IndexedAssignment[]): IndexedAssignment[] {
  return rows.filter((row, index) => rows.findIndex((other) => other.evidence.start === row.evidence.start) === index);
}

/** Whether a row is the asked agency's; a branch or a level ("Công an huyện" for "công an") counts by its key. */
export function belongsTo(row: IndexedAssignment, keys: ReadonlySet<string>): boolean {
  return [row.key, agencyKey(row.agency)].some((key) => keys.has(key) || keys.has(key.replace(EVERY_ONE, "")));
}
/** "Các doanh nghiệp viễn thông" is asked for as "doanh nghiệp viễn thông". */
const EVERY_ONE = /^(?:tat ca )?(?:cac|nhung|moi) /u;

/** The rows of the asked agencies in one plan, narrowed by role, period and topic. */
export function tasksOf(u: Understanding, entry: PlanEntry): TaskList | null {
  const keys = new Set(u.agencies.map(({ key }) => key));
  const named = u.sections.filter((section) => section.entry === entry).map(({ section }) => section);
  const inNamed = (row: IndexedAssignment): boolean =>
    named.some(({ start, end }) => start <= row.evidence.start && row.evidence.end <= end);
  const all =
    named.length > 0 && entry.assignments.some((row) => inNamed(row) && belongsTo(row, keys))
      ? entry.assignments.filter(inNamed)
      : entry.assignments;
  const own = all.filter((row) => belongsTo(row, keys));
  const supporting = all.filter((row) => !belongsTo(row, keys) && row.partners.some((partner) => keys.has(agencyKey(partner))));
  const wanted = u.role === "support" ? [...own.filter((row) => row.role === "support"), ...supporting] : own.length > 0 ? own : supporting;
  const rows = onePerTask(wanted.length > 0 ? wanted : own);
  if (rows.length === 0) return null;
  const scored = rows.map((row) => ({ row, share: coverageOf(u.topic, row.task, entry.weights).share }));
  const best = Math.max(...scored.map(({ share }) => share));
  const narrowed =
    rows.length > LONG_LIST && u.topic.words.length > 0 && best >= TOPIC_SHARE
      ? scored.filter(({ share }) => share >= NEAR * best)
      : scored;
  return {
    entry,
    total: rows.length,
    items: narrowed.map(({ row }) => row),
  };
}

/** The range to cite for a task: its whole section when it is labelled, so that agency and time stand in the quote. */
export function citedRange(entry: PlanEntry, row: IndexedAssignment): Range {
  const section = entry.sections.get(row.evidence.sectionId);
  return section !== undefined &&
    row.agencyEvidence.start > row.evidence.end &&
    row.agencyEvidence.sectionId === section.id &&
    section.end - section.start <= 3000
    ? { start: section.start, end: section.end }
    : row.evidence;
}

/** Whether a later document of the collection changed a task. */
export const isChanged = ({ changedBy }: IndexedAssignment): boolean => (changedBy ?? null) !== null;
