/** The first and last day that printed words name: days, months, quarters, half-years, years, and ranges of them. */
import { findDates } from "./dates.ts";

export interface TimeSpan {
  readonly start: string;
  readonly end: string;
}

/** A day of every year, or the last day of a month (`day` -1, as RFC 5545 counts). */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

export interface NamedTimes {
  /** ISO dates, in the order of the words; a year that a list or a range says once holds for all its parts. */
  readonly spans: readonly TimeSpan[];
  /** The last days of days, months and quarters whose year cannot be told. */
  readonly yearless: readonly YearDay[];
  /** True where the words name nothing but days ("trước ngày 30/9/2025"). */
  readonly daysOnly: boolean;
}

interface Part {
  readonly at: number;
  readonly year: number | null;
  readonly lastYear: number | null;
  readonly from: YearDay;
  readonly to: YearDay;
  readonly isDay: boolean;
}

const YEAR = String.raw`(?:\s*(?:[/-]|(?:của\s+)?năm|,\s*năm)\s*(\d{4})(?!\d))?`;
const QUARTER_NAME = "IV|III|II|I|[1-4]";
const LINK = String.raw`\s*(?:,|[-–]|và|đến)\s*`;
const HALF = /(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+năm(?:\s+((?:19|20)\d{2}))?/giu;
const QUARTER = new RegExp(
  String.raw`qu[ýí]\s*((?:${QUARTER_NAME})(?![\p{L}\d])(?:${LINK}(?:${QUARTER_NAME})(?![\p{L}\d]))*)${YEAR}`,
  "giu",
);
const MONTH = new RegExp(String.raw`tháng\s*(\d{1,2}(?!\d)(?:${LINK}\d{1,2}(?!\d|\/\d{1,2}(?!\d)))*)${YEAR}`, "giu");
const BARE_MONTH = /(?<![\d/.,])(\d{1,2})\/((?:19|20)\d{2})(?![\d/])/gu;
const YEARS = /(?<![\d/.])((?:19|20)\d{2})\s*(?:[-–]|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?((?:19|20)\d{2})(?![\d/])/giu;
const ONE_YEAR = /(?<![\d/.])((?:19|20)\d{2})(?![\d/])/gu;
/** A school year begins and ends when the school says so. */
const SCHOOL_YEAR = /năm học\s*(?:19|20)\d{2}\s*[-–]\s*(?:19|20)?\d{2}/giu;

const QUARTERS: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };
const quarterNumber = (name: string): number => QUARTERS[name.toUpperCase()] ?? Number(name);
const yearNumber = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
const months = (from: number, to: number): Pick<Part, "from" | "to"> => ({ from: { month: from, day: 1 }, to: { month: to, day: -1 } });

/** Words of one kind; what they hold is blanked, so that no figure is read twice. */
const KINDS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => readonly Omit<Part, "at" | "isDay">[] }[] = [
  {
    pattern: HALF,
    read: (match) => [
      { ...(match[1]?.toLowerCase() === "đầu" ? months(1, 6) : months(7, 12)), year: yearNumber(match[2]), lastYear: null },
    ],
  },
  {
    pattern: QUARTER,
    read: (match) =>
      (match[1] ?? "").split(new RegExp(LINK, "u")).map((name) => {
        const quarter = quarterNumber(name);
        return { ...months(3 * quarter - 2, 3 * quarter), year: yearNumber(match[2]), lastYear: null };
      }),
  },
  {
    pattern: MONTH,
    read: (match) =>
      (match[1] ?? "")
        .split(new RegExp(LINK, "u"))
        .map(Number)
        .filter((month) => month >= 1 && month <= 12)
        .map((month) => ({ ...months(month, month), year: yearNumber(match[2]), lastYear: null })),
  },
  {
    pattern: BARE_MONTH,
    read: (match) => {
      const month = Number(match[1]);
      return month >= 1 && month <= 12 ? [{ ...months(month, month), year: yearNumber(match[2]), lastYear: null }] : [];
    },
  },
  { pattern: YEARS, read: (match) => [{ ...months(1, 12), year: yearNumber(match[1]), lastYear: yearNumber(match[2]) }] },
  { pattern: ONE_YEAR, read: (match) => [{ ...months(1, 12), year: yearNumber(match[1]), lastYear: null }] },
];

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

function partsOf(words: string): Part[] {
  let rest = words.replace(SCHOOL_YEAR, (match) => " ".repeat(match.length));
  const parts: Part[] = [];
  for (const { start, end, day, month, year } of findDates(rest)) {
    if (day === null || month === null) continue;
    parts.push({ at: start, year, lastYear: null, from: { month, day }, to: { month, day }, isDay: true });
    rest = blank(rest, start, end);
  }
  for (const { pattern, read } of KINDS)
    for (const match of rest.matchAll(pattern)) {
      parts.push(...read(match).map((part) => ({ ...part, at: match.index, isDay: false })));
      rest = blank(rest, match.index, match.index + match[0].length);
    }
  return parts.toSorted((a, b) => a.at - b.at);
}

const two = (value: number): string => String(value).padStart(2, "0");
const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO date of a day in a year; a day the month does not have (31/6, 29/02) is its last. */
function isoDay(year: number, { month, day }: YearDay): string {
  const last = lastDayOfMonth(year, month);
  return `${year}-${two(month)}-${two(day === -1 ? last : Math.min(day, last))}`;
}

/** The last day of a month of any year: -1 for February, whose last day changes. */
const lastOfMonth = (month: number): YearDay => ({ month, day: month === 2 ? -1 : lastDayOfMonth(2023, month) });

/** The times that words name; `year` stands in for years that are left out, null where the context has none. */
export function namedTimes(words: string, year: number | null = null): NamedTimes {
  const parts = partsOf(words);
  const spans: TimeSpan[] = [];
  const yearless: YearDay[] = [];
  parts.forEach((part, index) => {
    // "quý I đến quý III/2026": the year stands once, mostly at the end.
    const own =
      part.year ??
      parts.slice(index + 1).find((other) => other.year !== null)?.year ??
      parts.slice(0, index).findLast((other) => other.year !== null)?.year ??
      year;
    if (own === null) yearless.push(part.to.day === -1 ? lastOfMonth(part.to.month) : part.to);
    else spans.push({ start: isoDay(own, part.from), end: isoDay(part.lastYear ?? own, part.to) });
  });
  return { spans, yearless, daysOnly: parts.length > 0 && parts.every(({ isDay }) => isDay) };
}
