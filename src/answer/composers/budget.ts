/** Amounts with their units, and sources of funds. */
import { findAmounts, shortDong } from "../../language/amounts.ts";
import { foldText } from "../../language/fold.ts";
import { linesIn, type Range } from "../evidence.ts";
import { say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

const ASKS_AMOUNT =
  /\bbao nhieu\b|\bmay (?:ty|ti|trieu|dong)\b|\bkhai toan\b|\btong (?:muc|kinh|von|chi|tien)\b|\bmay ty\b|\bhow much\b|\btotal\b|\bcosts?\b|\bamount\b|\bbillion\b|\bmillion\b|\bhow many (?:billion|million)\b/u;
const ASKS_SOURCE = /\bnguon\b|\blay tu\b|\blay (?:tien )?o dau\b|\bsources?\b|\bfunded\b|\bwhere\b/u;
const FUNDS = /kinh phí|nguồn vốn|ngân sách|vốn (?:đầu tư|doanh nghiệp|sự nghiệp)|dự toán/iu;

/** Whether an amount is asked for, not where the money comes from. */
export function asksAmount(folded: string): boolean {
  return ASKS_AMOUNT.test(folded) && !(ASKS_SOURCE.test(folded) && !/\bbao nhieu\b|\bhow much\b/u.test(folded));
}

/** The words above a line that say what it is part of: "Giai đoạn 2026 - 2030" over "Kinh phí địa phương". */
function lineage(entry: Parameters<Finder>[0]["entry"], line: Range): string {
  const { plan } = entry;
  return plan.sections
    .filter((section) => section.start <= line.start && line.end <= section.end)
    .map((section) => `${section.heading} ${plan.text.slice(section.start, Math.min(section.ownEnd, section.start + 160))}`)
    .join(" ");
}

/** For a line that stands in the period asked about, whether it or a heading above it names the years. */
const OF_PERIOD = 0.8;

interface MoneyLine {
  readonly line: Range;
  readonly score: number;
  readonly share: number;
  readonly support: number;
}

/** Margin of score from which one amount is surely the one asked for; below it the section's amounts are shown together. */
const CLEAR = 0.35;
const SHOWN_WHOLE = 900;

/** The task of the register that the question means, with the money printed beside it. */
function pricedTask({ u, entry }: FindInput): Finding | null {
  // What the money is for: the words for money themselves stand in no task.
  const subject = {
    ...u.topic,
    words: u.topic.words.filter((word) => !MONEY.has(word)),
    pairs: u.topic.pairs.filter((pair) => !pair.split("_").some((word) => MONEY.has(word))),
  };
  let best: { finding: Finding; share: number } | null = null;
  if (subject.words.length === 0) return null;
  for (const row of entry.assignments) {
    const share = coverageOf(subject, row.task, entry.weights).share;
    const section = entry.sections.get(row.evidence.sectionId);
    if (
      row.budget === null ||
      !/\d/u.test(row.budget) ||
      section === undefined ||
      share < LEAST_TASK ||
      (best !== null && share <= best.share)
    )
      continue;
    best = { share, finding: { entry, fact: [{ strong: row.budget }], quote: { start: section.start, end: section.end }, support: share } };
  }
  return best?.finding ?? null;
}

/** Share of the topic that the words around an amount must hold: the money of something else is no answer. */
const LEAST_AMOUNT = 0.34;
/** Support of a line that is itself about money, when money is all that is asked. */
const SURE_OF_SOURCE = 0.5;
const MONEY = new Set([
  "tien",
  "kinh",
  "phi",
  "het",
  "ton",
  "ty",
  "ti",
  "trieu",
  "dong",
  "von",
  "ngan",
  "sach",
  "khai",
  "toan",
  "tong",
  "chi",
  "muc",
  "cap",
  "bo",
  "tri",
  "du",
  "gia",
]);
/** Share of the topic that a task must hold for its money to be the answer. */
const LEAST_TASK = 0.5;

/** The line of a plan that states the amount or the source asked for. */
export const findBudget: Finder = (input): Finding | null => {
  const { u, entry, candidates } = input;
  const { text } = entry.plan;
  const amount = asksAmount(u.folded);
  const asked = u.folded.match(/\b(?:19|20)\d{2}\b/gu) ?? [];
  let best: MoneyLine | null = null;
  let second: MoneyLine | null = null;
  for (const candidate of candidates.slice(0, 16)) {
    const { passage } = candidate.ranked;
    for (const line of linesIn(text, passage)) {
      const words = text.slice(line.start, line.end);
      const sums = findAmounts(words).length;
      if (amount ? sums === 0 : !FUNDS.test(words)) continue;
      const around = lineage(entry, line);
      const share = coverageOf(u.topic, `${words} ${around} ${passage.context}`, entry.weights).share;
      const own = coverageOf(u.topic, words, entry.weights).share;
      const held = u.period === null || u.period.every((year) => `${words} ${around}`.includes(String(year)));
      // Another year's money is no answer.
      if (amount && !asked.every((year) => `${words} ${around} ${passage.context}`.includes(year))) continue;
      const years = u.period === null || !held ? 0 : OF_PERIOD;
      const total =
        amount &&
        u.period === null &&
        /tổng|khái toán/iu.test(words) &&
        !/dia phuong|trung uong|giai doan|local|central|phase/u.test(u.folded)
          ? 1
          : 0;
      const source = !amount && /nguồn (?:vốn|kinh phí)|kinh phí thực hiện|ngân sách/iu.test(words) && words.length > 60 ? 0.8 : 0;
      const score = 2 * share + own + years + total + source + 0.15 * candidate.ranked.score;
      if (best === null || score > best.score) [second, best] = [best, { line, score, share, support: candidate.support }];
      else if (second === null || score > second.score) second = { line, score, share, support: candidate.support };
    }
  }
  const priced = amount ? pricedTask(input) : null;
  if (priced !== null && (best === null || priced.support > best.share)) return priced;
  if (best === null || (amount && best.share < LEAST_AMOUNT)) return null;
  const section = entry.plan.sections.findLast(
    ({ kind, start, end }) => !["dash", "plus"].includes(kind) && start <= (best?.line.start ?? 0) && (best?.line.end ?? 0) <= end,
  );
  const unsure =
    amount &&
    second !== null &&
    best.score - second.score < CLEAR &&
    section !== undefined &&
    section.start <= second.line.start &&
    second.line.end <= section.end &&
    section.end - section.start <= SHOWN_WHOLE;
  if (unsure && section !== undefined)
    return {
      entry,
      fact: [say(u.lang, "Các số tiền kế hoạch nêu", "Amounts that the plan states")],
      quote: { start: section.start, end: section.end },
      support: Math.max(best.support, best.share),
    };
  const words = text.slice(best.line.start, best.line.end);
  const sums = findAmounts(words);
  const first = sums[0];
  const fact =
    amount && first !== undefined
      ? [
          { strong: first.text },
          first.dong >= 1e9 && first.text.endsWith("đồng") && !/tỷ|tỉ/u.test(first.text) ? ` (${shortDong(first.dong, u.lang)})` : "",
        ]
      : [say(u.lang, "Về kinh phí, kế hoạch nêu", "On funding, the plan says")];
  return {
    entry,
    fact,
    quote: best.line,
    answersItself: amount,
    support: Math.max(best.support, best.share, /kinh phi|nguon von/u.test(foldText(words)) ? SURE_OF_SOURCE : 0),
  };
};
