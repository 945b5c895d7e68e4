/** Parts of one table on following pages → one table: the repeated header once, a row cut by the page made whole. */
import type { TableBlock, TableRow } from "./table-block.ts";

/** Points by which the columns of two parts may differ. */
const SAME_COLUMN = 6;

/** True when `next` is laid out in the same columns, so that it goes on with the table before it. */
export function goesOn(before: TableBlock, next: TableBlock): boolean {
  return before.xs.length === next.xs.length && before.xs.every((x, index) => Math.abs(x - (next.xs[index] ?? 0)) <= SAME_COLUMN);
}

const key = (row: TableRow): string => row.cells.join("|").replaceAll(/\s+/gu, " ").toLowerCase();

const STOPPED = /[.;:!?…)\]]$/u;

/**
 * The rest of a row that the page's end cut: no number where rows have one, and a cell that goes on in a small letter
 * where the cell above stopped short.
 */
function isRest(last: TableRow, row: TableRow): boolean {
  if ((row.cells[0] ?? "") !== "" || (last.cells[0] ?? "") === "") return false;
  if (row.cells.some((cell, index) => cell !== "" && (last.cells[index] ?? "") === "")) return false;
  return row.cells.some((cell, index) => /^[\p{Ll}(]/u.test(cell) && !STOPPED.test(last.cells[index] ?? ""));
}

/** A cell merged over rows that the page's end cuts stands in the rows after it too: no rule closes it on either page. */
function fillOpenCells(input: { before: TableBlock; next: TableBlock; rows: readonly TableRow[] }): TableRow[] {
  const { before, next, rows } = input;
  const last = before.rows.at(-1);
  return rows.map((row, at) => {
    if (at > 0 || last === undefined) return row;
    const isOpen = (column: number): boolean =>
      (before.openBelow[column] ?? false) && ((next.openAbove[column] ?? false) || next.rows.length > rows.length);
    return { ...row, cells: row.cells.map((cell, column) => (cell === "" && isOpen(column) ? (last.cells[column] ?? "") : cell)) };
  });
}

/** One table of both parts. */
export function joinTables(before: TableBlock, next: TableBlock): TableBlock {
  let rows = [...next.rows];
  // A header may be of two rows; a row of column numbers (1), (2) … repeats with it.
  for (let at = 0; at < 3; at++) {
    const [mine, theirs] = [before.rows[at], rows[0]];
    if (mine === undefined || theirs === undefined || key(mine) !== key(theirs)) break;
    rows = rows.slice(1);
  }
  const [last, first] = [before.rows.at(-1), rows[0]];
  if (last !== undefined && first !== undefined && isRest(last, first)) {
    const whole = { ...last, cells: last.cells.map((cell, index) => `${cell} ${first.cells[index] ?? ""}`.trim()) };
    return { ...before, openBelow: next.openBelow, rows: [...before.rows.slice(0, -1), whole, ...rows.slice(1)] };
  }
  return { ...before, openBelow: next.openBelow, rows: [...before.rows, ...fillOpenCells({ before, next, rows })] };
}
