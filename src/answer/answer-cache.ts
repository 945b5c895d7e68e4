/** Questions seen before in the same generation are answered from memory. */
import type { Answer, AskRequest } from "../contract/answer.ts";
import type { Answerer } from "./answerer.ts";

export interface AnswerCacheOptions {
  /** Answers to keep; the one that was not asked for the longest time goes first. 0 keeps none. */
  readonly size: number;
  /** Of each answer that is given, a remembered one too: feedback and audit tell them apart. */
  readonly newId: () => string;
}

/** What an answer depends on besides the generation; a stream gets the same answer as a plain request. */
function keyOf({ question, history = [], scope = {}, lang }: AskRequest): string {
  return JSON.stringify([question, history, scope.documents ?? null, scope.places ?? null, lang ?? null]);
}

/** Gaps of one moment (the model does not answer, a language model was left out) are not remembered. */
const PASSING = new Set(["lexical-only", "llm-not-used"]);
const isLasting = (answer: Answer): boolean => !answer.notices.some(({ code }) => PASSING.has(code));

/** Wraps an answerer of one generation; a new generation takes a new cache with it. */
export function rememberAnswers(answerer: Answerer, { size, newId }: AnswerCacheOptions): Answerer {
  const known = new Map<string, Answer>();
  return {
    async answer(request, onStep) {
      const began = performance.now();
      const key = keyOf(request);
      const found = known.get(key);
      if (found === undefined) {
        const answer = await answerer.answer(request, onStep);
        if (size > 0 && isLasting(answer)) {
          known.set(key, answer);
          const [oldest] = known.keys();
          if (known.size > size && oldest !== undefined) known.delete(oldest);
        }
        return answer;
      }
      known.delete(key);
      known.set(key, found);
      return { ...found, id: newId(), tookMs: Math.round((performance.now() - began) * 10) / 10 };
    },
  };
}
