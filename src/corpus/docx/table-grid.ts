/**
 * A table's cells in the columns that a reader sees. The grid of the file is finer than those: whoever drags a border in
 * one row leaves a column behind, so borders that nearly meet are taken for one.
 */
import type { TableBlock, TableRow } from "./blocks.ts";
import { cellText } from "./cell-text.ts";

export interface GridRow {
  /** One text for each column: a cell merged over rows in each of them, one merged over columns in its first. */
  readonly texts: readonly string[];
  readonly header: boolean;
  readonly page: number;
}

/** Where the lines of the grid stand, from 0. Widths that are missing or zero count as the same width each. */
function gridLines(table: TableBlock): (column: number) => number {
  const columns = table.rows.reduce((most, row) => Math.max(most, lastColumn(row)), 0);
  const { widths } = table;
  const usable = widths.length >= columns && widths.slice(0, columns).every((width) => width > 0);
  const lines = [0];
  for (let at = 0; at < columns; at++) lines.push((lines[at] ?? 0) + (usable ? (widths[at] ?? 1) : 1));
  return (column) => lines[column] ?? lines.at(-1) ?? 0;
}

function lastColumn(row: TableRow): number {
  const last = row.cells.at(-1);
  return last === undefined ? 0 : last.start + last.span;
}

const boundaries = (row: TableRow, line: (column: number) => number): number[] =>
  row.cells.flatMap((cell, at) => (at === 0 ? [line(cell.start), line(cell.start + cell.span)] : [line(cell.start + cell.span)]));

/** The borders of most rows; among equals those with most cells. */
function usualBorders(rows: readonly (readonly number[])[]): readonly number[] {
  const groups = new Map<string, { borders: readonly number[]; rows: number }>();
  for (const borders of rows) {
    const key = borders.join(" ");
    groups.set(key, { borders, rows: (groups.get(key)?.rows ?? 0) + 1 });
  }
  const [first] = [...groups.values()].toSorted((a, b) => b.rows - a.rows || b.borders.length - a.borders.length);
  return first?.borders ?? [];
}

/** Half of the narrower column beside it: nearer than that, a border is meant to be this one. */
function reach(borders: readonly number[], at: number): number {
  const here = borders[at] ?? 0;
  const beside = [borders[at - 1], borders[at + 1]].filter((other) => other !== undefined).map((other) => Math.abs(other - here));
  return Math.min(...beside) / 2;
}

/** Position of the first border at or after `border`; `borders` is sorted. */
function positionOf(borders: readonly number[], border: number): number {
  let from = 0;
  let to = borders.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((borders[middle] ?? 0) < border) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** For each border of a row the one of `borders` it is meant to be, or itself where there is none. */
function snap(own: readonly number[], borders: readonly number[]): number[] {
  const taken = new Set<number>();
  return own.map((border) => {
    const after = positionOf(borders, border);
    const distance = (at: number): number => Math.abs((borders[at] ?? Number.POSITIVE_INFINITY) - border);
    const nearest = distance(after - 1) < distance(after) ? after - 1 : after;
    const meant = borders[nearest];
    if (meant === undefined || taken.has(meant) || distance(nearest) >= reach(borders, nearest)) return border;
    taken.add(meant);
    return meant;
  });
}

/** More columns than any page shows: borders of a file out of order, whose cells are then taken as they come. */
const MAX_COLUMNS = 200;

/** Rows of texts, all of one length. Rows and columns without any text are left out. */
export function gridRows(table: TableBlock): GridRow[] {
  const line = gridLines(table);
  const rows = table.rows.filter((row) => row.cells.length > 0);
  const usual = usualBorders(rows.map((row) => boundaries(row, line)));
  const snapped = rows.map((row) => snap(boundaries(row, line), usual));
  const lines = [...new Set([...usual, ...snapped.flat()])].toSorted((a, b) => a - b);
  if (lines.length > MAX_COLUMNS) return rows.map((row) => ({ ...row, texts: row.cells.map((cell) => cellText(cell.blocks)) }));
  const columnOf = new Map(lines.map((border, at) => [border, at]));
  const count = Math.max(0, lines.length - 1);
  let above: string[] = [];
  const texts = rows.map((row, rowAt) => {
    const borders = snapped[rowAt] ?? [];
    const own: string[] = Array.from({ length: count }, () => "");
    row.cells.forEach((cell, at) => {
      const column = columnOf.get(borders[at] ?? 0) ?? 0;
      own[column] = cell.continuesAbove ? (above[column] ?? "") : cellText(cell.blocks);
    });
    above = own;
    return own;
  });
  const used = Array.from({ length: count }, (_, column) => texts.some((own) => own[column] !== ""));
  return rows
    .map((row, at) => ({ texts: (texts[at] ?? []).filter((_, column) => used[column]), header: row.header, page: row.page }))
    .filter((row) => row.texts.some((text) => text !== ""));
}
