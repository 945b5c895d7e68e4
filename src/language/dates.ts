/** Dates and periods as administrative documents write them. */

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

const FULL =
  /(?:ngày\s+)?(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*năm\s*(\d{4}))?|(?:ngày\s+)?(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/])|(?:ngày\s+)?(?<![\d/.,])(\d{1,2})\/(\d{1,2})(?![\d/])/giu;

/** Days that a text names: "ngày 25 tháng 5 năm 2021", "06/5/2021", "05/12". Impossible days are left out. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(FULL)) {
    const day = Number(match[1] ?? match[4] ?? match[7]);
    const month = Number(match[2] ?? match[5] ?? match[8]);
    const year = match[3] ?? match[6];
    if (day < 1 || day > 31 || month < 1 || month > 12) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      day,
      month,
      year: year === undefined ? null : Number(year),
    });
  }
  return found;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** ISO date of a full date, null when day, month or year is missing. */
export function isoDate(date: Pick<FoundDate, "day" | "month" | "year">): string | null {
  return date.day === null || date.month === null || date.year === null ? null : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** "2021-05-06" as officials write it in a reference: days and the months 1 and 2 take a leading zero: "06/5/2021". */
export function officialDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day}/${Number(month) <= 2 ? month : String(Number(month))}/${year}`;
}

/** "2021-05-06" in words: "ngày 06 tháng 5 năm 2021". */
export function dateInWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day and month in English: "30 September", with the year when there is one. */
export function englishDate(date: { readonly day: number; readonly month: number; readonly year: number | null }): string {
  return `${date.day} ${MONTHS[date.month - 1] ?? ""}${date.year === null ? "" : ` ${date.year}`}`;
}

/** Words that make a date or a rhythm a deadline. */
const DUE =
  /(?:trước|chậm nhất|muộn nhất|hạn cuối|thời hạn|đến hết|hoàn thành)[^.;\n]{0,40}?(?:ngày|tháng|quý|năm)\s*[\d/IVX]+|trước ngày\s*\S+/iu;
const RHYTHM =
  /(?:định kỳ\s*)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)|định kỳ\s+(?:\d+\s*(?:năm|tháng)|6 tháng|quý|năm)|(?:\d+|một|hai|ba|năm|sáu)\s+(?:năm|tháng)\s+(?:một\s+)?lần|sơ kết|tổng kết|thường xuyên/iu;
const PERIOD =
  /(?:giai đoạn\s*)?(?:năm\s*)?(?:19|20)\d{2}\s*[-–]\s*(?:năm\s*)?(?:19|20)\d{2}|(?:quý\s+[IV]+|tháng\s+\d{1,2})\s*(?:\/|năm\s*)\s*\d{4}|đến (?:hết )?năm (?:19|20)\d{2}/iu;

export const hasDeadline = (text: string): boolean => DUE.test(text);
export const hasRhythm = (text: string): boolean => RHYTHM.test(text);
export const hasPeriod = (text: string): boolean => PERIOD.test(text);

/** The day something ends: an ISO date, or every year again. */
export type LastDay = { readonly day: string } | "yearly";

/**
 * The last day that a printed time allows, with its ISO date: "trước ngày 30/9/2025", "quý IV/2025", "Năm 2022-2030".
 * "yearly" for a day without a year ("trước ngày 01 tháng 12"), null where the time names no end ("Thường xuyên").
 */
export function lastDay(time: string): LastDay | null {
  const days = findDates(time);
  const full = days
    .map(isoDate)
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (full !== undefined) return { day: full };
  if (days.length > 0) return "yearly";
  const quarter = /quý\s+(IV|III|II|I)\s*(?:\/|năm\s*)\s*(\d{4})/iu.exec(time);
  if (quarter !== null) return { day: `${quarter[2] ?? ""}-${QUARTER_ENDS[(quarter[1] ?? "").toUpperCase()] ?? "12-31"}` };
  const year = time
    .match(/(?:19|20)\d{2}/gu)
    ?.toSorted()
    .at(-1);
  return year === undefined ? null : { day: `${year}-12-31` };
}

const QUARTER_ENDS: Readonly<Record<string, string>> = { I: "03-31", II: "06-30", III: "09-30", IV: "12-31" };

/** First and last year of a period, null for text without one: "Năm 2022 – 2025" → [2022, 2025]. */
export function periodYears(text: string): readonly [number, number] | null {
  const match = /((?:19|20)\d{2})\s*(?:[-–]|đến|to|and|tới)\s*(?:hết\s+)?(?:năm\s*)?((?:19|20)\d{2})/iu.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}
