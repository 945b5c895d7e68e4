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

/** Every day that printed words name, in English and in brackets: " (15 June; 15 December)"; empty for words without a day. */
export function daysInEnglish(text: string): string {
  const days = findDates(text).flatMap(({ day, month, year }) =>
    day === null || month === null ? [] : [englishDate({ day, month, year })],
  );
  return days.length === 0 ? "" : ` (${[...new Set(days)].join("; ")})`;
}

/** First and last year of a period, null for text without one: "Năm 2022 – 2025" → [2022, 2025]. */
export function periodYears(text: string): readonly [number, number] | null {
  const match = /((?:19|20)\d{2})\s*(?:[-–]|đến|to|and|tới)\s*(?:hết\s+)?(?:năm\s*)?((?:19|20)\d{2})/iu.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}
