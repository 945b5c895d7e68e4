/** The mark that opens a paragraph: "Điều 3.", "IV.", "10.", "1.2.", "a)", "-", "+", a table row. */
import type { SectionKind } from "./types.ts";

export interface Marker {
  /** "paragraph" for a mark in words: "Nhiệm vụ 1:". */
  readonly kind: Exclude<SectionKind, "head" | "letter" | "tail">;
  /** How the mark is set: "1.", "1)", "(1)", "a)", "I.", "Chương", "-". Marks of one list share it. */
  readonly style: string;
  /** As printed. */
  readonly printed: string;
  /** For ids and labels: "IV", "10", "1.2", "a". */
  readonly value: string;
  /** Place in its list from 1; 0 for bullets, rows and what cannot be counted. */
  readonly position: number;
  /** Length of the mark with the space after it. */
  readonly length: number;
}

interface Rule {
  readonly kind: Marker["kind"];
  /** The style, or how the character after the value makes it. */
  readonly style: string | ((value: string, separator: string) => string);
  readonly pattern: RegExp;
}

const after = String.raw`(?:\s*[.:–-]\s*|\s+(?=\p{Lu})|$)`;
const ORDINAL_WORDS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const word = (kind: Marker["kind"], name: string, value: string): Rule => ({
  kind,
  style: name,
  pattern: new RegExp(`^(?:${name}|${name.toUpperCase()})\\s+(${value})${after}`, "u"),
});

/** Names of forms and of figures set out, which follow the signature as annexes do: "Mẫu số 01", "Biểu số 1". */
const FORMS = ["Biểu mẫu", "Mẫu", "Biểu"] as const;
const form = (name: (typeof FORMS)[number]): Rule => ({
  kind: "annex",
  style: name,
  pattern: new RegExp(
    String.raw`^(?:${name}|${name.toUpperCase()})(?:\s+(?:SỐ|Số|số))?\s*:?\s+(\d{1,2}[A-Ea-e]?|[IVX]{1,5})(?=\s*[.:(–-]|\s*$|\s+\p{Lu}{2})(?:\s*[.:–-]\s*|\s*)`,
    "u",
  ),
});
/** Whether a mark is that of a form: a table's caption in the body looks the same. */
export const isForm = (marker: { readonly style: string }): boolean => (FORMS as readonly string[]).includes(marker.style);

/** Glyphs of one bullet, Word's own among them (private use: U+F0B7 is a dot, U+F02D a dash). */
const BULLETS: readonly { readonly style: string; readonly glyphs: string }[] = [
  { style: "-", glyphs: "\\-\u2010-\u2015\u2212\uf02d" },
  { style: "+", glyphs: "+\uf02b" },
  { style: "•", glyphs: "•·●∙\uf0b7" },
  { style: "▪", glyphs: "▪■\uf0a7\uf06e" },
  { style: "o", glyphs: "○◦\uf06f" },
  { style: "➢", glyphs: "➢➤►▶⮚\uf0d8" },
  { style: "✓", glyphs: "✓✔\uf0fc" },
  { style: "◆", glyphs: "◆❖◇\uf076" },
  { style: "□", glyphs: "□▫\uf0a8" },
];
const DASHES = BULLETS[0]?.glyphs ?? "";
const PLUSES = BULLETS[1]?.glyphs ?? "";
const DOTS = BULLETS.slice(2)
  .map(({ glyphs }) => glyphs)
  .join("");
const bulletStyle = (glyph: string): string => BULLETS.find(({ glyphs }) => new RegExp(`[${glyphs}]`, "u").test(glyph))?.style ?? glyph;

