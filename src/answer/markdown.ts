/** Blocks as Markdown with [1] marks: the `answer` of the contract. */
import type { Block, Span } from "../contract/answer.ts";

/** Words of a source that a reader of Markdown would take for a citation mark, an image or HTML are escaped. */
const plain = (text: string): string => text.replace(/\[(?=\d+(?:\s*,\s*\d+)*\])|<(?=[/!a-z])|!(?=\[)/giu, String.raw`\$&`);
const cellText = (text: string): string => text.replaceAll("|", "\\|");

const spanText = (span: Span): string =>
  "cite" in span ? ` [${span.cite}]` : span.strong === true ? `**${plain(span.text)}**` : plain(span.text);
const line = (spans: readonly Span[]): string => spans.map(spanText).join("").replace(/\s+/gu, " ").trim();

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return line(block.spans);
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${line(item)}`).join("\n");
    case "table": {
      const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(" | ")} |`;
      return [row(block.columns), row(block.columns.map(() => "---")), ...block.rows.map((cells) => row(cells.map(line)))].join("\n");
    }
    case "quote":
      return `${block.text
        .split("\n")
        .map((part) => `> ${plain(part)}`)
        .join("\n")} [${block.cite}]`;
    default:
      return block satisfies never;
  }
}

/** The Markdown of an answer; the same content as its blocks. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n\n");
}
