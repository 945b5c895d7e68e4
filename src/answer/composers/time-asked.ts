/** What a question asks of time, how well a sentence answers it, and which of its words do. */
import { findDates } from "../../language/dates.ts";
import {
  dayPhrases,
  durationPhrase,
  hasDeadline,
  hasPeriod,
  hasRhythm,
  lengthPhrase,
  periodPhrase,
  rhythmPhrase,
} from "../../language/time-phrases.ts";
import { coverageOf } from "../topic.ts";
import { clausesOfDays, daysOf } from "./asked-days.ts";
import type { FindInput } from "./types.ts";

/** "within": a length of time ("trong bao lâu", "mấy ngày"). */
export type Asked = "period" | "rhythm" | "within" | "date" | "whom";

const ASKED: readonly { readonly asked: Asked; readonly pattern: RegExp }[] = [
  {
    asked: "rhythm",
    pattern:
      /\bbao lau (?:mot|1|thi (?:bao cao|danh gia|kiem tra|ra soat)|bao cao|danh gia)\b|\bmay (?:nam|thang|quy|tuan) (?:mot|1|thi)\b|\bmay lan\b|\bbao nhieu lan\b|\bdinh ky\b|\bhow often\b|\bfrequen|\bhow many times\b/u,
  },
  {
    asked: "within",
    pattern:
      /\bbao lau\b|\b(?:may|bao nhieu) (?:gio|phut|ngay|tuan|thang|nam)\b(?! (?:ban hanh|ky))|\b(?:how|within|in) (?:how )?(?:long|many (?:hours|days|minutes|weeks|months|years))\b|\bhow (?:soon|quickly|fast)\b/u,
  },
  {
    asked: "period",
    pattern:
      /\bgiai doan nao\b|\bthoi gian (?:nao|thuc hien)\b|(?<!\bbao (?:cao )?)\btien do\b|\blo trinh\b|\bnam nao\b|\b(?:what|which) (?:period|phase|years?)\b|\btimeline\b/u,
  },
  {
    asked: "date",
    pattern:
      /\bngay (?:nao|may)\b|\bhom nao\b|\bhan\b|\bthoi han\b|\bkhi nao\b|\bbao gio\b|\bluc nao\b|\bthang (?:nao|may)\b|\bquy (?:nao|may)\b|\bdeadline\b|\bdate\b|\bwhen\b|\bdue\b|\bday\b|\bmonth\b/u,
  },
];

/** What a question asks of time; "whom" when it asks where a report goes. */
export function timeAsked(folded: string): Asked {
  return ASKED.find(({ pattern }) => pattern.test(folded))?.asked ?? "whom";
}

const GRAINS: readonly { readonly asks: RegExp; readonly printed: RegExp }[] = [
  { asks: /\bthang (?:may|nao)\b|\b(?:what|which) month\b/u, printed: /tháng\s*\d|\d\/(?:19|20)?\d/u },
  { asks: /\b(?:may|bao nhieu) lan\b|\bhow many times\b/u, printed: /(?:\d+|một|hai|ba|bốn|sáu)\s*(?:lần|kỳ)|một lần/iu },
  { asks: /\bquy (?:may|nao)\b|\b(?:what|which) quarter\b/u, printed: /quý\s*(?:[IV]+|\d)/u },
];
const SAME_GRAIN = 0.6;

/** What a sentence gains or loses when a month or a quarter is asked for: "tháng mấy" is not answered by "ngày 25 hằng tháng". */
export function grainFit(folded: string, words: string): number {
  const grain = GRAINS.find(({ asks }) => asks.test(folded));
  return grain === undefined ? 0 : grain.printed.test(words) ? SAME_GRAIN : -SAME_GRAIN;
}

/** "Năm 2028: bao phủ …", where a year is all that is said. */
const NAMES_YEAR = /(?<!ngày [^.;]{0,30})năm (?:19|20)\d{2}/iu;
/** Words of reporting, as printed. */
export const REPORTS = /báo cáo|gửi|phản ánh|kiến nghị|đề xuất|tổng hợp/u;
/** How well a sentence says what is asked of time, 0..1. */
export const FITS: Readonly<Record<Asked, (words: string) => number>> = {
  date: (words) =>
    hasDeadline(words) || durationPhrase(words) !== null
      ? 1
      : findDates(words).length > 0 || dayPhrases(words).length > 0
        ? 0.6
        : hasPeriod(words)
          ? 0.35
          : hasRhythm(words) || NAMES_YEAR.test(words)
            ? 0.3
            : 0,
  period: (words) =>
    /(?:thời gian|thời hạn|tiến độ)[^:\n]{0,30}:/iu.test(words)
      ? 1
      : hasPeriod(words)
        ? 0.9
        : hasDeadline(words)
          ? 0.8
          : NAMES_YEAR.test(words)
            ? 0.6
            : hasRhythm(words)
              ? 0.4
              : 0,
  rhythm: (words) => (hasRhythm(words) ? 1 : hasDeadline(words) ? 0.5 : durationPhrase(words) !== null ? 0.3 : 0),
  within: (words) =>
    durationPhrase(words) !== null
      ? 1
      : lengthPhrase(words) !== null
        ? 0.8
        : hasDeadline(words) || hasPeriod(words)
          ? 0.6
          : hasRhythm(words)
            ? 0.5
            : 0,
  whom: (words) => (REPORTS.test(words) ? 1 : 0),
};

const WHOM = /(?:báo cáo|gửi|phản ánh|đề xuất)[^.;\n]{0,80}?(?:về|cho|đến|gửi)\s+[^.;,(\n]{3,60}(?:\s*\(qua [^)]{3,60}\))?/iu;

/** The rhythm, with its day where one is set: "hằng năm (trước ngày 05/12)". */
function rhythmWithDay(words: string, folded: string): string | null {
  const [rhythm, days] = [rhythmPhrase(words), daysOf(words, folded)];
  if (rhythm === null || days === null) return rhythm ?? durationPhrase(words);
  return days.toLowerCase().includes(rhythm.toLowerCase()) ? days : `${rhythm} (${days})`;
}

/** By how much more of the question the words before one day must hold, for that day alone to be meant. */
const CLEARLY = 0.15;

/** Of several days in a sentence the one whose own words are asked about: "sơ kết quý III năm 2025, tổng kết quý IV năm 2027". */
function dayMeant(words: string, { u, entry }: FindInput): string | null {
  const shares = clausesOfDays(words).map(({ day, clause }) => ({ day, share: coverageOf(u.topic, clause, entry.weights).share }));
  const [first, second] = shares.toSorted((a, b) => b.share - a.share);
  return first !== undefined && second !== undefined && first.share - second.share >= CLEARLY ? first.day : daysOf(words, u.folded);
}

/** The words of a sentence that say the time asked for, as printed; null where it has none of that sort. */
export function timePhrase(words: string, asked: Asked, input: FindInput): string | null {
  const { folded } = input.u;
  const own = {
    date: () => dayMeant(words, input),
    period: () => periodPhrase(words),
    within: () => lengthPhrase(words),
    rhythm: () => rhythmWithDay(words, folded),
    whom: () => WHOM.exec(words)?.[0] ?? null,
  }[asked]();
  return own ?? durationPhrase(words) ?? daysOf(words, folded) ?? rhythmPhrase(words) ?? periodPhrase(words);
}
