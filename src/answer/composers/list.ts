/** Lists and counts, exact: from the register and the catalogue. */
import { findDates, periodYears } from "../../language/dates.ts";
import { addNotices } from "../notices.ts";
import type { IndexedAssignment, PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer } from "../draft.ts";
import { agencyShown, capitalised, say } from "../phrases.ts";
import { placeLabel, shortName } from "../reference.ts";
import { onePerTask, type TaskList } from "./task-lists.ts";
import { composeTasks, digestOf, taskItems } from "./tasks.ts";
import type { ComposeInput } from "./types.ts";

const ASKS_DOCUMENTS = /\b(?:van ban|ke hoach|tai lieu|documents?|plans?)\b/u;
const ASKS_PLACES =
  /\b(?:ke hoach|tinh|dia phuong|van ban|noi|huyen) nao\b|\bnhung (?:ke hoach|tinh|dia phuong)\b|\bwhich (?:provinces?|plans?|places?)\b/u;

/** Tasks whose printed time passes a test, none twice. */
function whereTime(entry: PlanEntry, accepts: (time: string) => boolean): TaskList | null {
  const rows = onePerTask(entry.assignments.filter(({ time }) => time !== null && accepts(time)));
  return rows.length === 0 ? null : { entry, total: rows.length, items: rows };
}

interface TimeFilter {
  readonly accepts: (time: string) => boolean;
  readonly vi: string;
  readonly en: string;
  /** Each task has a day of its own, which is what is asked for. */
  readonly byDay?: true;
}

/** The time that a list is narrowed by: a period, a rhythm, a day, a year. */
function timeFilterOf(folded: string, period: readonly [number, number] | null): TimeFilter | null {
  if (period !== null)
    return {
      accepts: (time) => {
        const years = periodYears(time);
        return years !== null && years[0] === period[0] && years[1] === period[1];
      },
      vi: `thực hiện trong giai đoạn ${period[0]}-${period[1]}`,
      en: `scheduled for ${period[0]}-${period[1]}`,
    };
  const year = /\b((?:19|20)\d{2})\b/u.exec(folded)?.[1];
  const inYear = (time: string): boolean => year === undefined || time.includes(year);
  if (/\b(?:hang|moi) nam\b|\bannual|\bevery year\b|\byearly\b/u.test(folded))
    return { accepts: (time) => /(?:hằng|hàng|mỗi) năm/iu.test(time), vi: "làm hằng năm", en: "done every year" };
  if (/\bthuong xuyen\b|\bongoing\b|\bcontinuous/u.test(folded))
    return { accepts: (time) => /thường xuyên/iu.test(time), vi: "làm thường xuyên", en: "ongoing" };
  if (/\bngay cu the\b|\bhan (?:chot|hoan thanh|la)\b|\bco han\b|\bdeadline|\bdue\b/u.test(folded))
    return {
      accepts: (time) => findDates(time).length > 0 && inYear(time),
      vi: `có hạn là một ngày cụ thể${year === undefined ? "" : ` trong năm ${year}`}`,
      en: `with a fixed day${year === undefined ? "" : ` in ${year}`}`,
      byDay: true,
    };
  return year === undefined || !/\b(?:nhiem vu|viec|tasks?|hoan thanh|thuc hien|scheduled)\b/u.test(folded)
    ? null
    : { accepts: inYear, vi: `trong năm ${year}`, en: `in ${year}` };
}

