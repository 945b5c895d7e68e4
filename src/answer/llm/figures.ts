/** Numbers, dates, amounts and document numbers of a text, in forms that can be compared across wording and language. */
import type { Language } from "../../contract/answer.ts";
import { findAmounts, vietnameseNumber } from "../../language/amounts.ts";
import { findDates } from "../../language/dates.ts";
import { foldText, foldedWords } from "../../language/fold.ts";

export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

export interface PlainNumber {
  /** What the digits may mean: one value, in English answers two ("3.600"). */
  readonly values: readonly number[];
  readonly isPercent: boolean;
  /** Folded words around it, nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Figures {
  /** "105/kh-ubnd" */
  readonly documents: readonly string[];
  readonly days: readonly Day[];
  /** "m9" for September, "q4" for the fourth quarter. */
  readonly months: readonly string[];
  /** In đồng; also "5 triệu" of something else. Each with its readings. */
  readonly amounts: readonly (readonly number[])[];
  readonly numbers: readonly PlainNumber[];
  /** Words with digits in them, folded: "5g", "covid-19" gives "19" to `numbers`. */
  readonly codes: readonly string[];
}

const DOCUMENT = /(?<![\p{L}\d/])\d{1,6}(?:\/(?:19|20)\d{2})?\/\p{Lu}[\p{L}\d]*(?:[-–]\p{L}[\p{L}\d]*)*/gu;
const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const NAMES = MONTH_NAMES.map((name) => `${name}|${name.slice(0, 3)}\\b\\.?`).join("|");
const ENGLISH_DAYS: readonly RegExp[] = [
  new RegExp(String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>${NAMES})(?:,?\s+(?<year>\d{4}))?`, "giu"),
  new RegExp(String.raw`(?<![\p{L}])(?<month>${NAMES})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<year>\d{4}))?`, "giu"),
];
const ENGLISH_MONTH = new RegExp(
  String.raw`(?<![\p{L}])(?:in|by|before|of|from|to|until|during|after|since)\s+(?<month>${NAMES})(?![\p{L}])`,
  "giu",
);
const MONTH = /tháng\s*(\d{1,2})(?!\d)|(?<![\d/.,])(\d{1,2})\/(?=(?:19|20)\d{2}(?!\d))/giu;
const QUARTER = /qu[ýí]\s*(IV|I{1,3}|[1-4])(?![\p{L}\d])|\bQ([1-4])\b|\b(first|second|third|fourth|1st|2nd|3rd|4th) quarter/giu;
const QUARTERS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};
const ENGLISH_AMOUNT =
  /(?:(?:VND|₫)\s*)?(\d+(?:[.,]\d+)*)\s*(thousand|million|billion|trillion)(?:\s+billion)?(?:\s*(?:dong|đồng|VND|₫))?|(?:VND|₫)\s*(\d+(?:[.,]\d+)*)|(\d+(?:[.,]\d+)*)\s*(?:dong|VND)\b/giu;
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const TOKEN = /[\p{L}\d]*\d[\p{L}\d]*(?:[.,]\d+)*/gu;
const PERCENT = /^\s*(?:%|phần trăm|per ?cent)/iu;

const monthNumber = (name: string): number => MONTH_NAMES.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** The value of digits as the language writes them; English answers copy Vietnamese forms too, so both are read. */
export function valuesOf(digits: string, lang: Language): number[] {
  const vietnamese = vietnameseNumber(/^\d+\.\d+$/u.test(digits) && !/^\d{1,3}\.\d{3}$/u.test(digits) ? digits.replace(".", ",") : digits);
  if (lang === "vi") return [vietnamese];
  const english = Number(digits.replace(/,(?=\d{3}(?!\d))/gu, ""));
  return [...new Set([english, vietnamese].filter((value) => Number.isFinite(value)))];
}

/** Takes what a pattern finds out of a text, so that no digit is read twice. */
function take(text: string, pattern: RegExp, found: (match: RegExpExecArray) => boolean | void): string {
  let rest = text;
  for (const match of text.matchAll(pattern))
    if (found(match) !== false) rest = rest.slice(0, match.index) + " ".repeat(match[0].length) + rest.slice(match.index + match[0].length);
  return rest;
}

function blank(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  return ranges.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}

/** Reads the figures of a text; `lang` says how its digits are written. */
export function figuresOf(text: string, lang: Language): Figures {
  const documents: string[] = [];
  const days: Day[] = [];
  const months: string[] = [];
  const amounts: (readonly number[])[] = [];
  const numbers: PlainNumber[] = [];
  const codes: string[] = [];
  let rest = take(text.normalize("NFC"), DOCUMENT, ([found]) => void documents.push(foldText(found).replaceAll("–", "-")));
  const dates = findDates(rest);
  for (const { day, month, year } of dates) if (day !== null && month !== null) days.push({ day, month, year });
  rest = blank(rest, dates);
  for (const pattern of lang === "en" ? ENGLISH_DAYS : [])
    rest = take(rest, pattern, ({ groups }) => {
      days.push({
        day: Number(groups?.["day"]),
        month: monthNumber(groups?.["month"] ?? ""),
        year: groups?.["year"] === undefined ? null : Number(groups["year"]),
      });
    });
  if (lang === "en") rest = take(rest, ENGLISH_MONTH, ({ groups }) => void months.push(`m${monthNumber(groups?.["month"] ?? "")}`));
  rest = take(rest, MONTH, ([, word, slash]) => void months.push(`m${Number(word ?? slash)}`));
  rest = take(rest, QUARTER, ([, name, short, english]) => {
    const quarter = (name ?? short ?? english ?? "").toLowerCase();
    months.push(`q${QUARTERS[quarter] ?? Number(quarter)}`);
  });
  const found = findAmounts(rest);
  amounts.push(...found.map(({ dong }) => [dong]));
  rest = blank(rest, found);
  if (lang === "en")
    rest = take(rest, ENGLISH_AMOUNT, ([, scaled, scale = "", before, after]) => {
      amounts.push(valuesOf(scaled ?? before ?? after ?? "", lang).map((value) => Math.round(value * (SCALES[scale.toLowerCase()] ?? 1))));
    });
  for (const match of rest.matchAll(TOKEN)) {
    const [token] = match;
    if (/\p{L}/u.test(token)) codes.push(foldText(token));
    else {
      const end = match.index + token.length;
      const around = {
        before: foldedWords(rest.slice(0, match.index)).slice(-2).toReversed(),
        after: foldedWords(rest.slice(end, end + 60)).slice(0, 3),
      };
      const isPercent = PERCENT.test(rest.slice(end));
      numbers.push({ values: valuesOf(token, lang), isPercent, ...around });
    }
  }
  return { documents, days, months, amounts, numbers, codes };
}
