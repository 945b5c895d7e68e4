/** What the model gets to see: the passages that the extractive answer cites, and a few near ones of the same documents. */
import type { Block, Citation } from "../../contract/answer.ts";
import { Citer, sectionFor } from "../cite.ts";
import type { ComposeInput } from "../composers/types.ts";
import type { DraftAnswer } from "../draft.ts";
import { bestQuote } from "../evidence.ts";
import type { Ground } from "./ground.ts";
import { harmless } from "./harmless.ts";

export interface SentPassage {
  /** "p1", as the model names it. */
  readonly id: string;
  /** Numbered as in the extractive answer; a near passage has a number of its own after those. */
  readonly citation: Citation;
  /** Where it stands: the document, then the headings. */
  readonly label: string;
  /** Words around the quote, masked, without sentences that are instructions. */
  readonly text: string;
}

/** Small models see four thousand tokens; Vietnamese takes about one for two letters. */
const [MOST_OF_ONE, MOST_OF_ALL] = [1400, 6000];
const MOST_CITED = 5;
const MOST_NEAR = 2;
/** As for an answer: what supports it less is not about the question. */
const LEAST_SUPPORT = 0.45;

/** The lines around a quote that fit; the quote itself always, cut at the limit. */
function around({ text, quote }: Citation): string {
  if (text.length <= MOST_OF_ONE) return text;
  const at = Math.max(0, text.indexOf(quote));
  let [start, end] = [at, Math.min(at + quote.length, at + MOST_OF_ONE)];
  for (;;) {
    const lineBefore = start === 0 ? start : text.lastIndexOf("\n", start - 2) + 1;
    const newline = text.indexOf("\n", end + 1);
    const lineAfter = newline === -1 ? text.length : newline;
    if (lineBefore < start && end - lineBefore <= MOST_OF_ONE) start = lineBefore;
    else if (lineAfter > end && lineAfter - start <= MOST_OF_ONE) end = lineAfter;
    else return text.slice(start, end);
  }
}

/** Citations of the candidates that come next: of the documents the answer cites, from sections it does not. */
function nearCitations(draft: DraftAnswer, inputs: readonly ComposeInput[]): Citation[] {
  const near: Citation[] = [];
  for (const { candidate, topic } of inputs.flatMap(({ candidates, u }) =>
    candidates.slice(0, 6).map((next) => ({ candidate: next, topic: u.topic })),
  )) {
    const { entry, support } = candidate;
    const quoted = { entry, ...bestQuote({ candidate, topic }) };
    const section = sectionFor(quoted);
    const cited = [...draft.citations, ...near]
      .filter(({ documentId }) => documentId === entry.plan.id)
      .flatMap((citation) => entry.sections.get(citation.section.id) ?? []);
    const overlaps = section !== undefined && cited.some(({ start, end }) => section.start < end && start < section.end);
    if (section === undefined || overlaps || cited.length === 0 || support < LEAST_SUPPORT) continue;
    const citer = new Citer();
    citer.cite(quoted);
    // What holds an instruction beside its statements is not shown unless it must be.
    near.push(...citer.citations.filter((citation) => harmless(around(citation)) === around(citation)));
  }
  return near.slice(0, MOST_NEAR);
}

/** A bullet's words stand in the path to it: those that are an instruction are left out there too. */
const labelOf = ({ reference, section }: Citation): string =>
  [reference, ...section.path.map(harmless).filter((heading) => heading !== "")].join(" – ");

/** The passages to send, most important first, within the limits. */
export function passagesFor(input: { draft: DraftAnswer; inputs: readonly ComposeInput[]; mask: (text: string) => string }): SentPassage[] {
  const { draft, inputs, mask } = input;
  const near = nearCitations(draft, inputs).map((citation, index) => ({ ...citation, n: draft.citations.length + index + 1 }));
  const passages: SentPassage[] = [];
  let room = MOST_OF_ALL;
  for (const citation of [...draft.citations.slice(0, MOST_CITED), ...near]) {
    const text = mask(harmless(around(citation)));
    if (text === "" || text.length > room) continue;
    room -= text.length;
    passages.push({ id: `p${passages.length + 1}`, citation, label: mask(labelOf(citation)), text });
  }
  return passages;
}

/** Text of a paragraph without its marks. */
export const textOf = (block: Block): string =>
  block.type === "paragraph" ? block.spans.map((span) => ("text" in span ? span.text : "")).join("") : "";

const citesOf = (block: Block): number[] =>
  block.type === "paragraph" ? block.spans.flatMap((span) => ("cite" in span ? [span.cite] : [])) : [];

/** What a sentence that cites these passages may lean on. */
export function groundOf(cited: readonly SentPassage[], draft: DraftAnswer): Ground {
  const numbers = new Set(cited.map(({ citation }) => citation.n));
  const said = draft.blocks.filter((block) => citesOf(block).some((n) => numbers.has(n))).map(textOf);
  return {
    body: [...cited.map(({ text }) => text), ...said].join("\n"),
    labels: cited.map(({ label }) => label).join("\n"),
    quotes: cited.map(({ citation }) => citation.quote),
  };
}