function composeByTime(input: ComposeInput, filter: TimeFilter): DraftAnswer | null {
  const { u } = input;
  const lists = u.entries.flatMap((entry) => whereTime(entry, filter.accepts) ?? []);
  if (lists.length === 0) return null;
  const builder = new DraftBuilder();
  for (const list of lists) {
    const opening = say(
      u.lang,
      `${capitalised(shortName(list.entry.plan))} có ${list.items.length} nhiệm vụ ${filter.vi}:`,
      `${capitalised(shortName(list.entry.plan))} has ${list.items.length} tasks ${filter.en}:`,
    );
    const agencies = (item: IndexedAssignment): string =>
      [...new Set(list.entry.assignments.filter((row) => row.evidence.start === item.evidence.start).map((row) => row.agency))].join(", ");
    const lead = (item: IndexedAssignment): string => (filter.byDay ? `${item.time ?? ""} – ` : `${agencies(item)} – `);
    builder.paragraph(opening, ...(digestOf(builder, { list, used: opening.length, lead }) ?? []));
    const items = taskItems(builder, list, input);
    builder.list(list.items.map((item, index) => [{ strong: agencies(item) }, ": ", ...(items[index] ?? [])]));
  }
  addNotices(
    builder,
    input,
    lists.map(({ entry }) => entry),
  );
  return builder.done({ status: "answered", confidence: 0.9 });
}

/** The documents of the collection, when the question asks for them and for nothing in them. */
function composeCatalogue(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (
    !ASKS_DOCUMENTS.test(u.folded) ||
    u.topic.words.some(
      (word) =>
        ![
          "kho",
          "collection",
          "van",
          "ban",
          "tai",
          "lieu",
          "tong",
          "danh",
          "sach",
          "ten",
          "nhung",
          "liet",
          "du",
          "thao",
          "tri",
          "tue",
          "nhan",
          "tao",
          "hien",
          "holds",
          "hold",
        ].includes(word),
    )
  )
    return null;
  const builder = new DraftBuilder();
  builder.paragraph(say(u.lang, `Kho hiện có ${u.entries.length} văn bản:`, `The collection holds ${u.entries.length} documents:`));
  builder.list(
    u.entries.map((entry) => {
      const head = entry.plan.sections.find((section) => section.kind === "head") ?? entry.plan.sections[0];
      const title = entry.plan.text.indexOf(entry.plan.subject, head?.start ?? 0);
      const range =
        title === -1 || entry.plan.subject === ""
          ? { start: head?.start ?? 0, end: Math.min(head?.end ?? 0, (head?.start ?? 0) + 300) }
          : { start: title, end: title + entry.plan.subject.length };
      return [{ strong: capitalised(placeLabel(entry.plan)) }, `: ${entry.plan.title}`, builder.cite({ entry, ...range })];
    }),
  );
  return builder.done({ status: "answered", confidence: 0.95 });
}

/** The agencies that a plan gives tasks to, in its order, each with where. */
export function composeAgencies(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (u.topic.words.length > 0 || u.topic.foreign > 0 || u.agencies.length > 0 || !u.scoped) return null;
  const builder = new DraftBuilder();
  for (const entry of u.entries) {
    const rows = entry.assignments.filter((row, index, all) => all.findIndex((other) => other.key === row.key) === index);
    if (rows.length === 0) continue;
    builder.paragraph(
      say(
        u.lang,
        `${capitalised(shortName(entry.plan))} giao nhiệm vụ cho ${rows.length} cơ quan, đơn vị:`,
        `${capitalised(shortName(entry.plan))} gives tasks to ${rows.length} agencies:`,
      ),
    );
    builder.list(rows.map((row) => [agencyShown(row.agency, row.canonicalAgency, u.lang), builder.cite({ entry, ...row.agencyEvidence })]));
  }
  if (builder.citations.length === 0) return null;
  addNotices(builder, input, u.entries);
  return builder.done({ status: "answered", confidence: 0.9 });
}

/** Composes a list; null when no list of the register answers, so that the words of the plans are tried. */
export function composeList(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (u.agencies.length > 0 && (ASKS_PLACES.test(u.folded) || u.period === null)) return composeTasks(input);
  const filter = timeFilterOf(u.folded, u.period);
  const byTime = filter === null ? null : composeByTime(input, filter);
  if (byTime !== null) return byTime;
  return composeCatalogue(input);
}
