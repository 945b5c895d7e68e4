/** What a document's head says of its own dates: the day of issue, and the year that it is a plan of. */
import { findDates, isoDate } from "../../language/dates.ts";
import type { Section } from "../types.ts";

export interface PlanDates {
  /** ISO date. */
  readonly issuedOn: string | null;
  /** The one year of a yearly plan ("Kế hoạch … năm 2024"), null for any other document. */
  readonly year: number | null;
}

/** "Hà Nam, ngày 06 tháng 5 năm 2021" */
/** "Hà Nam, ngày     tháng 01 năm 2026": not filled in. */
const OPEN_DATE = /ngày[\s.…\d]*tháng[\s.…\d]*năm/iu;
const DATE_LINE = /^(?:[^\n]{2,60},\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\s*\.?$/iu;
/** Legal bases and the decision it is issued with are of other years. */
const OF_OTHERS = /^\(?(?:Căn cứ|Thực hiện|Xét|Theo|Để|Số|Kèm theo|\(?Ban hành|Ngày|Cơ quan|Loại|Người|Lĩnh vực|Tình trạng)/iu;
const YEARS_OF_TITLE = /(?:19|20)\d{2}/gu;
const OF_YEAR = /năm\s+((?:19|20)\d{2})/iu;
const TITLE_LIMIT = 400;

/** The dates of the main document; those of the decision it stands under where its own head has none. */
export function planDates(text: string, sections: readonly Section[]): PlanDates {
  const heads = sections.filter(({ kind }) => kind === "head").toSorted((a, b) => a.id.length - b.id.length);
  const lines = heads.flatMap(({ start, ownEnd }) => text.slice(start, ownEnd).split("\n"));
  const dated = lines.map((line) => line.trim()).find((line) => DATE_LINE.test(line));
  const [date] = dated === undefined ? [] : findDates(dated);
  const titles = lines.filter((line) => line.length < TITLE_LIMIT && !OF_OTHERS.test(line.trim()) && !OPEN_DATE.test(line));
  const years = titles.flatMap((line) => {
    const named = line.match(YEARS_OF_TITLE) ?? [];
    const year = OF_YEAR.exec(line);
    return named.length === 1 && year !== null && !/(?:đến|tầm nhìn|định hướng)\s+(?:hết\s+)?năm/iu.test(line) ? [Number(year[1])] : [];
  });
  const [year] = years;
  return { issuedOn: date === undefined ? null : isoDate(date), year: year !== undefined && new Set(years).size === 1 ? year : null };
}
