/** What a body, a cell, a note or a text box holds once its markup is understood: paragraphs and tables in order. */
import type { ListLabel } from "./list-counter.ts";

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly label: ListLabel | null;
  /** Without the label; "\n" for a manual line break, "\t" for a tab. */
  readonly text: string;
  /** By its style or its outline level. */
  readonly heading: boolean;
  /** Page on which it begins, from 1; without meaning where the file marks no page. */
  readonly page: number;
  /** What its text boxes hold, in order. */
  readonly boxes: readonly Block[];
  /** "[1] text" of each note that it refers to first. */
  readonly notes: readonly string[];
  /** It shows a picture as large as a page. */
  readonly pagePicture: boolean;
}

export interface TableCell {
  /** First column of the table's own grid, which may be finer than what is seen. */
  readonly start: number;
  /** How many columns of that grid it takes. */
  readonly span: number;
  /** Whether it goes on with the cell above. */
  readonly continuesAbove: boolean;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Marked to be repeated on each page. */
  readonly header: boolean;
  readonly page: number;
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly TableRow[];
  /** Widths of the grid's columns, in twentieths of a point; may be short or empty. */
  readonly widths: readonly number[];
  /** Whether lines are drawn round the cells. */
  readonly bordered: boolean;
}

export type Block = ParagraphBlock | TableBlock;

/** All paragraphs, those of tables and text boxes too, in order. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<ParagraphBlock> {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      yield block;
      yield* paragraphsOf(block.boxes);
    } else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}
