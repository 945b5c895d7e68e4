/**
 * Whether an answer is right, by rules that do not know how it was made.
 *
 * An answer is right when it is no refusal; its cited passages hold the gold evidence in the right document; every
 * `must` list is met and no `must_not` wording appears; each citation's text holds its quote; and one asked for one fact
 * has at most 1,200 characters. With `refuse` only a refusal is right; an ambiguous question may be asked back.
 */
import type { AnswerStatus } from "../../src/contract/answer.ts";
import type { Gold, Question } from "./questions.ts";

/** What is judged of an answer; a pipeline without confidence gives null. */
export interface Reply {
  /** Null when the pipeline threw instead of answering. */
  readonly status: AnswerStatus | null;
  readonly answer: string;
  readonly citations: readonly { readonly documentId: string; readonly text: string; readonly quote: string }[];
  readonly confidence: number | null;
  readonly ms: number;
}

export interface Verdict {
  readonly question: Question;
  readonly reply: Reply;
  readonly right: boolean;
  /** Null where there is no gold. */
  readonly cited: boolean | null;
  readonly facts: boolean;
  /** The facts stand in the first 400 characters. */
  readonly early: boolean;
  readonly tooLong: boolean;
  /** Wordings of `must_not` that the answer has. */
  readonly contradictions: readonly string[];
  readonly quotesHold: boolean;
  readonly declined: boolean;
  readonly falseRefusal: boolean;
  readonly falseAnswer: boolean;
  /** Citations of a document that is right to cite. */
  readonly inScope: number;
}

/** A citation with a longer text points nowhere. */
const MOST_PASSAGE = 3000;
/** A longer answer to a question for one fact is a dump, not an answer. */
const MOST_ANSWER = 1200;
const OPENING = 400;
const MAY_BE_LONG: ReadonlySet<string> = new Set(["tasks", "list", "compare", "ambiguous", "quality", "goal", "solution"]);
/** Share of words that must agree, in place, with the evidence of a scan. */
const NEARLY = 0.85;

/** Letters, digits and % only, so that Markdown, line wraps and dashes do not decide; diacritics count. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\[\d+(?:\s*,\s*\d+)*\]/gu, " ")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

function holdsNearly(text: string, evidence: string): boolean {
  const words = text.split(" ");
  const wanted = evidence.split(" ");
  for (let i = 0; i + wanted.length <= words.length; i += 1) {
    if (wanted.filter((word, k) => words[i + k] === word).length >= NEARLY * wanted.length) return true;
  }
  return false;
}

const meets = (text: string, must: Question["must"]): boolean =>
  must.every((wordings) => wordings.some((wording) => text.includes(lettersOf(wording))));

/** Judges one answer. */
export function judge(question: Question, reply: Reply): Verdict {
  const answer = lettersOf(reply.answer);
  const passages = reply.citations.map(({ documentId, text, quote }) => ({
    documentId,
    length: text.length,
    text: lettersOf(text),
    quote: lettersOf(quote),
  }));
  const holds = question.fuzzy ? holdsNearly : (text: string, evidence: string): boolean => text.includes(evidence);
  const isCited = ({ document, evidence }: Gold): boolean =>
    passages.some(
      (passage) => passage.length <= MOST_PASSAGE && passage.documentId === document && holds(passage.text, lettersOf(evidence)),
    );
  const { gold } = question;
  const cited = gold.length === 0 ? null : question.gold_mode === "all" ? gold.every(isCited) : gold.some(isCited);
  const facts = meets(answer, question.must);
  const contradictions = question.must_not.filter((wording) => answer.includes(lettersOf(wording)));
  const tooLong = !MAY_BE_LONG.has(question.type) && reply.answer.length > MOST_ANSWER;
  const declined = reply.status === "refused" || reply.status === "clarify";
  const quotesHold = passages.every(({ text, quote }) => quote !== "" && text.includes(quote));
  return {
    question,
    reply,
    right: isRight({
      question,
      reply,
      answersRight: !declined && facts && contradictions.length === 0 && cited !== false && quotesHold && !tooLong,
      contradicted: contradictions.length > 0,
    }),
    cited,
    facts,
    early: meets(lettersOf(reply.answer.slice(0, OPENING)), question.must),
    tooLong,
    contradictions,
    quotesHold,
    declined,
    falseRefusal: !question.refuse && question.type !== "ambiguous" && declined,
    falseAnswer: question.refuse && !declined,
    inScope: passages.filter(({ documentId }) => question.scope.includes(documentId)).length,
  };
}

function isRight({
  question,
  reply,
  answersRight,
  contradicted,
}: {
  question: Question;
  reply: Reply;
  answersRight: boolean;
  contradicted: boolean;
}): boolean {
  if (reply.status === null) return false;
  if (question.refuse) return reply.status === "refused" && !contradicted;
  if (question.type === "ambiguous" && reply.status === "clarify") return true;
  return answersRight;
}
