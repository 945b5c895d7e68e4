/** Everything agency Y must do, in the plan's order, counted; from the register, never from the top few passages. */
import type { Language } from "../../contract/answer.ts";
import { shortened } from "../../language/shorten.ts";
import { changeTouching, holdsNow } from "../later-change.ts";
import { FIRST_WORDS, gistsOf } from "../gist.ts";
import { labelsOf } from "../labels.ts";
import { addNotices } from "../notices.ts";
import type { IndexedAssignment, PlanEntry } from "../collection.ts";
import { DraftBuilder, lengthOf, type DraftAnswer, type Piece } from "../draft.ts";
import { agencyShown, capitalised, oneLine, say } from "../phrases.ts";
import { englishName, placeLabel, placesNamed, shortName } from "../reference.ts";
import { suggestionsFor } from "../suggestions.ts";
import type { Understanding } from "../understand.ts";
import { belongsTo, citedRange, isChanged, tasksOf, type TaskList } from "./task-lists.ts";
import type { ComposeInput } from "./types.ts";

/** Longest task shown whole in a list, by how many there are. */
const roomFor = (count: number): number => Math.max(160, Math.floor(3600 / Math.max(1, count)));

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

/** List items of a plan's tasks, each cited. */
export function taskItems(builder: DraftBuilder, list: TaskList, { u, collection }: Pick<ComposeInput, "u" | "collection">): Piece[][] {
  const room = roomFor(list.items.length);
  return list.items.map((item) => {
    // A task that a later document changed: what holds now first, then what the plan printed.
    const change = isChanged(item) ? changeTouching(list.entry, item.evidence, collection) : null;
    return [
      // A whole plan that was replaced is said so once, above its list.
      ...(change === null || change.kind === "replaced"
        ? []
        : [...holdsNow(builder, change, u), say(u.lang, "; văn bản trước đó: ", "; before that: ")]),
      shown(item, { entry: list.entry, lang: u.lang, room }),
      builder.cite({ entry: list.entry, ...citedRange(list.entry, item) }),
    ];
  });
}

/** A task without "Chủ trì, phối hợp với …": in a few words only what is to be done counts. */
function coreOf({ task, partners }: IndexedAssignment): string {
  if (!/^(?:là [^,;]{0,40}[,;]\s*)?(?:chủ trì|phối hợp)/iu.test(task)) return task;
  const last = Math.max(...partners.map((partner) => task.indexOf(partner) + partner.length), 0);
  const rest = task.slice(last).replace(/^[\s,;.]+/u, "");
  return last === 0 || last > task.length - MOST_LEFT || partners.some((partner) => !task.includes(partner)) ? task : rest;
}
/** Characters that a task must have left beside its partners. */
const MOST_LEFT = 15;

/** A long list in a few words, for whoever reads only the beginning; null when the list itself is short or there are too many tasks. */
export function digestOf(
  builder: DraftBuilder,
  { list, used, lead }: { list: TaskList; used: number; lead: (row: IndexedAssignment) => string },
): Piece[] | null {
  const texts = list.items.map((row) => `${lead(row)}${oneLine(coreOf(row))}`);
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
function writeList(builder: DraftBuilder, list: TaskList, input: ComposeInput): void {
  const first = opening(list, input.u);
  const [item] = list.items.filter(isChanged);
  const change = item === undefined ? null : changeTouching(list.entry, item.evidence, input.collection);
  if (change?.kind === "replaced") builder.paragraph(...holdsNow(builder, change, input.u), ".");
  const digest = change === null ? digestOf(builder, { list, used: lengthOf(...first), lead: () => "" }) : null;
  builder.paragraph(...first, ...(digest ?? []));
  builder.list(taskItems(builder, list, input));
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
  // Plans that still hold come first.
  const lists = u.entries
    .flatMap((entry) => tasksOf(u, entry) ?? [])
    .toSorted((a, b) => Number(a.entry.plan.status === "superseded") - Number(b.entry.plan.status === "superseded"));
  if (lists.length === 0) return null;
  const builder = new DraftBuilder();
  const labels = labelsOf(u.entries, u.lang);
  if (lists.length > 1) {
    const total = lists.reduce((sum, { items }) => sum + items.length, 0);
    const names = u.agencies.map(({ name }) => agencyShown(name, null, u.lang)).join(", ");
    const places = placesNamed(
      lists.map(({ entry }) => entry.plan),
      u.lang,
    );
    builder.paragraph(
      { strong: names },
      say(
        u.lang,
        `: ${total} nhiệm vụ trong ${lists.length} văn bản (${places}).`,
        `: ${total} tasks in ${lists.length} documents (${places}).`,
      ),
    );
  }
  if (lists.length > 1 && lists.every(({ items }) => items.length === 1))
    builder.list(
      lists.flatMap((list) =>
        taskItems(builder, list, input).map((item): Piece[] => [{ strong: capitalised(labels(list.entry)) }, ": ", ...item]),
      ),
    );
  else for (const list of lists) writeList(builder, list, input);
  // Of a place with several plans, those that give the agency nothing go without saying.
  const silent = u.entries.filter((entry) => !lists.some((list) => placeLabel(list.entry.plan) === placeLabel(entry.plan)));
  if (u.scoped && silent.length > 0)
    builder.paragraph(
      say(
        u.lang,
        `Không nêu: ${silent.map((entry) => capitalised(labels(entry))).join(", ")}.`,
        `Not stated: ${silent.map(labels).join(", ")}.`,
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
