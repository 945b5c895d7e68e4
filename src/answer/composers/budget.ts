/** Amounts with their units, their parts, and sources of funds. */
import { findAmounts, shortDong, type FoundAmount } from "../../language/amounts.ts";
import { foldText } from "../../language/fold.ts";
import { shortened } from "../../language/shorten.ts";
import type { Piece } from "../draft.ts";
import { linesIn, type Range } from "../evidence.ts";
import { oneLine, say } from "../phrases.ts";
import { coverageOf, type Topic } from "../topic.ts";
import { THE_PLACE } from "./asked-agencies.ts";
import { asksOfPart, moneyLines, partsNamed, type MoneyLine } from "./money-lines.ts";
import { findByPeriod } from "./periods-asked.ts";
import { meansWholePlan, moneyQuestion, withoutMoney, type MoneyQuestion } from "./money-question.ts";
import { pricedForAgency, pricedTasks } from "./priced-tasks.ts";
import { tableTotal } from "./table-total.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

/** Margin of score from which one amount is surely the one asked for; below it the section's amounts are shown together. */
const CLEAR = 0.35;
const SHOWN_WHOLE = 900;
/** Share of what the money is for that the words around an amount must hold: the money of something else is no answer. */
const LEAST_AMOUNT = 0.34;
/** Share of it that the plan must speak of somewhere, for its words on funding to be an answer. */
const SPOKEN_OF = 0.5;
/** Support of a line that is itself about money, when money is all that is asked. */
const SURE_OF_SOURCE = 0.5;
/** Support of the sum of the whole, when the plan is named and its whole money is asked for. */
const SURE_OF_TOTAL = 0.85;
/** Longest part of a sum in the first sentence. */
const PART = 80;
/** Longest paragraph on sources beside an amount. */
const SHOWN_BESIDE = 240;
const NAMES_FUND = /kinh phi|nguon von/u;
const NAMES_SOURCE =
  /nguồn|ngân sách|xã hội h[óo][aá]|tài trợ|chi thường xuyên|chương trình mục tiêu|vốn (?:đầu tư|doanh nghiệp|sự nghiệp|đối ứng|vay)/iu;

/** The lines that a sum ends in: "Tổng kinh phí: 2.380 triệu đồng, trong đó:" and what follows; without a colon only where parts are asked. */
function withParts({ entry }: FindInput, line: Range, asksParts: boolean): { quote: Range; parts: readonly Range[] } {
  const { text, sections } = entry.plan;
  const opens = /:\s*$/u.test(text.slice(line.start, line.end));
  const section = sections.findLast(
    ({ start, end }) => start <= line.start && line.end < end && (opens || (asksParts && start === line.start)),
  );
  if (section === undefined) return { quote: line, parts: [] };
  const parts = linesIn(text, { start: line.end, end: section.end }).filter(
    ({ start, end }) => findAmounts(text.slice(start, end)).length > 0,
  );
  const last = parts.at(-1);
  return last === undefined || last.end - line.start > SHOWN_WHOLE
    ? { quote: line, parts: [] }
    : { quote: { start: line.start, end: last.end }, parts };
}

/** Of several sums in a line the one whose own words hold most of the question; the first where none does. */
function sumMeant({ u, entry }: FindInput, words: string): { sum: FoundAmount | undefined; clause: string } {
  const topic = u.topic;
  let best: { sum: FoundAmount; clause: string; share: number } | null = null;
  let from = 0;
  for (const sum of findAmounts(words)) {
    const clause = words.slice(from, sum.start).replace(/^[\s,;:.)–-]+/u, "");
    const { share } = coverageOf(topic, clause, entry.weights);
    if (best === null || share > best.share) best = { sum, clause, share };
    from = sum.end;
  }
  return { sum: best?.sum, clause: best?.clause ?? "" };
}

/** The amount of a line, strong, in short form where the digits are long, with its parts where they are asked for. */
function amountFact(input: FindInput, { words, parts }: { words: string; parts: readonly Range[] }, asked: MoneyQuestion): Piece[] {
  const { sum } = sumMeant(input, words);
  if (sum === undefined) return [say(input.u.lang, "Về kinh phí, kế hoạch nêu", "On funding, the plan says")];
  const inShort = sum.dong >= 1e9 && sum.text.endsWith("đồng") && !/tỷ|tỉ/u.test(sum.text) ? ` (${shortDong(sum.dong, input.u.lang)})` : "";
  const { text } = input.entry.plan;
  const listed = asked.source ? parts.map(({ start, end }) => shortened(oneLine(text.slice(start, end)).replace(/[;.]$/u, ""), PART)) : [];
  return [{ strong: sum.text }, inShort, ...(listed.length === 0 ? [] : [say(input.u.lang, ", gồm: ", ", of which: "), listed.join("; ")])];
}

/** The smallest section above the bullets that holds a line. */
const sectionAround = ({ entry }: FindInput, { start, end }: Range): Range | undefined =>
  entry.plan.sections.findLast((section) => !["dash", "plus"].includes(section.kind) && section.start <= start && end <= section.end);

/** The paragraph on funding that answers, or stands beside an amount. */
function fundsFinding(input: FindInput, [best]: readonly MoneyLine[]): Finding | null {
  if (best === undefined) return null;
  const { u, entry } = input;
  const words = entry.plan.text.slice(best.line.start, best.line.end);
  return {
    entry,
    fact: [say(u.lang, "Về kinh phí, kế hoạch nêu", "On funding, the plan says")],
    quote: withParts(input, best.line, false).quote,
    answersItself: false,
    support: Math.max(best.support, coverageOf(u.topic, words, entry.weights).share, NAMES_FUND.test(foldText(words)) ? SURE_OF_SOURCE : 0),
  };
}

