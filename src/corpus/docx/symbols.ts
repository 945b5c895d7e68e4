/** Characters of symbol fonts: Word stores them in the private area of Unicode, where only the font knows what they look like. */

const SYMBOL: Readonly<Record<number, string>> = {
  0x2b: "+",
  0x2d: "-",
  0x61: "α",
  0x62: "β",
  0x6d: "μ",
  0xa3: "≤",
  0xa5: "∞",
  0xae: "→",
  0xb0: "°",
  0xb1: "±",
  0xb3: "≥",
  0xb4: "×",
  0xb7: "•",
  0xb9: "≠",
  0xbb: "≈",
  0xd7: "⋅",
  0xde: "⇒",
  0xe5: "∑",
};

const DINGBATS: Readonly<Record<number, string>> = {
  0x6c: "●",
  0x6e: "▪",
  0x6f: "□",
  0x71: "□",
  0x77: "-",
  0x9f: "•",
  0xa0: "▪",
  0xa7: "▪",
  0xa8: "□",
  0xe0: "→",
  0xe8: "→",
  0xf0: "→",
  0xfb: "☒",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

const isDingbatFont = (font: string | undefined): boolean => /^(?:wingdings|webdings)/iu.test(font ?? "");
const isSymbolFont = (font: string | undefined): boolean => isDingbatFont(font) || /^symbol$/iu.test(font ?? "");

function knownSymbol(code: number, font: string | undefined): string | undefined {
  const position = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (position === 0x20) return " ";
  const known = (isDingbatFont(font) ? DINGBATS : SYMBOL)[position];
  // Symbol has the plain digits and marks where everybody has them.
  return known ?? (position > 0x20 && position < 0x40 && !isDingbatFont(font) ? String.fromCodePoint(position) : undefined);
}

/** The character that a reader of the page sees; a bullet for one that only the font knows. */
export function symbolOf(code: number, font: string | undefined): string {
  return knownSymbol(code, font) ?? "•";
}

/** Text of a run as seen: private characters by their font, a hyphen that does not break as a hyphen. */
export function seenText(text: string, font: string | undefined): string {
  return text.replace(/[\u{f000}-\u{f0ff}]/gu, (character) => symbolOf(character.codePointAt(0) ?? 0, font)).replaceAll("\u2011", "-");
}

/** Bullets that readers of plans know as such; a page shows others for the same purpose. */
const KNOWN_BULLETS = new Set(["-", "+", "•", "–", "*", "▪", "●", "○"]);

/** The bullet of a list level: as printed where it is one that texts use, else "-". */
export function bulletOf(character: string, font: string | undefined): string {
  const code = character.trim().codePointAt(0) ?? 0;
  const seen = isSymbolFont(font) || (code >= 0xf000 && code <= 0xf0ff) ? (knownSymbol(code, font) ?? "-") : character.trim();
  if (KNOWN_BULLETS.has(seen)) return seen;
  // The second of Word's usual bullets is the letter o in a typewriter face.
  return seen === "o" && /courier/iu.test(font ?? "") ? "○" : "-";
}
