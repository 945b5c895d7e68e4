/**
 * Marks of lists that the recognition took for other letters, "l." for "1." and "IH." for "III.": put right where the
 * sequence leaves one reading only. No other letter of the text is touched.
 */

import { groupBy } from "../pdf/layout/group-by.ts";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

/** Letters that strokes of a Roman number are taken for, and what they may have been. */
const STROKES: ReadonlyMap<string, readonly string[]> = new Map([
  ["I", ["I"]],
  ["l", ["I"]],
  ["1", ["I"]],
  ["|", ["I"]],
  ["!", ["I"]],
  // Also a stroke together with its full stop.
  ["L", ["I", ""]],
  ["H", ["II"]],
  ["Il", ["II"]],
  ["V", ["V"]],
  ["X", ["X"]],
]);

/** A mark before a heading in capitals. */
const HEADING = /^([IlLHVX1|!]{1,6})([.,]\s*|\s+)(?=\p{Lu}{2})/u;

function readingsOf(mark: string): string[] {
  let readings = [""];
  for (const letter of mark) readings = readings.flatMap((start) => (STROKES.get(letter) ?? []).map((end) => start + end));
  return [...new Set(readings)].filter((reading) => ROMAN.includes(reading));
}

/** Digits and what they are taken for. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ["l", 1],
  ["I", 1],
  ["|", 1],
  ["!", 1],
  ["Z", 2],
  ["A", 4],
  ["Á", 4],
  ["S", 5],
  ["G", 6],
  ["B", 8],
  ["ó", 6],
]);
/** A mark of one letter before words that begin with a capital. */
const LETTER_ITEM = /^([lI|!ZAÁSGBó])([.,])\s+(?=\p{Lu})/u;
const numberOf = (text: string): number | null => {
  const match = /^(\d{1,2})\.\s/u.exec(text);
  return match === null ? null : Number(match[1]);
};

/** "A. Ủy ban nhân dân thành phố" between 3. and 5. is 4. */
function repairDigit(texts: readonly string[], index: number): string {
  const text = texts[index] ?? "";
  const match = LETTER_ITEM.exec(text);
  const digit = DIGITS.get(match?.[1] ?? "");
  if (match === null || digit === undefined) return text;
  const before = texts.slice(0, index).findLast((line) => numberOf(line) !== null || /^[IVX]+\.\s/u.test(line)) ?? "";
  const after = texts.slice(index + 1).find((line) => numberOf(line) !== null);
  const next = after === undefined ? null : numberOf(after);
  const follows = (numberOf(before) ?? 0) === digit - 1;
  const fits = follows && (next === null || next === digit + 1 || (next === 1 && digit > 1));
  // One letter of capitals, "A. MỤC TIÊU", may head a part.
  const part = /^\p{Lu}{2}/u.test(text.slice(match[0].length)) && /[AB]/u.test(match[1] ?? "");
  return fits && !part ? `${String(digit)}. ${text.slice(match[0].length)}` : text;
}

/** A proper number read once more where the next belongs: strokes of "III." are lost more often than plans repeat a number. */
const lostStroke = (mark: string, last: number): boolean => ROMAN.indexOf(mark) + 1 === last && last >= 2 && ROMAN[last] === `${mark}I`;

/** The texts of a document's lines in order, their marks put right. */
export function repairMarks(texts: readonly string[]): string[] {
  let last = 0;
  return texts.map((text, index) => {
    // A row of a table.
    if (text.startsWith("| ")) return text;
    const heading = HEADING.exec(text);
    const mark = heading?.[1] ?? "";
    if (heading === null || /^\d+$/u.test(mark)) return repairDigit(texts, index);
    // Without its stop it is a number only where that number belongs.
    const stopped = /[.,]/u.test(heading[2] ?? "");
    const readings = readingsOf(mark);
    if (!stopped && !readings.includes(ROMAN[last] ?? "-")) return text;
    const next = ROMAN[last];
    const proper = ROMAN.includes(mark);
    const expected = next !== undefined && (readings.includes(next) || (proper && lostStroke(mark, last))) ? next : undefined;
    const chosen = proper && !lostStroke(mark, last) ? mark : (expected ?? (readings.length === 1 ? readings[0] : undefined));
    if (chosen === undefined) return text;
    last = ROMAN.indexOf(chosen) + 1;
    return chosen === mark && heading[2]?.startsWith(".") === true ? text : `${chosen}. ${text.slice(heading[0].length)}`;
  });
}

const cellsOf = (row: string): string[] =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Share of the rows whose numbers must count on for the others to be put right. */
const COUNTING = 0.5;

/**
 * Rows of one table, the numbers of its first column put right between rows that count on. A row counts when at least two
 * more of its cells are filled; others head a group of rows.
 */
export function repairRowNumbers(rows: readonly string[]): string[] {
  const cells = rows.map(cellsOf);
  const counted = cells.flatMap((row, index) =>
    row.slice(1).filter((cell) => cell !== "").length >= 2 && (row[0] ?? "") !== "" ? [index] : [],
  );
  // By how much a row's number is ahead of its place; the same for all rows that count on.
  const ahead = counted.map((index, place) => (/^\d{1,3}$/u.test(cells[index]?.[0] ?? "") ? Number(cells[index]?.[0]) - place : null));
  const common = [
    ...groupBy(
      ahead.filter((value) => value !== null),
      (value) => value,
    ),
  ].toSorted((a, b) => b[1].length - a[1].length)[0];
  if (common === undefined || common[1].length < 3 || common[1].length < COUNTING * counted.length) return [...rows];
  const [usual] = common;
  const [first, last] = [ahead.indexOf(usual), ahead.lastIndexOf(usual)];
  const result = [...rows];
  counted.forEach((index, place) => {
    const between = place > first && (place < last || place === last + 1);
    if (between && ahead[place] !== usual) result[index] = (rows[index] ?? "").replace(/^\|[^|]*\|/u, `| ${String(usual + place)} |`);
  });
  return result;
}
