/** An answer as people read it in a terminal: the answer, then its sources with their words. */
import type { Answer, Block, Citation, Language, Span } from "../../contract/answer.ts";
import { wrapText } from "./wrap.ts";

const headings: Readonly<Record<Language, { sources: string; suggestions: string; choices: string }>> = {
  vi: { sources: "Căn cứ:", suggestions: "Có thể hỏi tiếp:", choices: "Xin chọn:" },
  en: { sources: "Sources:", suggestions: "You may also ask:", choices: "Please choose:" },
};

/** @param width columns of a line. */
export function formatAnswer(answer: Answer, width: number): string {
  const words = headings[answer.lang];
  const parts = answer.blocks.map((block) => formatBlock(block, width));
  const quoted = new Set(answer.blocks.flatMap((block) => (block.type === "quote" ? [block.text] : [])));
  for (const notice of answer.notices) parts.push(wrapText(notice.message, { width, first: "! ", rest: "  " }));
  if (answer.citations.length > 0)
    parts.push([words.sources, ...answer.citations.map((citation) => formatCitation({ citation, quoted, width }))].join("\n"));
  if (answer.suggestions.length > 0) {
    const title = answer.status === "clarify" ? words.choices : words.suggestions;
    parts.push([title, ...answer.suggestions.map((text) => wrapText(text, { width, first: "  - ", rest: "    " }))].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

function formatBlock(block: Block, width: number): string {
  switch (block.type) {
    case "paragraph":
      return wrapText(spansText(block.spans), { width });
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${String(index + 1)}. ` : "- ";
          return wrapText(spansText(item), { width, first: mark, rest: " ".repeat(mark.length) });
        })
        .join("\n");
    case "table":
      return block.rows.map((row) => formatRow({ columns: block.columns, row, width })).join("\n\n");
    case "quote":
      return wrapText(`“${block.text}” [${String(block.cite)}]`, { width, first: "  ", rest: "  " });
    default:
      return block satisfies never;
  }
}

/** A terminal is too narrow for tables of sentences: each row becomes "column: cell" lines. */
function formatRow({ columns, row, width }: { columns: readonly string[]; row: readonly (readonly Span[])[]; width: number }): string {
  return row
    .map((cell, index) => wrapText(`${columns[index] ?? ""}: ${spansText(cell)}`, { width, first: index === 0 ? "" : "  ", rest: "    " }))
    .join("\n");
}

/** A mark stands after a space, as in print; where the text already ends with one it is not doubled. */
function spansText(spans: readonly Span[]): string {
  let text = "";
  for (const span of spans) {
    if ("text" in span) text += span.text;
    else text += `${text === "" || /[\s[(]$/u.test(text) ? "" : " "}[${String(span.cite)}]`;
  }
  return text;
}

/** @param quoted words that the answer itself shows already; they are not printed twice. */
function formatCitation({ citation, quoted, width }: { citation: Citation; quoted: ReadonlySet<string>; width: number }): string {
  const mark = `[${String(citation.n)}] `;
  const rest = " ".repeat(mark.length);
  const reference = wrapText(citation.reference, { width, first: mark, rest });
  return quoted.has(citation.quote) ? reference : `${reference}\n${wrapText(`“${citation.quote}”`, { width, first: rest, rest })}`;
}
