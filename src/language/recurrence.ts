/** Rhythms in administrative words ("hằng quý trước ngày 20 của tháng cuối quý") as recurrence rules of RFC 5545. */
import type { YearDay } from "./time-spans.ts";

const EVERY = "(?:hằng|hàng|mỗi|từng)";
const COUNT = String.raw`(\d{1,2}|một|hai|ba|bốn|năm|sáu|mười)`;
const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, mười: 10 };
const numberOf = (word: string | undefined): number => NUMBERS[(word ?? "").toLowerCase()] ?? Number(word ?? 1);

const WEEKDAY = /(?:thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))/iu;
const WEEKDAYS: Readonly<Record<string, string>> = {
  hai: "MO",
  ba: "TU",
  tư: "WE",
  năm: "TH",
  sáu: "FR",
  bảy: "SA",
  "2": "MO",
  "3": "TU",
  "4": "WE",
  "5": "TH",
  "6": "FR",
  "7": "SA",
};

const WEEKLY = new RegExp(`${EVERY} tuần|tuần một lần`, "iu");
const MONTHLY = new RegExp(`${EVERY} tháng|báo cáo tháng|định kỳ tháng|lần\\s*/\\s*tháng|(?<!${COUNT}\\s)tháng một lần`, "iu");
const QUARTERLY = new RegExp(
  `${EVERY} quý|(?:báo cáo|định kỳ|theo|,|tháng,)\\s*quý(?!\\s*(?:IV|I{1,3}|[1-4])(?![\\p{L}\\d]))|quý một lần|cuối (?:mỗi )?quý`,
  "iu",
);
const HALF_YEARLY =
  /(?:báo cáo|định kỳ|sơ kết|quý|tháng|,)\s*(?:0?6|sáu)\s+tháng(?!\s+(?:đầu|cuối)\s+năm)|(?:0?6|sáu)\s+tháng\s*(?:một lần|\/\s*lần|,\s*(?:và\s+)?(?:năm|01 năm|một năm|hằng|hàng)|và\s+(?:hằng|hàng)?\s*năm)/iu;
const YEARLY = new RegExp(
  `${EVERY} năm|báo cáo năm(?!\\s*\\d{4})|định kỳ(?:\\s+(?:báo cáo|đánh giá|tổng kết))?\\s+năm(?!\\s*\\d{4})|(?:tháng|quý)\\s*(?:,|và)\\s*(?:một\\s|01\\s)?năm(?!\\s*\\d{4})|(?<!${COUNT}\\s)năm một lần|của năm (?:trước|liền kề)`,
  "iu",
);
const EACH_YEARS = new RegExp(
  `(?:định kỳ\\s+|,\\s*)${COUNT}\\s+năm(?!\\s*\\d)(?:\\s+một lần|\\s*/\\s*lần)?|${COUNT}\\s+năm\\s*(?:một lần|/\\s*lần)`,
  "giu",
);
const EACH_MONTHS = new RegExp(`(?:định kỳ\\s+)?${COUNT}\\s+tháng\\s*(?:một lần|/\\s*lần)|định kỳ\\s+${COUNT}\\s+tháng`, "giu");
/** "02 lần/năm", "mỗi năm hai lần": the year divided. */
const TIMES_A_YEAR = new RegExp(
  `${COUNT}\\s*(?:lần|kỳ|đợt|buổi)\\s*/\\s*năm|${EVERY}\\s+năm\\s+(?:ít nhất\\s+|tối thiểu\\s+)?${COUNT}\\s+(?:lần|kỳ|đợt)`,
  "iu",
);

const MONTH_DAY =
  /ngày\s*(\d{1,2})(?!\s*(?:\/|tháng\s*\d|[\d]))(?:\s*(?:của\s+)?(?:các\s+)?tháng\s+(cuối|đầu)\s+(?:của\s+)?(?:mỗi\s+)?quý)?/iu;
const DAY_OF_MONTHS =
  /ngày\s*(\d{1,2})\s*(?:của\s+)?(?:các\s+)?tháng\s*(\d{1,2}(?:\s*(?:,|và)\s*(?:tháng\s*)?\d{1,2})+)(?!\s*(?:\/|năm)\s*\d{4})/iu;
/** "ngày 10 và ngày 25 hằng tháng" */
const MONTH_DAYS = new RegExp(String.raw`ngày\s*(\d{1,2}(?:\s*(?:,|và)\s*(?:ngày\s*)?\d{1,2})+)\s+(?:của\s+)?${EVERY}\s+tháng`, "iu");
/** "trước ngày 05 tháng sau" comes back with every month. */
const OF_NEXT_MONTH = /ngày\s*(\d{1,2})\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề|kế sau)/iu;
const LAST_OF_MONTH = /ngày cuối(?: cùng)?\s+(?:của\s+)?(?:hằng |hàng |mỗi )?tháng(?!\s*\d)/iu;
const FIRST_MONTHS = "1,4,7,10";
const LAST_MONTHS = "3,6,9,12";

