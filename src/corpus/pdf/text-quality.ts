/** Whether the text that a page holds is what it shows: fonts without a code table give letters that mean nothing. */
import { isVietnameseSyllable } from "../legacy-encodings/vietnamese-syllable.ts";
import { repairLines } from "../legacy-encodings/repair-lines.ts";

/** Fewer letters than this judge nothing. */
const ENOUGH = 40;
/** Share of characters without a meaning that a page may hold. */
const MEANINGLESS = 0.1;
/** Share of words that must be spelt like Vietnamese or like plain Latin words. */
const READABLE = 0.5;

const NO_MEANING = /[\p{Co}\p{Cn}\ufffd]|(?![\t\n\r])\p{Cc}/gu;
const PLAIN_WORD = /^(?=\p{L}*[aeiouy])[A-Za-z]+$/iu;

export const countLetters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;

/** @param lines of one page. Text in an old encoding that can be converted is no garbage. */
export function isGarbage(lines: readonly string[]): boolean {
  const text = lines.join(" ");
  const characters = text.replaceAll(/\s+/gu, "").length;
  if (characters < ENOUGH) return false;
  if ((text.match(NO_MEANING) ?? []).length > MEANINGLESS * characters) return true;
  const repaired = repairLines(lines);
  const words = repaired.lines.join(" ").match(/[^\s\p{P}\p{N}]+/gu) ?? [];
  if (words.length < ENOUGH / 8) return countLetters(text) < 0.2 * characters && !/\d{2,}/u.test(text);
  const readable = words.filter((word) => isVietnameseSyllable(word.normalize("NFC")) || PLAIN_WORD.test(word));
  return readable.length < READABLE * words.length;
}
