/** Blocks as lines: a paragraph a line, a row of a table a line "| cell | cell |", notes and text boxes after their paragraph. */
import type { ReadLine } from "../readers/reader.ts";
import { MAX_TEXT_LENGTH } from "../unreadable.ts";
import { paragraphsOf, type Block, type ParagraphBlock, type TableBlock } from "./blocks.ts";
import { useOfTable } from "./layout-table.ts";
import { paragraphLines } from "./paragraph-lines.ts";
import { gridRows, type GridRow } from "./table-grid.ts";

export interface BlockLines {
  readonly lines: readonly ReadLine[];
  /** Positions in `lines` after which stands a picture as large as a page, which nobody read. */
  readonly pagePictures: readonly number[];
}

/** Thrown when the text of a file would be longer than any document: a merged cell repeated over very many rows. */
export class TooMuchText extends Error {}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, at) => text === b[at]);

/** Rows of a table's head: those marked so, else the first. */
function headRows(rows: readonly GridRow[]): readonly GridRow[] {
  const end = rows.findIndex((row) => !row.header);
  return rows.slice(0, Math.max(1, end === -1 ? rows.length : end));
}

/** Joins a cell's blocks in reading order, each cell of a column under the one above. */
function columnBlocks(table: TableBlock): Block[] {
  const starts = [...new Set(table.rows.flatMap((row) => row.cells.map((_, at) => at)))].toSorted((a, b) => a - b);
  return starts.flatMap((at) => table.rows.flatMap((row) => row.cells[at]?.blocks ?? []));
}

const rowBlocks = (table: TableBlock): Block[] => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));

/** @param paged false where the file marks no page: lines then carry none. */
export function blockLines(blocks: readonly Block[], paged: boolean): BlockLines {
  const lines: ReadLine[] = [];
  const pagePictures: number[] = [];
  let characters = 0;
  /** Head of the table that was read last, while nothing but empty paragraphs followed. */
  let lastHead: readonly GridRow[] = [];

  const add = (line: ReadLine): void => {
    characters += line.text.length;
    if (characters > MAX_TEXT_LENGTH) throw new TooMuchText();
    lines.push(line);
  };
  const pageOf = (block: { readonly page: number }): number | null => (paged ? block.page : null);

  const addParagraph = (block: ParagraphBlock): void => {
    const own = paragraphLines({ block, page: pageOf(block) });
    if (own.length > 0) lastHead = [];
    for (const line of own) add(line);
    if (block.pagePicture) pagePictures.push(lines.length - 1);
    for (const note of block.notes) add({ text: note, page: pageOf(block), continues: false });
    addBlocks(block.boxes);
  };

  const addData = (table: TableBlock): void => {
    const rows = gridRows(table);
    const head = headRows(rows);
    // A table that was cut at the end of a page shows its head again on the next one.
    const cutBefore =
      lastHead.length > 0 && head.length <= lastHead.length && head.every((row, at) => sameTexts(row.texts, lastHead[at]?.texts ?? []));
    rows.forEach((row, at) => {
      const isHead = at < head.length;
      const repeats =
        !isHead && row.texts.filter((text) => text !== "").length > 1 && head.some(({ texts }) => sameTexts(texts, row.texts));
      if (repeats || (isHead && cutBefore)) return;
      if (row.texts.reduce((sum, text) => sum + text.length, characters) > MAX_TEXT_LENGTH) throw new TooMuchText();
      add({ text: `| ${row.texts.join(" | ")} |`, page: pageOf(row), continues: false });
    });
    if (!cutBefore) lastHead = head;
    for (const paragraph of paragraphsOf(table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)))) {
      if (paragraph.pagePicture) pagePictures.push(lines.length - 1);
      for (const note of paragraph.notes) add({ text: note, page: pageOf(paragraph), continues: false });
    }
  };

  const addBlocks = (some: readonly Block[]): void => {
    for (const block of some) {
      if (block.kind === "paragraph") addParagraph(block);
      else {
        const use = useOfTable(block);
        if (use === "data") addData(block);
        else {
          lastHead = [];
          addBlocks(use === "columns" ? columnBlocks(block) : rowBlocks(block));
        }
      }
    }
  };

  addBlocks(blocks);
  return { lines, pagePictures };
}