/** Days that share a day of the month stand in one rule: 15/6 and 15/12. */
function yearlyOn(days: readonly YearDay[]): string[] {
  const byDay = new Map<number, number[]>();
  for (const { month, day } of days) byDay.set(day, [...(byDay.get(day) ?? []), month]);
  return [...byDay].map(
    ([day, months]) => `FREQ=YEARLY;BYMONTH=${[...new Set(months)].toSorted((a, b) => a - b).join(",")};BYMONTHDAY=${day}`,
  );
}

/** Rhythms without a day, the coarse ones after the fine; "định kỳ 6 tháng, năm" has two. */
function plainRhythms(words: string): string[] {
  const rules: string[] = [];
  if (MONTHLY.test(words)) rules.push("FREQ=MONTHLY");
  if (QUARTERLY.test(words)) rules.push("FREQ=MONTHLY;INTERVAL=3");
  const months = [...words.matchAll(EACH_MONTHS)].map((match) => numberOf(match[1] ?? match[2]));
  rules.push(...months.map((count) => (count === 1 ? "FREQ=MONTHLY" : `FREQ=MONTHLY;INTERVAL=${count}`)));
  if (HALF_YEARLY.test(words)) rules.push("FREQ=MONTHLY;INTERVAL=6");
  const times = TIMES_A_YEAR.exec(words);
  const perYear = numberOf(times?.[1] ?? times?.[2]);
  if (times !== null && 12 % perYear === 0) rules.push(perYear === 1 ? "FREQ=YEARLY" : `FREQ=MONTHLY;INTERVAL=${12 / perYear}`);
  else if (YEARLY.test(words)) rules.push("FREQ=YEARLY");
  const years = [...words.matchAll(EACH_YEARS)].map((match) => numberOf(match[1] ?? match[2])).filter((count) => count <= 10);
  rules.push(...years.map((count) => (count === 1 ? "FREQ=YEARLY" : `FREQ=YEARLY;INTERVAL=${count}`)));
  return [...new Set(rules)];
}

/**
 * The rules that words state, without "RRULE:", finest rhythm first; empty for words without a rhythm.
 * `yearless` are the days, months and quarters of no year in the words, `around` the clause they stand in: a day without a
 * year returns when either says so ("định kỳ hằng năm báo cáo … trước ngày 01 tháng 12").
 */
export function recurrenceRules(input: { words: string; around: string; yearless: readonly YearDay[] }): string[] {
  const { words, around, yearless } = input;
  const both = `${words} ; ${around}`;
  const weekday = WEEKDAY.exec(words);
  if (weekday !== null && WEEKLY.test(both)) return [`FREQ=WEEKLY;BYDAY=${WEEKDAYS[(weekday[1] ?? "").toLowerCase()] ?? "SU"}`];
  if (WEEKLY.test(words)) return ["FREQ=WEEKLY"];
  const listed = DAY_OF_MONTHS.exec(words);
  if (listed !== null)
    return [`FREQ=YEARLY;BYMONTH=${(listed[2] ?? "").match(/\d+/gu)?.map(Number).join(",") ?? ""};BYMONTHDAY=${Number(listed[1])}`];
  const several = MONTH_DAYS.exec(words)?.[1] ?? OF_NEXT_MONTH.exec(words)?.[1];
  const monthDays = (several?.match(/\d+/gu) ?? []).map(Number).filter((number) => number <= 31);
  if (monthDays.length > 0 && !QUARTERLY.test(both)) return [`FREQ=MONTHLY;BYMONTHDAY=${monthDays.join(",")}`, ...yearlyOn(yearless)];
  const monthDay = MONTH_DAY.exec(words);
  const day = LAST_OF_MONTH.test(words) ? -1 : monthDay === null ? null : Number(monthDay[1]);
  if (day !== null && day <= 31) {
    const others = yearlyOn(yearless);
    const quarterly = monthDay?.[2]?.toLowerCase() === "đầu" || OF_NEXT_MONTH.test(words) ? FIRST_MONTHS : LAST_MONTHS;
    if (monthDay?.[2] !== undefined) return [`FREQ=YEARLY;BYMONTH=${quarterly};BYMONTHDAY=${day}`, ...others];
    if (MONTHLY.test(words) || day === -1 || (!QUARTERLY.test(words) && MONTHLY.test(around)))
      return [`FREQ=MONTHLY;BYMONTHDAY=${day}`, ...others];
    if (QUARTERLY.test(both)) return [`FREQ=YEARLY;BYMONTH=${quarterly};BYMONTHDAY=${day}`, ...others];
  }
  if (yearless.length > 0) return plainRhythms(both).length > 0 || YEARLY.test(both) ? yearlyOn(yearless) : [];
  return plainRhythms(words);
}