/** In order of trial; the first group is the value, the second the character that closes it. */
const RULES: readonly Rule[] = [
  { kind: "article", style: "Điều", pattern: /^(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]?)(?:\s*[.:]\s*|\s*[–-]\s+|$)/u },
  word("part", "Phần", String.raw`(?:THỨ|thứ|Thứ)\s+\p{L}+|[IVX]{1,5}|\d{1,2}|[A-H]`),
  word("part", "Chương", String.raw`[IVX]{1,5}|\d{1,2}`),
  {
    kind: "annex",
    style: "Phụ lục",
    pattern:
      /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số)?\s*([IVX]{1,5}|\d{1,2}(?:\.\d{1,2})?[A-Ea-e]?|[A-H]))?(?=\s*[.:(–-]|\s*$|\s+\p{Lu}{2})(?:\s*[.:–-]\s*|\s*)/u,
  },
  form("Biểu mẫu"),
  form("Mẫu"),
  form("Biểu"),
  word("roman", "Tiểu mục", String.raw`[IVX]{1,6}|\d{1,2}`),
  word("roman", "Mục", String.raw`[IVX]{1,6}|\d{1,2}`),
  { kind: "roman", style: "I.", pattern: /^([IVX]{1,6})\s*[.):/](?:\s+|(?=\p{Lu})|$)/u },
  { kind: "roman", style: "I.", pattern: /^([IVX]{1,6})(?:\s*[-–]\s+(?=\p{Lu})|[-–](?=\p{Lu}{2}))/u },
  { kind: "part", style: "A.", pattern: /^([A-HK-NP-U])\s*[.)/]\s+(?=\p{Lu})/u },
  {
    kind: "number",
    style: (value) => value.replace(/\d+/gu, "1"),
    pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:\.\)?\s+(?=\S)|\)?\s+(?=\p{L}|["“(]))/u,
  },
  // "83/KH-UBND" at the start of a line is the number of a document.
  {
    kind: "number",
    style: (_, separator) => `1${separator}`,
    pattern: /^(\d{1,2})(?!\/(?:\d{4}\/)?\p{Lu}[\p{L}\d&]*[-–])\s*([.)/])(?:\s+(?=\S)|(?=[\p{L}"“(])|$)/u,
  },
  { kind: "number", style: "1-", pattern: /^(\d{1,2})[-–](?:\s+(?=\p{Lu})|(?=\p{Lu}\p{Ll}))/u },
  { kind: "number", style: "(1)", pattern: /^\((\d{1,2})\)\s*(?=\S)/u },
  { kind: "alpha", style: (_, separator) => `a1${separator}`, pattern: /^([a-zđ]\.?\d{1,2})\s*([.)/])(?:\s+|$)/u },
  { kind: "alpha", style: (_, separator) => `a${separator}`, pattern: /^([a-zđ])\s*([.)/])(?:\s+|$)/u },
  { kind: "alpha", style: "(a)", pattern: /^\(([a-zđ])\)\s*(?=\S)/u },
  { kind: "alpha", style: "a-", pattern: /^([a-zđ])[-–]\s+(?=\p{Lu})/u },
  { kind: "plus", style: "+", pattern: new RegExp(`^(?:[${DASHES}•]\\s*)?([${PLUSES}])\\s*(?=\\S)`, "u") },
  { kind: "dash", style: bulletStyle, pattern: new RegExp(`^([${DASHES}*])\\s+(?=\\S)`, "u") },
  { kind: "dash", style: bulletStyle, pattern: new RegExp(`^([${DASHES}])(?=\\p{Lu}\\p{Ll})`, "u") },
  { kind: "dash", style: bulletStyle, pattern: new RegExp(`^([${DOTS}])\\s*(?=\\S)`, "u") },
  // Word's second bullet saved as a letter.
  { kind: "dash", style: "o", pattern: /^(o)\s+(?=[\p{Lu}\p{N}“"])/u },
  { kind: "row", style: "|", pattern: /^(\|)/u },
];

/** Reads the mark a paragraph opens with, null when it has none. */
export function readMarker(text: string): Marker | null {
  for (const { kind, style, pattern } of RULES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const value = match[1] ?? "";
    return {
      kind,
      style: typeof style === "string" ? style : style(value, match[2] ?? ""),
      printed: kind === "row" ? "" : match[0].trim(),
      value,
      position: positionOf(kind, value),
      length: kind === "row" ? 0 : match[0].length,
    };
  }
  return null;
}

/** Place of a value in its list from 1: 4 for "IV", 2 for "1.2", 5 for "đ", 1 for "thứ nhất"; 0 where it cannot be counted. */
export function positionOf(kind: Marker["kind"], value: string): number {
  const digits = /(\d+)[a-zđA-E]?$/u.exec(value)?.[1];
  if (digits !== undefined) return Number(digits);
  if (kind === "alpha") return letterToNumber(value);
  if (kind === "part" && CAPITALS.includes(value)) return CAPITALS.indexOf(value) + 1;
  if (kind === "part" && /\s/u.test(value)) return ORDINAL_WORDS.indexOf(value.split(/\s+/u).at(-1)?.toLowerCase() ?? "") + 1;
  return kind === "dash" || kind === "plus" || kind === "row" ? 0 : romanToNumber(value);
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** 4 for "IV"; 0 for what is no Roman number. */
export function romanToNumber(roman: string): number {
  let total = 0;
  for (let i = 0; i < roman.length; i++) {
    const value = ROMAN_VALUES[roman.charAt(i)] ?? 0;
    const next = ROMAN_VALUES[roman.charAt(i + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

/** Letters that stand above Roman numbers; I, J and O are not used. */
const CAPITALS = "ABCDEFGHKLMNPQRSTU";
/** The letters of điểm in their order; f, j, w and z are not used. */
const LETTERS = "abcdđeghiklmnopqrstuvxy";

/** 1 for "a", 0 for what is no điểm letter. */
export function letterToNumber(letter: string): number {
  return LETTERS.indexOf(letter.charAt(0)) + 1;
}

/** The letter at a position from 1. */
export function numberToLetter(position: number): string {
  return LETTERS.charAt(position - 1);
}

/** Whether `position` is the next after `last`; many offices leave out đ between d and e. */
export function follows(kind: SectionKind, last: number, position: number): boolean {
  return position === last + 1 || (kind === "alpha" && last === letterToNumber("d") && position === letterToNumber("e"));
}
