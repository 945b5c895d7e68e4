/** Vietnamese or English, told by the small words of a question; names and abbreviations say nothing. */
import type { Language } from "../contract/answer.ts";
import questionWords from "../language/data/question-words.json" with { type: "json" };
import { foldText, words } from "../language/fold.ts";

const ENGLISH = new Set(questionWords.english.filter((word) => word.length > 1));
/** Folded Vietnamese words that are no English ones. */
const VIETNAMESE = new Set(["nao", "gi", "cua", "la", "trong", "nhung", "cac", "duoc", "giao", "khong", "nhiem", "vu", "ke", "hoach", "tinh", "huyen", "so", "phong", "bao", "nhieu", "cho", "va", "voi", "theo", "thi", "sao", "con", "ai", "lam", "khi", "ngay", "nam", "kinh", "phi", "muc", "tieu", "don", "vi", "co", "quan", "phu", "trach", "chu", "tri"]);

/** The language of a question; Vietnamese when nothing tells. */
export function languageOf(question: string): Language {
  let english = 0;
  let vietnamese = 0;
  for (const word of words(question.normalize("NFC").toLowerCase())) {
    const folded = foldText(word);
    if (folded !== word && !/^\p{Lu}/u.test(word)) vietnamese += 0.5;
    if (ENGLISH.has(word)) english += 1;
    if (VIETNAMESE.has(folded) && !(folded === "so" && english > 0)) vietnamese += 1;
  }
  return english > vietnamese && english >= 1 ? "en" : "vi";
}
