/** A table's part on one page, its cells as text. */
import type { Word } from "./page-content.ts";
import { surenessOf, type Sureness } from "./sureness.ts";
import type { Grid, GridCell } from "./find-grids.ts";
import { makeRows, wholeRow, type Run } from "./text-rows.ts";
import { isVietnameseSyllable } from "../../legacy-encodings/vietnamese-syllable.ts";
import { opensItem } from "./list-mark.ts";

/** `confidence` and `weakest` are those of all its cells. */
export interface TableRow extends Sureness {
  readonly cells: readonly string[];
  readonly page: number;
}

export interface TableBlock {
  readonly kind: "table";
  readonly top: number;
  readonly bottom: number;
  /** x of the columns' borders. */
  readonly xs: readonly number[];
  readonly rows: readonly TableRow[];
  /** Columns whose first or last cell no rule closes, as a cell that goes over from page to page. */
  readonly openAbove: readonly boolean[];
  readonly openBelow: readonly boolean[];
}

const STOPPED = /[.;:,!?…]["”’)\]]*$/u;

/** Where a word counts as standing: the middle of its letters. */
export const middleOf = (word: Word): { x: number; y: number } => ({ x: (word.left + word.right) / 2, y: word.baseline - 0.3 * word.size });

/** True when `next` begins a paragraph of its own in the cell: it would have fitted into the line before. */
function beginsParagraph(input: { line: Run; next: Run; width: number; padding: number }): boolean {
  const { line, next, width, padding } = input;
  if (/^\p{Ll}/u.test(next.text) && !opensItem(next.text)) return false;
  if (/^[-–+•]\s/u.test(next.text)) return true;
  const first = next.words[0];
  const room = width - 2 * padding - (line.right - line.left);
  return first !== undefined && first.right - first.left + 0.25 * line.size < room - 1;
}

function joinParagraphs(before: Run, text: string, next: Run): string {
  const separate = !STOPPED.test(before.text) && /^(?:\p{Lu}|[-–+•])/u.test(next.text) && !(before.bold && next.bold);
  return `${text}${separate ? "; " : " "}${next.text}`;
}

/**
 * A word that is wider than its cell is cut anywhere: its line is full to the last letter, and the two parts make a word,
 * a number or a Roman number that they are not by themselves.
 */
function isCutInside(input: { line: Run; next: Run; width: number; padding: number }): boolean {
  const { line, next, width, padding } = input;
  const [start, rest] = [line.words.at(-1), next.words[0]];
  if (start === undefined || rest === undefined || line.words.length > 1) return false;
  const letter = (rest.right - rest.left) / Math.max(1, rest.text.length);
  if (width - 2 * padding - (line.right - line.left) >= letter) return false;
  const [one, two] = [start.text, rest.text];
  if (/\d$/u.test(one) && /^\d[\d./]*$/u.test(two)) return !(/^\d{4}$/u.test(one) && /^\d{4}/u.test(two));
  if (/^[IVX]+$/u.test(one + two)) return true;
  const letters = /^\p{L}+$/u.test(one) && /^\p{L}+$/u.test(two);
  return letters && isVietnameseSyllable(one + two) && !(isVietnameseSyllable(one) && isVietnameseSyllable(two));
}

/** The text of a cell; a "|" in it would end the cell. */
function textOf(words: readonly Word[], width: number): string {
  const lines = makeRows(words).map(wholeRow);
  const widest = Math.max(0, ...lines.map((line) => line.right - line.left));
  const padding = Math.max(0, Math.min(6, (width - widest) / 2));
  let text = "";
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined) text = line.text;
    else if (isCutInside({ line: before, next: line, width, padding })) text += line.text;
    else if (beginsParagraph({ line: before, next: line, width, padding })) text = joinParagraphs(before, text, line);
    else text = text.endsWith("\u00ad") ? text.slice(0, -1) + line.text : `${text} ${line.text}`;
  });
  // A column so narrow that its heading is cut.
  return text
    .replaceAll("|", "¦")
    .replace(/^(S?) ?T ?T$/u, "$1TT")
    .trim();
}

/** Baselines at which a column of numbers 1, 2, 3 … begins rows that no rule parts. */
function numberedStarts(words: readonly Word[]): number[] {
  const lines = makeRows(words).map(wholeRow);
  const numbers = lines.filter((line) => /^\d{1,3}\.?$/u.test(line.text));
  const rising =
    numbers.length > 1 &&
    numbers.length === lines.length &&
    numbers.every((line, index) => Number.parseInt(line.text, 10) === Number.parseInt(numbers[0]?.text ?? "", 10) + index);
  return rising ? numbers.map((line) => line.baseline - line.size) : [];
}

/** Reads the words that stand in a grid, row by row. Cells merged over rows stand in each row. */
export function readGrid(input: { grid: Grid; words: readonly Word[]; page: number }): TableBlock {
  const { grid, words, page } = input;
  const inside = new Map<GridCell, Word[]>(grid.cells.map((cell) => [cell, []]));
  for (const word of words) {
    const { x, y } = middleOf(word);
    const cell = grid.cells.find((candidate) => x >= candidate.left && x < candidate.right && y >= candidate.top && y < candidate.bottom);
    if (cell !== undefined) inside.get(cell)?.push(word);
  }
  const rows: TableRow[] = [];
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const here = grid.cells.filter((cell) => cell.row <= row && cell.row + cell.rows > row);
    const first = here.find((cell) => cell.column === 0);
    const starts = first === undefined ? [] : numberedStarts(inside.get(first) ?? []);
    const bands =
      starts.length > 1
        ? starts.map((from, index) => ({ from: index === 0 ? -Infinity : from, to: starts[index + 1] ?? Infinity }))
        : [{ from: -Infinity, to: Infinity }];
    for (const band of bands) {
      const cells = Array.from({ length: grid.xs.length - 1 }, () => "");
      const used: Word[] = [];
      for (const cell of here) {
        const chosen = (inside.get(cell) ?? []).filter(
          (word) => word.baseline - 0.3 * word.size >= band.from && word.baseline - 0.3 * word.size < band.to,
        );
        used.push(...chosen);
        cells[cell.column] = textOf(chosen, cell.right - cell.left);
      }
      if (cells.some((cell) => cell !== "")) rows.push({ cells, page, ...surenessOf(used) });
    }
  }
  return {
    kind: "table",
    top: grid.ys[0] ?? 0,
    bottom: grid.ys.at(-1) ?? 0,
    xs: grid.xs,
    rows,
    openAbove: grid.openAbove,
    openBelow: grid.openBelow,
  };
}
