/** The cells of a table row "| a | b |", and what a row is: a heading, numbers of columns, a group, a row that goes on. */
import { foldText } from "../language/fold.ts";

export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The cells of a pipe row with their places in the text; a footnote on the lines after it is none of them. */
export function cellsOf(text: string, start: number, sectionEnd: number): Cell[] {
  const lineEnd = text.indexOf("\n", start);
  const end = lineEnd === -1 ? sectionEnd : Math.min(lineEnd, sectionEnd);
  const cells: Cell[] = [];
  let from = start + (text.charAt(start) === "|" ? 1 : 0);
  for (let at = from; at <= end; at++) {
    if (at !== end && text.charAt(at) !== "|") continue;
    const raw = text.slice(from, at);
    const lead = raw.length - raw.trimStart().length;
    if (at !== end || raw.trim() !== "") cells.push({ text: raw.trim(), start: from + lead, end: from + lead + raw.trim().length });
    from = at + 1;
  }
  return cells;
}

const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?$/u;
const ITEM_NUMBER = /^(?:\d{1,3}|[IVX]{1,6}|[A-H]|[a-zđ])(?:\.\d{1,2})*[.)]?$/u;

/** "| (1) | (2) | (3) |": a row that numbers the columns. */
export function numbersColumns(cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ text }) => text !== "");
  return filled.length >= 3 && filled.length >= cells.length - 1 && filled.every(({ text }) => COLUMN_NUMBER.test(text));
}

/** True for a cell that only numbers its row: "3", "2.1", "IV", "a)". */
export const isItemNumber = (text: string): boolean => ITEM_NUMBER.test(text);

/** "Tổng cộng" and the like: a row of sums, no task. */
export const isTotal = (text: string): boolean => /^(?:tong (?:cong|so|kinh phi|von)|(?:tong|cong)\s*(?:[:.(]|$))/u.test(foldText(text));
