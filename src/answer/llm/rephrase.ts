/**
 * The optional language model: rewords and orders what was found; never decides anything.
 *
 * Input: the extractive answer with what it was composed from. Output: the same answer with the model's sentences before
 * its quotes, or as it was with the notice "llm-not-used". Status, citations, notices, suggestions and confidence are the
 * extractive answer's in either case; a quote is copied by code.
 */
import type { Block, Citation, Language, Span } from "../../contract/answer.ts";
import { normaliseText } from "../../language/normalise.ts";
import { createMask, holdsPersonalData } from "../../language/personal-data.ts";
import type { GenerationFailure, Generator } from "../../models/generator.ts";
import type { ComposeInput } from "../composers/types.ts";
import type { DraftAnswer } from "../draft.ts";
import type { QuestionKind } from "../kinds.ts";
import { say } from "../phrases.ts";
import { contentWords, shareIn, stands } from "./check-sentence.ts";
import { wordRun } from "./ground.ts";
import { answersItself, factOf, firstFact, missingFacts } from "./kept-facts.ts";
import { groundOf, passagesFor, textOf, type SentPassage } from "./passages.ts";
import { promptFor } from "./prompt.ts";
import { readReply } from "./read-reply.ts";

export interface RephraseInput {
  readonly draft: DraftAnswer;
  /** What the draft was composed from: one for each question asked. */
  readonly inputs: readonly ComposeInput[];
  readonly lang: Language;
}

export interface Rephrased {
  readonly draft: DraftAnswer;
  readonly engine: "extractive" | `llm:${string}`;
}

/** Never throws, and takes no longer than the generator's limit. */
export type Rephrase = (input: RephraseInput) => Promise<Rephrased>;

/** Kinds whose answers are one fact with its proof. Lists, counts and comparisons are exact as they are; so are words about a document. */
const KINDS: ReadonlySet<QuestionKind> = new Set<QuestionKind>(["agency", "deadline", "budget", "tasks", "general"]);

/** Whether an answer may be reworded: answered, in cited paragraphs and quotes, its first fact without personal data. */
export function mayBeReworded({ draft, inputs }: RephraseInput): boolean {
  const [first] = draft.blocks;
  return (
    draft.status === "answered" &&
    first?.type === "paragraph" &&
    inputs.every(({ u }) => KINDS.has(u.kind) && u.text.trim() !== "") &&
    draft.blocks.every((block) => block.type === "quote" || (block.type === "paragraph" && block.spans.some((span) => "cite" in span))) &&
    !holdsPersonalData(firstFact(draft.blocks).whole)
  );
}

interface Kept {
  readonly text: string;
  readonly cited: readonly SentPassage[];
}

/** Sentences that stand every check, in the model's order, none twice. */
function keptSentences(reply: string, passages: readonly SentPassage[], { draft, lang }: RephraseInput): Kept[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const kept: Kept[] = [];
  for (const { text, passages: ids } of readReply(reply)) {
    const cited = ids.flatMap((id) => byId.get(id) ?? []);
    if (cited.length === 0 || cited.length < ids.length || kept.some((sentence) => sentence.text === text)) continue;
    if (stands({ sentence: text, ground: groundOf(cited, draft), lang })) kept.push({ text, cited });
  }
  return kept;
}

/** Share of a sentence's words that the first quote must hold when the fact is the quote itself. */
const FROM_QUOTE = 0.5;

/**
 * Whether the fact is still said: its names and figures, by a sentence that cites its source; for an answer that is its
 * quote, a sentence made of the quote's words. Of two questions both facts must be said.
 */
function holdsFact(kept: readonly Kept[], { draft, inputs, lang }: RephraseInput): boolean {
  const [first] = draft.blocks;
  const cites = new Set((first?.type === "paragraph" ? first.spans : []).flatMap((span) => ("cite" in span ? [span.cite] : [])));
  const fromSource = kept.filter(({ cited }) => cited.some(({ citation }) => cites.has(citation.n)));
  const fact = inputs.length > 1 ? factOf(draft.blocks) : firstFact(draft.blocks);
  const quote = wordRun(draft.citations[0]?.quote ?? "");
  const isSaid =
    lang === "en" || answersItself(fact, lang) || fromSource.some(({ text }) => shareIn(contentWords(text), quote) >= FROM_QUOTE);
  const text = kept.map((sentence) => sentence.text).join("\n");
  const named = inputs.some(({ u }) => u.kind === "agency");
  return fromSource.length > 0 && isSaid && missingFacts({ fact, text, lang, named }).length === 0;
}

