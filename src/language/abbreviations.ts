/** Abbreviations officials write and type, expanded to full words; the list is data (`data/abbreviations.json`). */
import abbreviationData from "./data/abbreviations.json" with { type: "json" };
import { foldText } from "./fold.ts";

const expansions: Readonly<Record<string, string>> = abbreviationData.abbreviations;

/** "kh" alone is kế hoạch or khoa học, "cv" công văn or công viên: expanded only when typed in capitals. */
const byExact = new Map(Object.entries(expansions));
/** Folded forms that are no Vietnamese syllable, so that "ttnt" or "cntt" typed in lower case is recognised. */
const byFolded = new Map(
  Object.entries(expansions)
    .filter(([short]) => short.length > 2)
    .map(([short, long]) => [foldText(short), long]),
);
const TOKEN = /[\p{L}\p{N}]+(?:[&.-][\p{L}\p{N}]+)*/gu;

function expansionOf(token: string): string | undefined {
  return byExact.get(token) ?? byFolded.get(foldText(token));
}

/**
 * Every abbreviation replaced by its full words: "Sở KH&CN" → "Sở khoa học và công nghệ".
 * A token is left alone when it is unknown; parts of "KT-XH" or "GD&ĐT" are looked up as a whole first.
 */
export function expandAbbreviations(text: string): string {
  return text.replace(TOKEN, (token) => {
    const whole = expansionOf(token);
    if (whole !== undefined) return whole;
    if (!/[&.-]/u.test(token)) return token;
    return token.replace(/[\p{L}\p{N}]+/gu, (part) => expansionOf(part) ?? part);
  });
}
