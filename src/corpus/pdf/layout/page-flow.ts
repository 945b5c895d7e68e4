/** One page in reading order: lines of text and tables, from top to bottom, columns one after the other. */
import { findAlignedTables } from "./aligned-tables.ts";
import { findColumnBlocks } from "./column-blocks.ts";
import { findGrids } from "./find-grids.ts";
import { flowLine, type FlowLine } from "./flow-line.ts";
import { markReferences, splitFootnotes, type Footnote } from "./footnotes.ts";
import type { PageContent, Word } from "./page-content.ts";
import { middleOf, readGrid, type TableBlock } from "./table-block.ts";
import { rowOf, type Row } from "./text-rows.ts";

export type FlowPart = FlowLine | TableBlock;

export interface PageFlow {
  readonly page: PageContent;
  readonly parts: readonly FlowPart[];
  readonly notes: readonly Footnote[];
}

const wordsOf = (row: Row): readonly Word[] => row.runs.flatMap((run) => run.words);
const inside = (word: Word, table: TableBlock): boolean => {
  const { x, y } = middleOf(word);
  return y >= table.top && y < table.bottom && x >= (table.xs[0] ?? 0) && x < (table.xs.at(-1) ?? 0);
};

/** The tables that rules make on a page and that hold words. */
export function ruledTables(page: PageContent): TableBlock[] {
  return findGrids(page.rules)
    .map((grid) => readGrid({ grid, words: page.words, page: page.number }))
    .filter((table) => table.rows.length > 0);
}

/** Lines of rows between tables: columns one after the other, the rest across the page. */
function linesBetween(input: { rows: readonly Row[]; page: number; pageCentre: number; firstColumn: number }): FlowLine[] {
  const { rows, page, pageCentre, firstColumn } = input;
  const lines: FlowLine[] = [];
  const blocks = findColumnBlocks(rows, pageCentre);
  let column = firstColumn;
  for (let index = 0; index < rows.length; index++) {
    const block = blocks.find((candidate) => candidate.from === index);
    const row = rows[index];
    if (block === undefined) {
      if (row !== undefined) lines.push(flowLine({ words: wordsOf(row), page, column: null }));
      continue;
    }
    for (const side of ["left", "right"] as const) {
      for (const own of rows.slice(block.from, block.to)) {
        const words = wordsOf(own).filter((word) => (side === "left") === (word.left + word.right) / 2 < block.middle);
        if (words.length > 0) lines.push(flowLine({ words, page, column }));
      }
      column += 1;
    }
    index = block.to - 1;
  }
  return lines;
}

/** The parts of rows that no rules enclose; what lines up in columns of a table comes first. */
function partsOf(input: { rows: readonly Row[]; page: number; pageCentre: number; firstColumn: number }): FlowPart[] {
  const { rows, page, pageCentre, firstColumn } = input;
  const parts: FlowPart[] = [];
  let from = 0;
  for (const table of findAlignedTables(rows, page)) {
    parts.push(...linesBetween({ rows: rows.slice(from, table.from), page, pageCentre, firstColumn: firstColumn + 2 * from }), table.block);
    from = table.to;
  }
  return [...parts, ...linesBetween({ rows: rows.slice(from), page, pageCentre, firstColumn: firstColumn + 2 * from })];
}

/** @param rows the page's rows without heads and feet. */
export function pageFlow(page: PageContent, rows: readonly Row[]): PageFlow {
  const tables = ruledTables(page);
  const free = rows.flatMap((row) => {
    const words = wordsOf(row).filter((word) => !tables.some((table) => inside(word, table)));
    return words.length === wordsOf(row).length ? [row] : words.length === 0 ? [] : [rowOf(words)];
  });
  const split = splitFootnotes(page, free);
  const text = markReferences(split.rows, split.notes);
  const [left, right] = [Math.min(...text.map((row) => row.left)), Math.max(...text.map((row) => row.right))];
  const parts: FlowPart[] = [];
  let from = 0;
  for (const table of [...tables, null]) {
    const to = table === null ? text.length : text.findIndex((row, index) => index >= from && row.baseline - 0.3 * row.size > table.top);
    const end = to === -1 ? text.length : to;
    parts.push(
      ...partsOf({
        rows: text.slice(from, end),
        page: page.number,
        pageCentre: (left + right) / 2,
        firstColumn: page.number * 10_000 + 2 * from,
      }),
    );
    if (table !== null) parts.push(table);
    from = end;
  }
  return { page, parts, notes: split.notes };
}