const wordsOf = ({ entry, quote }: Finding): string => shortened(oneLine(entry.plan.text.slice(quote.start, quote.end)), SHOWN_BESIDE);

/** The amount asked for, from the lines of the plan. */
function amountFinding(
  input: FindInput,
  lines: readonly MoneyLine[],
  { asked, whole }: { asked: MoneyQuestion; whole: boolean },
): Finding | null {
  const { u, entry } = input;
  const { text } = entry.plan;
  const [best, second] = lines;
  if (best === undefined) return null;
  const sure = !whole || !(best.isTotal || (u.scoped && lines.length === 1)) ? 0 : u.scoped ? SURE_OF_TOTAL : SURE_OF_SOURCE;
  const support = Math.max(best.support, best.share, sure);
  const section = sectionAround(input, best.line);
  const unsure =
    second !== undefined &&
    best.score - second.score < CLEAR &&
    section !== undefined &&
    section.start <= second.line.start &&
    second.line.end <= section.end &&
    section.end - section.start <= SHOWN_WHOLE;
  if (unsure)
    return {
      entry,
      fact: [say(u.lang, "Các số tiền kế hoạch nêu", "Amounts that the plan states")],
      quote: { start: section.start, end: section.end },
      support,
    };
  const { quote, parts } = withParts(input, best.line, asked.source);
  const fact = amountFact(input, { words: text.slice(best.line.start, best.line.end), parts }, asked);
  return { entry, fact, quote, answersItself: true, support };
}

/** A topic without the sums that the question names: they say of what a part is asked, not what the part is. */
function withoutSums(topic: Topic, sums: readonly FoundAmount[]): Topic {
  const digits = new Set(sums.flatMap(({ text }) => text.match(/\d+/gu) ?? []));
  const words = topic.words.filter((word) => !digits.has(word));
  return { ...topic, words, pairs: topic.pairs.filter((pair) => pair.split("_").every((word) => words.includes(word))) };
}

/** Whether a line states only sums that the question itself names: what part of them is asked cannot be they themselves. */
function saysOnly(known: ReadonlySet<number>, words: string): boolean {
  const sums = findAmounts(words);
  return known.size > 0 && sums.length > 0 && sums.every(({ dong }) => known.has(dong));
}

/** The line of a plan that states the amount or the source asked for, for one period or for all. */
const findMoney: Finder = (input): Finding | null => {
  const { u, entry, candidates, collection } = input;
  const { text } = entry.plan;
  const known = findAmounts(u.text);
  const asked = moneyQuestion({ ...u, topic: withoutSums(u.topic, known) }, entry);
  const agencies = new Set(u.agencies.map(({ key }) => key).filter((key) => !THE_PLACE.has(key)));
  const whole = meansWholePlan(asked, { folded: u.folded, entry, weights: collection });
  const lines = (amount: boolean): MoneyLine[] => moneyLines(input, { asked, amount, whole, agencies });
  if (asked.amount || asked.open || asked.parts) {
    const priced = whole && agencies.size > 0 ? pricedForAgency(input, asked, agencies) : pricedTasks(input, asked);
    const sums = new Set(known.map(({ dong }) => dong));
    const ofPart = asked.amount && asksOfPart(u.folded);
    const amounts = lines(true).filter(({ share, line }) => {
      const words = text.slice(line.start, line.end);
      return (whole || share >= LEAST_AMOUNT) && !saysOnly(sums, words) && !(ofPart && partsNamed(u.folded, words) === 0);
    });
    if (priced !== null && (amounts[0] === undefined || priced.support > amounts[0].share || (whole && agencies.size > 0))) return priced;
    const ofTable =
      whole && agencies.size === 0 && asked.years.length === 0 && !amounts.some(({ isTotal }) => isTotal) ? tableTotal(input) : null;
    const found = ofTable ?? amountFinding(input, amounts, { asked, whole });
    if (found !== null) {
      const saysSource = NAMES_SOURCE.test(entry.plan.text.slice(found.quote.start, found.quote.end));
      const funds = asked.source && !saysSource ? fundsFinding(input, lines(false)) : null;
      return funds === null ? found : { ...found, more: [{ fact: [...funds.fact, ": ", wordsOf(funds)], quote: funds.quote }] };
    }
    if (asked.amount || asked.years.length > 0) return null;
  }
  const subject = withoutMoney(u.topic);
  const spoken = Math.max(
    0,
    ...candidates
      .slice(0, 16)
      .map(({ text: words, ranked }) => coverageOf(subject, `${ranked.passage.context} ${words}`, entry.weights).share),
  );
  return whole || spoken >= SPOKEN_OF ? fundsFinding(input, lines(false)) : null;
};

/** The money asked for; of several periods that a question names that of each. */
export const findBudget: Finder = (input) => findByPeriod(input, findMoney) ?? findMoney(input);

/** Words under which a plan speaks of its money. */
const OF_MONEY = /kinh phi|von dau tu|ngan sach|du toan/u;
const BARE_AMOUNT = /\b(?:la |thi |het )?bao nhieu\s*\??$|\bhow much\b/u;

/** The same for a question that names no money ("phần địa phương tự lo là bao nhiêu?") where what it asks about stands under the money. */
export const findUnspokenMoney: Finder = (input) => {
  const [best] = input.candidates;
  const headings =
    best === undefined ? "" : `${best.ranked.passage.context} ${input.entry.sections.get(best.ranked.passage.sectionId)?.heading ?? ""}`;
  return BARE_AMOUNT.test(input.u.folded.trim()) && OF_MONEY.test(foldText(headings)) ? findBudget(input) : null;
};
