/**
 * Two faults of letters that are safe to put right.
 *
 * Capitals inside words of small letters: "giỜ", "cỦa", "SỞ Giáo dục". Small and capital o, ơ, s, u, ư, v, x look alike but
 * for their size, and with marks above and below the recognition often takes one for the other. No Vietnamese word is
 * written so, and no abbreviation carries a tone mark. And "QĐÐ" for "QĐ": one letter taken for both of its codes.
 */
import { isVietnameseSyllable } from "../legacy-encodings/vietnamese-syllable.ts";

const MIXED = /(?<![\p{L}\p{N}])(\p{L})(\p{L}*\p{Lu}\p{L}*)(?![\p{L}\p{N}])/gu;
const hasMark = (text: string): boolean => text.normalize("NFD") !== text;
const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text);

/** U+0110 beside U+00D0. */
const DOUBLE_D = /\u0110\u00d0|\u00d0\u0110/gu;

/** One recognised line; headings in capitals stay. */
export function repairLetters(text: string): string {
  const line = text.replaceAll(DOUBLE_D, "Đ");
  const letters = line.match(/\p{L}/gu) ?? [];
  const small = letters.filter((letter) => /\p{Ll}/u.test(letter)).length;
  if (small * 2 < letters.length) return line;
  return line.replaceAll(MIXED, (word: string, first: string, rest: string) => {
    const lowered = first + rest.toLowerCase();
    if (!isVietnameseSyllable(lowered)) return word;
    if (isCapitals(word)) return word.length === 2 && hasMark(rest) ? lowered : word;
    // Abbreviations mix cases too ("TTr", "VNeID"); they have no marks.
    return hasMark(rest) ? lowered : word;
  });
}