/** One paragraph of the kept sentences, then the quotes as they were, then those of citations that are not used yet. */
function withSentences(draft: DraftAnswer, kept: readonly Kept[], passages: readonly SentPassage[]): DraftAnswer {
  const all = [...draft.citations, ...passages.map(({ citation }) => citation).filter(({ n }) => n > draft.citations.length)];
  const spans = kept.flatMap(({ text, cited }, index): Span[] => [
    { text: `${index === 0 ? "" : " "}${/[.!…]$/u.test(text) ? text : `${text}.`}` },
    ...cited.map(({ citation }) => ({ cite: citation.n })),
  ]);
  const quotes = draft.blocks.filter((block) => block.type === "quote");
  const used = new Set([...spans.flatMap((span) => ("cite" in span ? [span.cite] : [])), ...quotes.map(({ cite }) => cite)]);
  const left = draft.citations.filter(({ n }) => !used.has(n)).map(({ n, quote }): Block => ({ type: "quote", text: quote, cite: n }));
  return renumbered({ ...draft, blocks: [{ type: "paragraph", spans }, ...quotes, ...left] }, all);
}

/** Citations numbered from 1 in order of first use, those that nothing uses left out. Blocks are paragraphs and quotes only. */
function renumbered(draft: DraftAnswer, all: readonly Citation[]): DraftAnswer {
  const order: number[] = [];
  const numberOf = (n: number): number => {
    if (!order.includes(n)) order.push(n);
    return order.indexOf(n) + 1;
  };
  const blocks = draft.blocks.map((block): Block => {
    if (block.type === "quote") return { ...block, cite: numberOf(block.cite) };
    return block.type === "paragraph"
      ? { ...block, spans: block.spans.map((span) => ("cite" in span ? { cite: numberOf(span.cite) } : span)) }
      : block;
  });
  return {
    ...draft,
    blocks,
    citations: order.flatMap((n, index) => all.filter((citation) => citation.n === n).map((citation) => ({ ...citation, n: index + 1 }))),
  };
}

function notUsed(draft: DraftAnswer, reason: GenerationFailure | "unfit", lang: Language): Rephrased {
  const message =
    reason === "unfit"
      ? say(
          lang,
          "Lời văn của mô hình ngôn ngữ không khớp với nguồn nên không được dùng; câu trả lời được trích từ văn bản.",
          "The language model's wording did not hold against the sources and was not used; the answer is drawn from the documents.",
        )
      : say(
          lang,
          "Mô hình ngôn ngữ không trả lời kịp hoặc đang bận nên không được dùng; câu trả lời được trích từ văn bản.",
          "The language model did not answer in time or is busy and was not used; the answer is drawn from the documents.",
        );
  return { draft: { ...draft, notices: [...draft.notices, { code: "llm-not-used", message }] }, engine: "extractive" };
}

/** Makes the one step that a language model has in an answer. */
export function createRephrase(generator: Generator): Rephrase {
  return async (input) => {
    const { draft, inputs, lang } = input;
    if (!mayBeReworded(input)) return { draft, engine: "extractive" };
    const { mask } = createMask();
    const question = mask(normaliseText(inputs.map(({ u }) => u.text).join("\n")));
    const passages = passagesFor({ draft, inputs, mask });
    const generated = await generator.generate(
      promptFor({
        question,
        draft: mask(
          draft.blocks
            .map(textOf)
            .filter((text) => text !== "")
            .join("\n"),
        ),
        passages,
        lang,
      }),
    );
    if (generated.kind === "failed") return notUsed(draft, generated.reason, lang);
    const kept = keptSentences(generated.text, passages, input);
    if (!holdsFact(kept, input)) return notUsed(draft, "unfit", lang);
    return { draft: withSentences(draft, kept, passages), engine: `llm:${generator.model}` };
  };
}
