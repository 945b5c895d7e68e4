/**
 * Folding: the form in which words are compared, so that "Sở Y tế", "SỞ Y TẾ" and "so y te" are the same.
 *
 * Folding keeps the length: every UTF-16 unit of NFC text gives exactly one unit, so that offsets found in folded
 * text hold in the text itself.
 */

const cache = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const lower = character.toLowerCase();
  const base = lower === "đ" || lower === "ð" ? "d" : lower.normalize("NFD").replace(/\p{M}+/gu, "");
  const folded = base.length === character.length ? base : character;
  cache.set(character, folded);
  return folded;
}

/** Lower case without diacritics, đ as d; same length as the input, which must be NFC. */
export function foldText(text: string): string {
  let folded = "";
  for (const character of text) folded += character < "\u0080" ? character.toLowerCase() : foldCharacter(character);
  return folded;
}

/** Words of a text: runs of letters and digits, as written. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Folded words of a text. */
export function foldedWords(text: string): string[] {
  return words(foldText(text));
}

/** The one spacing for comparing names: folded words joined by single spaces. */
export function nameKey(name: string): string {
  return foldedWords(name.normalize("NFC")).join(" ");
}
