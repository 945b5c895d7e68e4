/** The sum of a table whose cells hold only numbers: "Tổng cộng | 2.458" under "Kinh phí (triệu đồng)". */
import { statedUnit } from "../../language/amounts.ts";
import { linesIn } from "../evidence.ts";
import type { FindInput, Finding } from "./types.ts";

const TOTAL_ROW = /^\|[^|]*\|?\s*(?:tổng(?: cộng| số| kinh phí)?|cộng)\s*\|/iu;
const NUMBER = /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$/u;
const SURE = 0.8;

const isHeader = (words: string): boolean => words.startsWith("|") && OF_MONEY.test(words) && statedUnit(words) !== null;
const OF_MONEY = /kinh phí|dự toán|(?<!\p{L})vốn(?!\p{L})/iu;

const cellsOf = (row: string): string[] => row.split("|").map((cell) => cell.trim());

/** The total that a plan's table states in the unit of its header; null where no table sums money, or several do. */
export function tableTotal({ entry }: FindInput): Finding | null {
  const { text } = entry.plan;
  const lines = linesIn(text, { start: 0, end: text.length });
  const found = lines.flatMap((line, index) => {
    const row = text.slice(line.start, line.end);
    const sum = TOTAL_ROW.test(row) ? cellsOf(row).findLast((cell) => NUMBER.test(cell)) : undefined;
    // "tỷ lệ" reads like a unit: only a header that speaks of money states one.
    const header = sum === undefined ? undefined : lines.slice(0, index).findLast((above) => isHeader(text.slice(above.start, above.end)));
    const unit = header === undefined ? null : statedUnit(text.slice(header.start, header.end));
    return sum === undefined || unit === null ? [] : [{ line, sum: `${sum} ${unit}` }];
  });
  const [only] = found;
  return only === undefined || found.length > 1
    ? null
    : { entry, fact: [{ strong: only.sum }], quote: only.line, answersItself: true, support: SURE };
}
