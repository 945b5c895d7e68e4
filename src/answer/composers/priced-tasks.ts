/** Tasks of the register with the money printed beside them. */
import { agencyShown, oneLine, say } from "../phrases.ts";
import { gistOf } from "../gist.ts";
import type { IndexedAssignment } from "../collection.ts";
import { coverageOf, heldTerms, type Topic } from "../topic.ts";
import type { Piece } from "../draft.ts";
import { planIsOfYears, type MoneyQuestion } from "./money-question.ts";
import type { FindInput, Finding } from "./types.ts";

/** Share of what the money is for that a task must hold for its money to be the answer. */
const LEAST_TASK = 0.5;
/** The same for a second task, of the words that the first one leaves. */
const LEAST_SECOND = 0.6;
/** Words left over that make a second task worth looking for. */
const SECOND_WORDS = 2;
/** For a task of the agency that the question names. */
const OWN_AGENCY = 0.2;
/** Most tasks whose money is shown. */
const MOST_TASKS = 6;
/** Longest name of a task beside its money. */
const NAME = 90;
const SHORT_NAME = 45;

interface Priced {
  readonly row: IndexedAssignment;
  readonly share: number;
}

/** Tasks with their money, of the years asked; one task of two agencies counts once. "Doanh nghiệp tự đầu tư" says it as well as a sum. */
function pricedRows({ entry }: FindInput, years: readonly string[]): IndexedAssignment[] {
  const seen = new Set<number>();
  return entry.assignments.filter((row) => {
    if (row.budget === null || seen.has(row.evidence.start)) return false;
    const ofYears = `${row.time ?? ""} ${row.task} ${entry.sections.get(row.evidence.sectionId)?.path.join(" ") ?? ""}`;
    if (!years.every((year) => ofYears.includes(year) || inSpan(year, ofYears)) && !planIsOfYears(years, entry)) return false;
    seen.add(row.evidence.start);
    return true;
  });
}

const inSpan = (year: string, words: string): boolean =>
  [...words.matchAll(/((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/gu)].some(([, from = "", to = ""]) => from <= year && year <= to);

/** The task that holds most of a subject. */
function bestOf(input: FindInput, rows: readonly IndexedAssignment[], subject: Topic): Priced | null {
  const asked = new Set(input.u.agencies.map(({ key }) => key));
  let best: (Priced & { score: number }) | null = null;
  for (const row of rows) {
    const { share } = coverageOf(subject, row.task, input.entry.weights);
    const score = share + (asked.has(row.key) ? OWN_AGENCY : 0);
    if (best === null || score > best.score) best = { row, share, score };
  }
  return best;
}

/** What a subject has left when the words of a task are taken out. */
function leftOf(subject: Topic, task: string): Topic {
  const { terms } = heldTerms(task);
  const words = subject.words.filter((word) => !terms.has(word));
  return { ...subject, words, pairs: subject.pairs.filter((pair) => pair.split("_").every((word) => words.includes(word))), foreign: 0 };
}

const ranged = ({ entry }: FindInput, row: IndexedAssignment): { start: number; end: number } => {
  const { start, end } = entry.sections.get(row.evidence.sectionId) ?? row.evidence;
  return { start, end };
};

const named = ({ row }: Priced, room: number): Piece[] => [`${gistOf(oneLine(row.task), room)}: `, { strong: row.budget ?? "" }];

/** "2024 - 2025" after a sum that is asked of one year. */
const spanOf = ({ row }: Priced, years: readonly string[]): string =>
  years.length > 0 && row.time !== null && !years.includes(row.time) ? ` (${row.time})` : "";

function finding(input: FindInput, priced: readonly Priced[], years: readonly string[]): Finding | null {
  const [first, ...rest] = priced;
  if (first === undefined) return null;
  return {
    entry: input.entry,
    fact:
      rest.length === 0
        ? [{ strong: first.row.budget ?? "" }, spanOf(first, years)]
        : priced.flatMap((one, index) => [...(index === 0 ? [] : ["; "]), ...named(one, rest.length === 1 ? NAME : SHORT_NAME)]),
    quote: ranged(input, first.row),
    answersItself: true,
    support: Math.max(...priced.map(({ share }) => share)),
    ...(rest.length === 0 ? {} : { more: rest.map((other) => ({ fact: named(other, NAME), quote: ranged(input, other.row) })) }),
  };
}

/** The task, or the two tasks, that the question means, each with its money. */
export function pricedTasks(input: FindInput, { subject, years }: MoneyQuestion): Finding | null {
  if (subject.words.length === 0) return null;
  const rows = pricedRows(input, years);
  const best = bestOf(input, rows, subject);
  if (best === null) return null;
  const left = leftOf(subject, best.row.task);
  const others = rows.filter((row) => row !== best.row);
  const second = left.words.length < SECOND_WORDS ? null : bestOf(input, others, left);
  const both =
    second !== null &&
    second.share >= LEAST_SECOND &&
    coverageOf(subject, `${best.row.task} ${second.row.task}`, input.entry.weights).share >= LEAST_TASK;
  if (!both && best.share < LEAST_TASK) return null;
  return finding(input, both ? [{ ...best, share: Math.max(best.share, second.share) }, second] : [best], years);
}

/** The money of the tasks of the agency that the question names, when it names nothing else. */
export function pricedForAgency(input: FindInput, { years }: MoneyQuestion, keys: ReadonlySet<string>): Finding | null {
  const rows = pricedRows(input, years).filter(({ budget, key }) => keys.has(key) && /\d/u.test(budget ?? ""));
  const found = finding(
    input,
    rows.slice(0, MOST_TASKS).map((row) => ({ row, share: 1 })),
    years,
  );
  const [first] = rows;
  if (found === null || first === undefined || rows.length === 1) return found;
  const { lang } = input.u;
  const who = agencyShown(first.agency, first.canonicalAgency, lang);
  return { ...found, fact: [say(lang, `${who} có ${rows.length} khoản: `, `${who} has ${rows.length} sums: `), ...found.fact] };
}
