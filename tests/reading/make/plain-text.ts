/** A document as a text file: copied from a page (wrapped, columns kept) or saved by a word processor (a paragraph a line). */
import type { Block, Item, Master, Table } from "../master/blocks.ts";
import { noSuch, rowCells } from "../master/blocks.ts";
import { besideEachOther, wrapWords } from "./wrap-words.ts";

export interface TextLayout {
  /** Characters a line, null for a paragraph a line. */
  readonly width: number | null;
  /** Spaces before a paragraph's first line. */
  readonly indent: number;
  /** Whether a blank line stands between paragraphs. */
  readonly spaced: boolean;
}

const cell = (row: readonly string[]): string => `| ${row.map((text) => (text === "<" || text === "^" ? "" : text)).join(" | ")} |`;

/** A table's lines; what is merged stands in its first place, the others are empty. */
export function pipeRows(table: Table): string[] {
  const columns = table.widths.length;
  return [...table.header.map(cell), ...table.rows.map((row) => cell(rowCells(row, columns)))];
}

const itemText = (item: Item): string[] =>
  item.kind === "part" || item.kind === "roman" || item.kind === "annex"
    ? headingLines(item)
    : [`${item.mark} ${item.lines.join(" ")}`.trim()];

/** "Chương I" stands above its words, "I." before them. */
export function headingLines(item: Item): string[] {
  const [first = "", ...rest] = item.lines;
  return /[.)-]$/u.test(item.mark) ? [`${item.mark} ${first}`, ...rest] : [item.mark, ...item.lines];
}

function paragraphs(block: Block, layout: TextLayout): string[][] {
  const wrap = (text: string, indent = layout.indent): string[] =>
    layout.width === null ? [text] : wrapWords(text, { width: layout.width, indent });
  const centred = (text: string): string[] => {
    const width = layout.width;
    if (width === null) return [text];
    return wrapWords(text, { width: width - 16 }).map((line) => " ".repeat(Math.max(0, Math.floor((width - line.length) / 2))) + line);
  };
  switch (block.type) {
    case "letterhead":
    case "signature": {
      const columns = layout.width === null ? null : Math.floor(layout.width * 0.5);
      if (columns === null) return [[...block.left], [...block.right]];
      return [besideEachOther({ left: block.left, right: block.right, width: columns })];
    }
    case "title":
    case "stamp":
      return block.lines.map(centred);
    case "to":
      return [[...block.lines]];
    case "text":
      return block.lines.map((line) => wrap(line));
    case "body":
      return block.items.map((item) =>
        item.kind === "annex" ? itemText(item).flatMap(centred) : itemText(item).flatMap((line) => wrap(line)),
      );
    case "table":
      return [pipeRows(block)];
    case "pagebreak":
      return [[""]];
    default:
      return noSuch(block);
  }
}

export function plainText(master: Master, layout: TextLayout): string {
  const lines = master.blocks.flatMap((block) => {
    const own = paragraphs(block, layout);
    const gap = layout.spaced || block.type === "title";
    return [...own.flatMap((paragraph) => (gap ? [...paragraph, ""] : paragraph)), ...(layout.spaced ? [] : [""])];
  });
  return `${lines.join("\n").trimEnd()}\n`;
}
