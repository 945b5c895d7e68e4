/** What a question asks of money: how much, from where, of which years, and what it is for. */
import moneyWords from "../../language/data/money-words.json" with { type: "json" };
import { periodYears } from "../../language/dates.ts";
import type { PlanEntry } from "../collection.ts";
import { coverageOf, type TermWeights, type Topic } from "../topic.ts";
import type { Understanding } from "../understand.ts";

const ASKS_AMOUNT =
  /\bbao nhieu\b|\bmay (?:ty|ti|trieu|dong)\b|\bmay\b$|\bkhai toan\b|\btong (?:muc|kinh|von|chi|tien|cong|so tien|du toan|nhu cau von)\b|\bhow much\b|\btotal\b|\bcosts?\b|\bamount\b|\bbillion\b|\bmillion\b|\bhow many (?:billion|million)\b|\bbudgeted\b|\b(?:what|which) (?:(?:is|are|was|will|the|total|annual|overall|state|planned|estimated) ){0,3}(?:budget|funding|sum)\b|\bbudget (?:for|of|does|do|will|is)\b/u;
const PLAINLY_AMOUNT = /\bbao nhieu\b|\bmay (?:ty|ti|trieu|dong)\b|\bhow much\b|\bhow many (?:billion|million)\b/u;
const ASKS_SOURCE =
  /\bnguon\b|\blay tu\b|\blay (?:tien )?o dau\b|\btu dau\b|\bsources?\b|\bfunded\b|\bwhere\b|\bwho (?:pays|funds)\b|\bai (?:tra|chi|bo) tien\b/u;
const ASKS_PARTS =
  /\bchia\b(?! se)|\bco cau\b|\bphan (?:bo|chia)\b|\btung (?:nguon|khoan|phan)\b|\btrong do\b|\bgom (?:nhung|cac)\b|\bbr(?:eak|oken|eaks)\s?down\b|\bsplit\b|\bdivided\b|\bby source\b|\beach source\b|\bcome from\b/u;
/** Another question word: what is asked of the money is neither how much nor from where. */
const ASKS_OTHER = /\bai\b|\bnao\b|\bwho\b|\bwhich\b|\bwhen\b/u;
/** "Kế hoạch năm 2021", "the 2021 plan": the year says which document. */
const YEAR_OF_DOCUMENT =
  /\b(?:ke hoach|quyet dinh|chi thi|cong van|nghi quyet|de an|chuong trinh|plan|decision|directive)(?: so)?(?: \d{1,5})?(?: nam| of| from)? ((?:19|20)\d{2})\b|\b((?:19|20)\d{2}) (?:plan|decision|directive)\b/gu;

/** Whether an amount is asked for, not where the money comes from. */
export function asksAmount(folded: string): boolean {
  return ASKS_AMOUNT.test(folded) && (!ASKS_SOURCE.test(folded) || PLAINLY_AMOUNT.test(folded));
}

export interface MoneyQuestion {
  readonly amount: boolean;
  /** True when the sources of the money are asked for, or its parts. */
  readonly source: boolean;
  readonly parts: boolean;
  /** True when just "the money" is asked about: an amount is best, words on funding will do. */
  readonly open: boolean;
  /** Years whose money is asked for. */
  readonly years: readonly string[];
  /** True for "đến năm 2030": the money up to that year. */
  readonly until: boolean;
  /** First and last year, when a period's money is asked for. */
  readonly period: readonly [number, number] | null;
  /** What the money is for: the topic without the words for money. */
  readonly subject: Topic;
}

const WORDS = new Set(moneyWords.words);
const PAIRS = new Set(moneyWords.pairs);
const ALONE = new Set(moneyWords.alone);
const IS_YEAR = /^(?:19|20)\d{2}$/u;

/** A topic without the words that only speak of money. */
export function withoutMoney(topic: Topic): Topic {
  const ofMoney = new Set(topic.pairs.filter((pair) => PAIRS.has(pair)).flatMap((pair) => pair.split("_")));
  const isMoney = (word: string): boolean => WORDS.has(word) || ofMoney.has(word) || IS_YEAR.test(word);
  const neighbours = new Set(topic.pairs.flatMap((pair) => (pair.split("_").some(isMoney) ? [] : pair.split("_"))));
  const words = topic.words.filter((word) => !isMoney(word) && (!ALONE.has(word) || neighbours.has(word)));
  return { ...topic, words, pairs: topic.pairs.filter((pair) => pair.split("_").every((word) => words.includes(word))) };
}

/** The topic without the names of agencies that only the plans know. */
function withoutAgencies({ agencies, topic }: Pick<Understanding, "agencies" | "topic">): Topic {
  const names = new Set(agencies.flatMap(({ key }) => key.split(" ")));
  const words = topic.words.filter((word) => !names.has(word));
  return names.size === 0
    ? topic
    : { ...topic, words, pairs: topic.pairs.filter((pair) => pair.split("_").every((word) => words.includes(word))) };
}

