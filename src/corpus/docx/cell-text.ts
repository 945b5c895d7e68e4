/** A cell's content in one row of text. */
import { joinCellTexts } from "../join-cell-texts.ts";
import type { Block } from "./blocks.ts";
import { paragraphLines } from "./paragraph-lines.ts";

const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== "");

/** Text of a cell, the tables and text boxes inside it too; "|" is "¦" and white space is one space. */
export function cellText(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block): string[] =>
    block.kind === "paragraph"
      ? [...paragraphLines({ block, page: null, bareLabels: true }).map((line) => line.text), cellText(block.boxes)]
      : [block.rows.map((row) => filled(row.cells.map((cell) => cellText(cell.blocks))).join(", ")).join("; ")],
  );
  return joinCellTexts(filled(texts.map((text) => text.replace(/\s+/gu, " ").trim()))).replaceAll("|", "¦");
}
