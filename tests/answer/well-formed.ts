/** What must hold of every answer, whatever was asked: the contract's promises that a schema cannot tell. */
import { createHash } from "node:crypto";
import { AnswerSchema, type Answer, type Block, type Citation, type Span } from "../../src/contract/answer.ts";
import type { Generation } from "../../src/index/types.ts";

const spansOf = (block: Block): readonly Span[] => {
  switch (block.type) {
    case "paragraph":
      return block.spans;
    case "list":
      return block.items.flat();
    case "table":
      return block.rows.flat(2);
    case "quote":
      return [{ text: block.text }, { cite: block.cite }];
    default:
      return block satisfies never;
  }
};

/** Numbers of the citations that the blocks use, in order of use. */
export function usedCitations(blocks: readonly Block[]): number[] {
  return blocks.flatMap(spansOf).flatMap((span) => ("cite" in span ? [span.cite] : []));
}

/** All words of the blocks in order, table headings included, without marks and layout. */
function wordsOfBlocks(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) => [
    ...(block.type === "table" ? block.columns : []),
    ...spansOf(block).map((span) => ("cite" in span ? ` ⟦${span.cite}⟧ ` : span.text)),
  ]);
  return lettersAndMarks(texts.join(""));
}

const lettersAndMarks = (text: string): string => (text.match(/[\p{L}\p{N}]|⟦\d+⟧/gu) ?? []).join("");

/** The same words read back from Markdown: list numbers taken off, marks kept. */
function wordsOfMarkdown(answer: Answer): string {
  const ordered = answer.blocks.some((block) => block.type === "list" && block.ordered);
  const marked = answer.answer.replaceAll(/ \[(\d+)\]/gu, " ⟦$1⟧");
  return lettersAndMarks(ordered ? marked.replaceAll(/^\d+\. /gmu, "") : marked);
}

function citationFaults(citation: Citation, generation: Generation): string[] {
  const plan = generation.plans.find(({ id }) => id === citation.documentId);
  const section = plan?.sections.find(({ id }) => id === citation.section.id);
  if (plan === undefined || section === undefined)
    return [`[${citation.n}] cites ${citation.documentId}#${citation.section.id}, which is not there`];
  const { start, end, quote, text, hash, url } = citation;
  const sectionText = plan.text.slice(section.start, section.end);
  const checks: readonly (readonly [boolean, string])[] = [
    [plan.text.slice(start, end) === quote, "the quote is not what stands at start..end"],
    [text.includes(quote), "the quote is no part of the text"],
    [plan.text.includes(text), "the text is no part of the plan's"],
    [quote.trim() === quote && /[\p{L}\p{N}]/u.test(quote), "the quote is blank or has blanks around it"],
    [section.start <= start && end <= section.end, "the quote stands outside its section"],
    [text.length <= 3000, "the text is longer than 3,000 characters"],
    [sectionText.length > 3000 || text === sectionText, "the text is not the whole section"],
    [!splitsWord(plan.text, start) && !splitsWord(plan.text, end), `the quote cuts a word: …${quote.slice(-30)}`],
    [hash === createHash("sha256").update(sectionText).digest("hex"), "the hash is not that of the section's text"],
    [
      url === `/documents/${encodeURIComponent(plan.id)}#s=${encodeURIComponent(section.id)}&q=${start}-${end}&h=${hash.slice(0, 16)}`,
      `the address does not lead to the quote: ${url}`,
    ],
    [
      citation.section.label === section.label && citation.reference.startsWith(section.label),
      "the reference does not begin with the section",
    ],
  ];
  return checks.flatMap(([holds, fault]) => (holds ? [] : [`[${citation.n}] ${citation.documentId}#${citation.section.id}: ${fault}`]));
}

const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? "");
const splitsWord = (text: string, at: number): boolean => isLetter(text[at - 1]) && isLetter(text[at]);

/** One sentence for each promise that the answer breaks; empty for a good one. */
export function faultsOf(answer: Answer, generation: Generation): string[] {
  const parsed = AnswerSchema.safeParse(answer);
  if (!parsed.success) return [`not of the contract's shape: ${parsed.error.message}`];
  const { blocks, citations, status, suggestions } = answer;
  const firstUses = [...new Set(usedCitations(blocks))];
  const numbers = citations.map(({ n }) => n);
  const checks: readonly (readonly [boolean, string])[] = [
    [numbers.every((n, i) => n === i + 1), `citations are numbered ${numbers.join(", ")}`],
    [firstUses.join() === numbers.join(), `blocks use ${firstUses.join(", ")} of the citations ${numbers.join(", ")}`],
    [wordsOfBlocks(blocks) === wordsOfMarkdown(answer), "blocks and Markdown do not say the same"],
    [status !== "refused" || citations.length === 0, "a refusal with citations"],
    [answer.answer.trim() !== "", "nothing is said"],
    [answer.engine === "extractive" && answer.generation === generation.id, "engine or generation is not this one"],
    [new Set(suggestions).size === suggestions.length, "a suggestion twice"],
    [
      blocks.every((block) => block.type !== "quote" || citations[block.cite - 1]?.quote === block.text),
      "a quote block is not its citation's quote",
    ],
  ];
  return [
    ...checks.flatMap(([holds, fault]) => (holds ? [] : [fault])),
    ...citations.flatMap((citation) => citationFaults(citation, generation)),
  ];
}