const FIRST_YEAR = /\bnam (?:dau(?: tien)?|thu nhat)\b|\bfirst year\b/u;
const LAST_YEAR = /\bnam (?:cuoi(?: cung)?)\b|\b(?:last|final) year\b/u;

/** "Riêng năm đầu": the year of the period in question, or of the plan's own. */
function yearMeant({ folded, period }: Pick<Understanding, "folded" | "period">, { plan }: PlanEntry): string | null {
  const [first, last] = [FIRST_YEAR.test(folded), LAST_YEAR.test(folded)];
  const span = period ?? periodYears(plan.subject);
  return first === last || span === null ? null : String(first ? span[0] : span[1]);
}

/** Reads what is asked of one plan's money. */
export function moneyQuestion(u: Pick<Understanding, "agencies" | "folded" | "topic" | "period">, entry: PlanEntry): MoneyQuestion {
  const { folded } = u;
  const { plan } = entry;
  const year = yearMeant(u, entry);
  const issued = plan.issuedOn?.value.slice(0, 4);
  const ofDocument = [...folded.matchAll(YEAR_OF_DOCUMENT)].map((match) => match[1] ?? match[2]);
  const amount = asksAmount(folded);
  const parts = ASKS_PARTS.test(folded);
  const source = ASKS_SOURCE.test(folded) || parts;
  return {
    amount,
    source,
    parts,
    open: !amount && !source && !ASKS_OTHER.test(folded),
    until: /\b(?:den (?:het )?(?:nam )?|until |up to |by )(?:19|20)\d{2}\b/u.test(folded),
    period: year === null ? u.period : null,
    years:
      year !== null
        ? [year]
        : [...new Set(folded.match(/\b(?:19|20)\d{2}\b/gu) ?? [])].filter((asked) => !(asked === issued && ofDocument.includes(asked))),
    subject: withoutMoney(withoutAgencies(u)),
  };
}

/**
 * Whether words speak of the money of the years asked: a sum for "2026 - 2030" is not that of 2026, but "đến năm 2030" may mean it.
 */
export function saysYears({ years, until }: Pick<MoneyQuestion, "years" | "until">, words: string): boolean {
  const spans = [...words.matchAll(RANGE)];
  const alone = words.replace(RANGE, " ");
  return years.every(
    (year) =>
      alone.includes(year) ||
      spans.some(([, from = "", to = ""]) => (years.length > 1 && (from === year || to === year)) || (to === year && until)),
  );
}

const RANGE = /((?:19|20)\d{2})\s*[-–]\s*(?:năm\s*)?((?:19|20)\d{2})/gu;

/** Whether the money of a plan as a whole is that of the years asked: "năm 2026" of a plan of 2026, its very period. */
export function planIsOfYears(years: readonly string[], { plan }: PlanEntry): boolean {
  const [first, last] = [years[0], years.at(-1)];
  const spans = [...plan.subject.matchAll(RANGE)];
  if (years.length > 1 && spans.some((span) => span[1] === first && span[2] === last)) return true;
  const singles: readonly string[] = plan.subject.replace(RANGE, " ").match(/(?<!đến (?:hết )?(?:năm )?)(?:19|20)\d{2}/gu) ?? [];
  return years.every((year) => singles.includes(year));
}

/** Whether the years asked lie within what a plan is for. */
export function planReachesYears(years: readonly string[], { plan }: PlanEntry): boolean {
  const named = [...plan.subject.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => Number(year));
  const issued = Number(plan.issuedOn?.value.slice(0, 4) ?? Number.NaN);
  const from = Math.min(...named, ...(Number.isNaN(issued) ? [] : [issued]));
  const to = named.length === 0 ? Infinity : Math.max(...named);
  return years.every((year) => from <= Number(year) && Number(year) <= to);
}

/** Share of what the money is for that the plan's own subject must hold, for the plan's money as a whole to be meant. */
const OF_THE_PLAN = 0.7;
/** The same where the question says that it speaks of a document ("kế hoạch du lịch thông minh"): its name is rarely given in full. */
const OF_NAMED_PLAN = 0.5;
const NAMES_DOCUMENT =
  /\b(?:ke hoach|quyet dinh|chi thi|cong van|nghi quyet|quy che|de an|chuong trinh|du thao|plan|decision|directive|regulation|programme|program|scheme|draft)\b/u;

/** Whether the money of the plan as a whole is asked for. */
export function meansWholePlan(
  { subject }: Pick<MoneyQuestion, "subject">,
  { folded, entry: { plan }, weights }: { folded: string; entry: PlanEntry; weights: TermWeights },
): boolean {
  const { share, weight } = coverageOf(subject, `${plan.subject} ${plan.title}`, weights);
  return weight === 0 || share >= (NAMES_DOCUMENT.test(folded) ? OF_NAMED_PLAN : OF_THE_PLAN);
}
