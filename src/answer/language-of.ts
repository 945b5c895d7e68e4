/** Vietnamese or English, told by the small words of a question; names and abbreviations say nothing. */
import type { Language } from "../contract/answer.ts";
import questionWords from "../language/data/question-words.json" with { type: "json" };
import { foldText, words } from "../language/fold.ts";

/** English small words that are Vietnamese syllables too say nothing. */
const AMBIGUOUS = new Set([
  "to",
  "an",
  "in",
  "on",
  "the",
  "can",
  "do",
  "may",
  "no",
  "so",
  "it",
  "me",
  "be",
  "am",
  "i",
  "a",
  "we",
  "say",
  "list",
  "than",
  "that",
  "any",
  "all",
  "hai",
  "has",
  "as",
  "at",
  "of",
  "task",
  "s",
]);
const ENGLISH = new Set(
  [
    ...questionWords.english,
    "compare",
    "sources",
    "how",
    "who",
    "deadline",
    "budget",
    "when",
    "report",
    "signed",
    "number",
    "hello",
    "thanks",
  ].filter((word) => !AMBIGUOUS.has(word)),
);
const WEAK_ENGLISH = new Set(["the", "of", "to", "in", "on", "an", "at", "as", "that", "than", "it", "all", "any", "has"]);
/** Folded Vietnamese words that are no English ones. */
const VIETNAMESE = new Set([
  "nao",
  "gi",
  "cua",
  "la",
  "trong",
  "nhung",
  "cac",
  "duoc",
  "giao",
  "khong",
  "nhiem",
  "vu",
  "ke",
  "hoach",
  "tinh",
  "huyen",
  "so",
  "phong",
  "bao",
  "nhieu",
  "cho",
  "va",
  "voi",
  "theo",
  "thi",
  "sao",
  "con",
  "ai",
  "lam",
  "khi",
  "ngay",
  "nam",
  "kinh",
  "phi",
  "muc",
  "tieu",
  "don",
  "vi",
  "co",
  "quan",
  "phu",
  "trach",
  "chu",
  "tri",
]);

/** The language of a question; Vietnamese when nothing tells. */
export function languageOf(question: string): Language {
  let english = 0;
  let vietnamese = 0;
  // Names keep their form in every language: capitals in the middle of a question say nothing.
  const allCapitals = question === question.toUpperCase();
  for (const [index, typed] of words(question.normalize("NFC")).entries()) {
    if (index > 0 && !allCapitals && /^\p{Lu}/u.test(typed)) continue;
    const word = typed.toLowerCase();
    const folded = foldText(word);
    if (folded !== word) vietnamese += 0.5;
    if (ENGLISH.has(word)) english += 1;
    else if (WEAK_ENGLISH.has(word)) english += 0.4;
    if (VIETNAMESE.has(folded)) vietnamese += 1;
  }
  return english > vietnamese && english >= 1 ? "en" : "vi";
}
