/** How much of a text is spelt as Vietnamese, told by its words with letters beyond ASCII. */
import { isVietnameseSyllable } from "./vietnamese-syllable.ts";

export interface SyllableRate {
  /** Words with at least one character beyond ASCII. */
  readonly marked: number;
  /** Those of them that are Vietnamese syllables. */
  readonly valid: number;
  /** valid / marked; 0 where there is no such word. */
  readonly rate: number;
}

/** Letters and whatever may be a letter in another encoding; not ASCII signs, digits and typographic marks. */
const TOKEN = /(?:[A-Za-z]|[^\0-\u007f\u00a0\s\u2010-\u203a\u20ac\u2122\ufffd])+/gu;
const BEYOND_ASCII = /[^\0-\u007f]/u;

/** Words are counted up to `most`, which is plenty for a judgement. */
export function syllableRate(text: string, most = 20_000): SyllableRate {
  let marked = 0;
  let valid = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (!BEYOND_ASCII.test(token)) continue;
    marked++;
    if (isVietnameseSyllable(token.normalize("NFC"))) valid++;
    if (marked >= most) break;
  }
  return { marked, valid, rate: marked === 0 ? 0 : valid / marked };
}
