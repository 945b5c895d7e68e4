/** An answer as plain text for the clipboard: the words, then every reference with its number. */
import type { Answer, Block, Span } from "../../src/contract/answer.ts";

const spansText = (spans: readonly Span[]): string => spans.map((span) => ("cite" in span ? ` [${span.cite}]` : span.text)).join("");

const tidy = (text: string): string => text.replace(/ {2,}/g, " ").trim();

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return tidy(spansText(block.spans));
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${tidy(spansText(item))}`).join("\n");
    case "table":
      // Tabs let the table be pasted into a sheet.
      return [block.columns, ...block.rows.map((row) => row.map((cell) => tidy(spansText(cell))))].map((row) => row.join("\t")).join("\n");
    case "quote":
      return `“${block.text.trim()}” [${block.cite}]`;
    default: {
      const unknown: never = block;
      return String(unknown);
    }
  }
}

/** Blocks, a blank line, `[1] reference` lines, and the note on what decides. */
export function answerText(answer: Answer, machineNote: string): string {
  const references = answer.citations.map((citation) => `[${citation.n}] ${citation.reference}`).join("\n");
  return [...answer.blocks.map(blockText), references, machineNote].filter((part) => part !== "").join("\n\n");
}
