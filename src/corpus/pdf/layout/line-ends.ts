/** Words cut at a line's end by a hyphen are made whole on the line that they begin on. */
import { isVietnameseSyllable } from "../../legacy-encodings/vietnamese-syllable.ts";

export interface JoinedLines {
  readonly before: string;
  readonly line: string;
}

/**
 * Moves the rest of a cut word up; null when no word is cut. A soft hyphen always cuts. A plain one does only in a word
 * that is none of Vietnamese: "inter-/net", but not "kinh tế -/xã hội" or "Việt-/Nam".
 */
export function joinCutWord(before: string, line: string): JoinedLines | null {
  const rest = /^\p{Ll}\p{L}*\S*/u.exec(line)?.[0];
  const cut = /(\p{L}+)([-\u00ad\u2010])$/u.exec(before);
  const start = cut?.[1];
  if (rest === undefined || start === undefined) return null;
  const word = /^\p{L}+/u.exec(rest)?.[0] ?? "";
  const soft = cut?.[2] !== "-";
  if (!soft && isVietnameseSyllable(start) && isVietnameseSyllable(word)) return null;
  if (!soft && /\p{Lu}/u.test(start.slice(1))) return null;
  return { before: before.slice(0, -1) + rest, line: line.slice(rest.length).trimStart() };
}
