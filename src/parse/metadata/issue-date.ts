/** Date and place of issue: "Lạng Sơn, ngày 06 tháng 5 năm 2021", or what of it is left blank. */
import { findDates, isoDate } from "../../language/dates.ts";
import { foldText } from "../../language/fold.ts";
import type { Stated } from "../types.ts";
import { evidenceOf, portalValue, stated, type Line } from "./lines.ts";

export interface IssueDate {
  /** ISO date. */
  readonly full: Stated<string> | null;
  /** What stands where it is not whole: "tháng 9 năm 2021". */
  readonly printed: Stated<string> | null;
  readonly place: Stated<string> | null;
}

const PORTAL = /^Ngày (?:ban hành|ký)(?=\s|:|$)/iu;
const BLANK = String.raw`[\s.…_]*`;
/** On folded text, so that a misread mark ("thảng", "nam") does no harm; folding keeps offsets. */
const IN_WORDS = new RegExp(
  String.raw`^(?:(.{2,60}?)\s*[,.;]\s*)?ngay(${BLANK}\d{0,2}${BLANK})thang(${BLANK}\d{0,2}${BLANK})nam\s*(\d{4})?`,
  "u",
);
const IN_DIGITS = /^(.{2,60}?)\s*,\s*ngay\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u;
/** What may stand after the date on its line. */
const LONGEST_REST = 24;
const OPENS_SENTENCE = /^(?:-\s*)?(?:can cu|thuc hien|theo|xet|tren co so|tai|cac|ke hoach|quyet dinh|luat)(?=\s)/u;

const two = (digits: string): string => digits.padStart(2, "0");

function whole(year: string, month: string, day: string): string | null {
  const found = { day: Number(day), month: Number(month), year: Number(year) };
  return found.day >= 1 && found.day <= 31 && found.month >= 1 && found.month <= 12 ? `${year}-${two(month)}-${two(day)}` : null;
}

function placeOf(line: Line, length: number | undefined): Stated<string> | null {
  const printed = line.text.slice(0, length ?? 0).trim();
  return /^\p{Lu}/u.test(printed) ? { value: printed, evidence: evidenceOf(line, 0, printed.length) } : null;
}

export function readIssueDate(lines: readonly Line[]): IssueDate {
  const field = portalValue(lines, PORTAL);
  const day = field === null ? undefined : findDates(field.text)[0];
  const iso = day === undefined ? null : isoDate(day);
  const portal = field === null || iso === null ? null : stated(iso, field);
  for (const line of lines) {
    const folded = foldText(line.text);
    if (OPENS_SENTENCE.test(folded)) continue;
    const digits = IN_DIGITS.exec(folded);
    const match = digits ?? IN_WORDS.exec(folded);
    if (match === null || folded.length - match[0].length > LONGEST_REST) continue;
    const [, before, dayText = "", monthText = "", year = ""] = match;
    const [dd, mm] = [dayText.replaceAll(/\D/gu, ""), monthText.replaceAll(/\D/gu, "")];
    const place = placeOf(line, before?.length);
    const full = year === "" ? null : whole(year, mm, dd);
    if (full !== null) return { full: stated(full, line), printed: null, place };
    const stands = [mm === "" ? "" : `tháng ${mm}`, year === "" ? "" : `năm ${year}`].filter((part) => part !== "").join(" ");
    return { full: portal, printed: portal !== null || stands === "" ? null : stated(stands, line), place };
  }
  return { full: portal, printed: null, place: null };
}
