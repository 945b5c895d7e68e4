/** How a sentence is said: in the answer's language, as a statement, without links, markup or a word to the reader. */
import type { Language } from "../../contract/answer.ts";
import { findAgencies } from "../../language/agencies.ts";
import { foldText } from "../../language/fold.ts";
import { holdsMask, holdsPersonalData } from "../../language/personal-data.ts";
import { harmless } from "./harmless.ts";
import { ADDRESSING, ENGLISH_SMALL, withoutLookAlikes } from "./sentence-words.ts";

const [SHORTEST, LONGEST] = [12, 600];
const LINK = /https?:|www\.|:\/\/|@|(?<![\p{L}\d])[\p{L}\d-]+\.(?:com|vn|net|org|gov|io|edu|info|app|dev|xyz|me|ly|ru|cn)(?![\p{L}\d])/iu;
const MARKUP = /[<>‹›`{}|\\*_#~^[\]$=]|&\w+;/u;
/** Letters of another script, emoji, and what cannot be seen. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}|\p{Extended_Pictographic}|\p{Cf}|\p{Co}|\p{Cn}/u;
const LONGEST_WORD = 30;
/** Share of words with Vietnamese marks: of Vietnamese at least this, of English without names at most that. */
const [LEAST_MARKED, MOST_MARKED] = [0.3, 0.2];
const LEAST_SMALL = 2;

function isInLanguage(sentence: string, lang: Language): boolean {
  const names = lang === "en" ? findAgencies(sentence) : [];
  const plain = names.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, sentence);
  const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => lang === "vi" || !/^\p{Lu}/u.test(word));
  const marked = words.filter((word) => foldText(word.toLowerCase()) !== word.toLowerCase()).length / Math.max(1, words.length);
  if (lang === "vi") return marked >= LEAST_MARKED;
  return marked <= MOST_MARKED && words.filter((word) => ENGLISH_SMALL.has(word)).length >= LEAST_SMALL;
}

/** What is wrong with how a sentence is said; empty for a plain statement. */
export function badManners(sentence: string, lang: Language): string[] {
  const addressed = withoutLookAlikes(sentence);
  const checks: readonly (readonly [boolean, string])[] = [
    [sentence.length >= SHORTEST && sentence.length <= LONGEST, "length"],
    [!LINK.test(sentence), "link"],
    [!MARKUP.test(sentence), "markup"],
    [!FOREIGN.test(sentence) && !(sentence.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => word.length > LONGEST_WORD), "script"],
    [!sentence.includes("?"), "question"],
    [!holdsMask(sentence) && !holdsPersonalData(sentence), "personal data"],
    [addressed.search(ADDRESSING[lang]) === -1, "addresses the reader"],
    [harmless(sentence) === sentence, "instruction"],
    [isInLanguage(sentence, lang), "language"],
  ];
  return checks.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}
