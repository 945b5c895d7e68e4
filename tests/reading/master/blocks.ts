/**
 * The one source of a fixture: an administrative document as blocks, from which every format is made.
 *
 * How `masters/*.txt` are written: a line "%name" opens a block. "< " and "> " are the left and the right column of a
 * letterhead or signature. In a body two spaces of indentation are one level; " // " is a line break inside a heading;
 * "~ " is a paragraph that goes on with the section above, "~~ " a closing paragraph of its own. In a table "!" is the
 * heading row (or one of two), "=" a group row merged over all columns but the first, "#" the row of the total; a cell
 * "<" is merged with the one on its left, "^" with the one above.
 */
import type { SectionKind } from "../../../src/parse/types.ts";

export interface Item {
  /** From 0. */
  readonly depth: number;
  /** "more": goes on with the section above. */
  readonly kind: SectionKind | "more";
  /** As printed: "1.", "PHẦN THỨ NHẤT"; empty where there is none. */
  readonly mark: string;
  /** The words after the mark; more than one where a heading is broken by hand. */
  readonly lines: readonly string[];
}

export interface TableRow {
  readonly kind: "row" | "group" | "total";
  readonly cells: readonly string[];
}

export interface Table {
  readonly type: "table";
  /** Percent of the width, a number a column. */
  readonly widths: readonly number[];
  /** Rows of the heading; all as wide as the table. */
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
}

/** A cell as a table draws it: null where another one covers the place. */
export interface DrawnCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Merged cells of rows of one width: "<" and "^" become the span of the cell that they belong to. */
export function drawnCells(rows: readonly (readonly string[])[]): (DrawnCell | null)[][] {
  return rows.map((cells, y) =>
    cells.map((text, x) => {
      if (text === "<" || text === "^") return null;
      let columns = 1;
      while (cells[x + columns] === "<") columns++;
      let height = 1;
      while (rows[y + height]?.[x] === "^") height++;
      return { text, columns, rows: height };
    }),
  );
}

/** What a merged place says to a reader: the words above or on the left. */
export function wordsAt(rows: readonly (readonly string[])[], y: number, x: number): string {
  const text = rows[y]?.[x] ?? "";
  if (text === "^") return wordsAt(rows, y - 1, x);
  return text === "<" ? wordsAt(rows, y, x - 1) : text;
}

/** A group row is one cell over all columns but the first. */
export function rowCells(row: TableRow, columns: number): string[] {
  const blank = row.kind === "group" ? "<" : "";
  return Array.from({ length: columns }, (_, k) => row.cells[k] ?? blank);
}

/** For the end of a switch over all kinds. */
export function noSuch(kind: never): never {
  throw new Error(`nothing is written for ${JSON.stringify(kind)}`);
}

export type Block =
  | { readonly type: "letterhead" | "signature"; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly type: "title" | "stamp" | "to" | "text"; readonly lines: readonly string[] }
  | { readonly type: "body"; readonly items: readonly Item[] }
  | Table
  | { readonly type: "pagebreak" };

export interface Master {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** Whether an item stands as a heading: bold in print, without a full stop. */
export function isHeading(item: Item): boolean {
  if (item.kind === "part" || item.kind === "roman" || item.kind === "annex") return true;
  const words = item.lines.join(" ");
  return (item.kind === "number" || item.kind === "article") && words.length < 90 && !/[.;:,/]$/u.test(words);
}

/** Whether the mark stands on a line of its own above the words: "Chương I", "PHỤ LỤC". */
export function standsAbove(item: Item): boolean {
  return (item.kind === "part" || item.kind === "roman" || item.kind === "annex") && !/[.-]$/u.test(item.mark);
}
