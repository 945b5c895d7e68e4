/** Everything agency Y must do, in the plan's order, counted; from the register, never from the top few passages. */
import type { Language } from "../../contract/answer.ts";
import { agencyKey } from "../../language/agencies.ts";
import { shortened } from "../../language/shorten.ts";
import { FIRST_WORDS, gistsOf } from "../gist.ts";
import { addNotices } from "../notices.ts";
import type { IndexedAssignment, PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import type { Range } from "../evidence.ts";
import { agencyShown, capitalised, oneLine, say } from "../phrases.ts";
import { englishName, placeLabel, placesNamed, shortName } from "../reference.ts";
import { suggestionsFor } from "../suggestions.ts";
import { coverageOf } from "../topic.ts";
import type { Understanding } from "../understand.ts";
import type { ComposeInput } from "./types.ts";

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
/** Longest task shown whole in a list, by how many there are. */
const roomFor = (count: number): number => Math.max(160, Math.floor(3600 / Math.max(1, count)));

/** Rows of one task stand once, whoever leads it together. */
export function onePerTask(rows: readonly IndexedAssignment[]): IndexedAssignment[] {
  return rows.filter((row, index) => rows.findIndex((other) => other.evidence.start === row.evidence.start) === index);
}

/** Whether a row is the asked agency's; a branch or a level ("Công an huyện" for "công an") counts by its key. */
function belongsTo(row: IndexedAssignment, keys: ReadonlySet<string>): boolean {
  return keys.has(row.key) || keys.has(agencyKey(row.agency));
}

/** The rows of the asked agencies in one plan, narrowed by role, period and topic. */
export function tasksOf(u: Understanding, entry: PlanEntry): TaskList | null {
  const keys = new Set(u.agencies.map(({ key }) => key));
  const own = entry.assignments.filter((row) => belongsTo(row, keys));
  const supporting = entry.assignments.filter(
    (row) => !belongsTo(row, keys) && row.partners.some((partner) => keys.has(agencyKey(partner))),
  );
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

function shown(row: IndexedAssignment, { entry, lang, room }: { entry: PlanEntry; lang: Language; room: number }): string {
  const cut = shortened(oneLine(entry.plan.text.slice(row.evidence.start, row.evidence.end)), room);
  const details = [
    row.agencyEvidence.start > row.evidence.end && row.partners.length > 0
      ? say(lang, `phối hợp: ${row.partners.join(", ")}`, `partners: ${row.partners.join(", ")}`)
      : null,
    row.agencyEvidence.start > row.evidence.end && row.time !== null ? say(lang, `thời gian: ${row.time}`, `time: ${row.time}`) : null,
    row.product === null ? null : say(lang, `sản phẩm: ${row.product}`, `product: ${row.product}`),
    row.budget === null ? null : say(lang, `kinh phí: ${row.budget}`, `budget: ${row.budget}`),
  ].filter((detail) => detail !== null);
  return details.length === 0 ? cut : `${cut} (${details.join("; ")})`;
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

/** List items of a plan's tasks, each cited. */
export function taskItems(builder: DraftBuilder, list: TaskList, u: Understanding): Piece[][] {
  const room = roomFor(list.items.length);
  return list.items.map((item) => [
    shown(item, { entry: list.entry, lang: u.lang, room }),
    builder.cite({ entry: list.entry, ...citedRange(list.entry, item) }),
  ]);
}

/** Characters of an opening, and of the words of a list beside its tasks. */
const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (typeof piece === "string" ? piece.length : "strong" in piece ? piece.strong.length + 4 : 4), 0);

/** A long list in a few words, for whoever reads only the beginning; null when the list itself is short or there are too many tasks. */
export function digestOf(
  builder: DraftBuilder,
  { list, used, lead }: { list: TaskList; used: number; lead: (row: IndexedAssignment) => string },
): Piece[] | null {
  const texts = list.items.map((row) => `${lead(row)}${oneLine(row.task)}`);
  if (texts.length < 2 || texts.reduce((sum, text) => sum + text.length, used) <= FIRST_WORDS) return null;
  const gists = gistsOf(texts, used);
  if (gists === null) return null;
  return list.items.flatMap((row, index): Piece[] => [
    index === 0 ? " " : "; ",
    gists[index] ?? "",
    builder.cite({ entry: list.entry, ...citedRange(list.entry, row) }),
  ]);
}

/** The tasks of one plan: who and how many, the tasks in a few words when they are long, then each in full. */
function writeList(builder: DraftBuilder, list: TaskList, u: Understanding): void {
  const first = opening(list, u);
  builder.paragraph(...first, ...(digestOf(builder, { list, used: lengthOf(first), lead: () => "" }) ?? []));
  builder.list(taskItems(builder, list, u));
}

function opening(list: TaskList, u: Understanding): Piece[] {
  const row = list.items[0];
  const name =
    row === undefined
      ? ""
      : belongsTo(row, new Set(u.agencies.map(({ key }) => key)))
        ? agencyShown(row.agency, row.canonicalAgency, u.lang)
        : agencyShown(u.agencies[0]?.name ?? row.agency, null, u.lang);
  const count = list.items.length;
  const of = list.total > count ? say(u.lang, ` (trong ${list.total} nhiệm vụ)`, ` (of ${list.total})`) : "";
  return [
    { strong: name },
    say(
      u.lang,
      ` (${placeLabel(list.entry.plan)}) được giao ${count} nhiệm vụ${of} theo ${shortName(list.entry.plan)}:`,
      ` (${list.entry.plan.place?.name ?? placeLabel(list.entry.plan)}) has ${count} ${count === 1 ? "task" : "tasks"}${of} under the ${englishName(list.entry.plan)}:`,
    ),
  ];
}

/** Answers "what must Y do", for every plan in question that gives Y a task. */
export function composeTasks(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const lists = u.entries.flatMap((entry) => tasksOf(u, entry) ?? []);
  if (lists.length === 0) return null;
  const builder = new DraftBuilder();
  if (lists.length > 1) {
    const total = lists.reduce((sum, { items }) => sum + items.length, 0);
    const names = u.agencies.map(({ name }) => agencyShown(name, null, u.lang)).join(", ");
    const places = placesNamed(
      lists.map(({ entry }) => entry.plan),
      u.lang,
    );
    builder.paragraph(
      { strong: names },
      say(u.lang, `: ${total} nhiệm vụ trong ${lists.length} văn bản (${places}).`, `: ${total} tasks in ${lists.length} documents (${places}).`),
    );
  }
  if (lists.length > 1 && lists.every(({ items }) => items.length === 1))
    builder.list(
      lists.flatMap((list) =>
        taskItems(builder, list, u).map((item): Piece[] => [{ strong: capitalised(placeLabel(list.entry.plan)) }, ": ", ...item]),
      ),
    );
  else for (const list of lists) writeList(builder, list, u);
  const silent = u.entries.filter((entry) => !lists.some((list) => list.entry === entry));
  if (u.scoped && silent.length > 0)
    builder.paragraph(
      say(
        u.lang,
        `Không nêu: ${silent.map(({ plan }) => capitalised(placeLabel(plan))).join(", ")}.`,
        `Not stated: ${silent.map(({ plan }) => placeLabel(plan)).join(", ")}.`,
      ),
    );
  addNotices(
    builder,
    input,
    lists.map(({ entry }) => entry),
  );
  return builder.done({
    status: u.scoped && silent.length > 0 ? "partial" : "answered",
    confidence: 0.95,
    suggestions: suggestionsFor(
      input,
      lists.map(({ entry }) => entry),
    ),
  });
}
