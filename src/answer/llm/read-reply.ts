/**
 * The model's reply, read line by line: "sentence [p1,p3]". Lines, not JSON: a small model keeps to them, and one line
 * that went wrong spoils no other.
 */
import { normaliseText } from "../../language/normalise.ts";

export interface ToldSentence {
  readonly text: string;
  /** Ids of the passages it names, each once, in the order named. */
  readonly passages: readonly string[];
}

/** What some models think aloud before they answer; an end without a beginning comes from servers that swallow the latter. */
const THINKING = /^[\s\S]*<\/think(?:ing)?>/iu;
const FENCE = /^\s*```.*$/gmu;
const LIST_MARK = /^\s*(?:[-*•+–]|\d{1,2}[.)])\s+/u;
/** Words, then the marks of one or more passages. */
const MARKED = /([^[\]]*(?:\[(?!\s*p\d)[^[\]]*\][^[\]]*)*)((?:\[\s*p\d+(?:\s*[,;]\s*p?\d+)*\s*\]\s*)+)[.;]?/giu;

function idsIn(marks: string): string[] {
  return [...new Set([...marks.matchAll(/\d+/gu)].map(([digits]) => `p${Number(digits)}`))];
}

/** Sentences with the passages they name; words without a passage are left out. At most `limit` sentences. */
export function readReply(reply: string, limit = 8): ToldSentence[] {
  const text = normaliseText(reply).replace(THINKING, "").replace(FENCE, "");
  return text
    .split("\n")
    .flatMap((line) =>
      [...line.replace(LIST_MARK, "").matchAll(MARKED)].map(([, words = "", marks = ""]) => ({
        text: words.replace(/\s+/gu, " ").trim(),
        passages: idsIn(marks),
      })),
    )
    .filter(({ text: words }) => /\p{L}/u.test(words))
    .slice(0, limit);
}
