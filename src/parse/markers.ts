/** The mark that opens a paragraph: "Điều 3.", "IV.", "10.", "1.2.", "a)", "-", "+", a table row. */
import type { SectionKind } from "./types.ts";

export interface Marker {
  readonly kind: Exclude<SectionKind, "head" | "letter" | "tail" | "paragraph">;
  /** As printed. */
  readonly printed: string;
  /** For ids and labels: "IV", "10", "1.2", "a". */
  readonly value: string;
  /** Length of the mark with the space after it. */
  readonly length: number;
}

interface Rule {
  readonly kind: Marker["kind"];
  readonly pattern: RegExp;
}

/** In order of trial; the first group is the value. */
const RULES: readonly Rule[] = [
  { kind: "article", pattern: /^Điều\s+(\d{1,3}[a-zđ]?)\s*[.:]\s*/u },
  { kind: "part", pattern: /^(?:PHẦN|Phần)\s+((?:THỨ|thứ|Thứ)\s+\p{L}+|[IVX]{1,5}|\d{1,2}|[A-H])(?:\s*[.:–-]\s*|\s+(?=\p{Lu})|$)/u },
  { kind: "part", pattern: /^(?:CHƯƠNG|Chương)\s+([IVX]{1,5}|\d{1,2})(?:\s*[.:–-]\s*|\s+(?=\p{Lu})|$)/u },
  {
    kind: "annex",
    pattern: /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số)?\s*([IVX]{1,5}|\d{1,2}|[A-H]))?(?=\s*[.:(–-]|\s*$|\s+\p{Lu}{2})(?:\s*[.:–-]\s*|\s*)/u,
  },
  { kind: "roman", pattern: /^(?:MỤC|Mục)\s+([IVX]{1,6}|\d{1,2})(?:\s*[.:–-]\s*|\s+(?=\p{Lu})|$)/u },
  { kind: "roman", pattern: /^([IVX]{1,6})\s*[.):/](?:\s+|(?=\p{Lu}))/u },
  { kind: "roman", pattern: /^([IVX]{1,6})\s+[-–]\s+(?=\p{Lu})/u },
  { kind: "part", pattern: /^([A-H])\s*[.)]\s+(?=\p{Lu}{2})/u },
  { kind: "number", pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:\.\)?\s+(?=\S)|\)?\s+(?=\p{L}|["“(]))/u },
  // "83/KH-UBND" at the start of a line is the number of a document.
  { kind: "number", pattern: /^(\d{1,2})(?!\/(?:\d{4}\/)?\p{Lu}[\p{L}\d&]*[-–])\s*[.)/](?:\s+(?=\S)|(?=[\p{L}"“(]))/u },
  { kind: "alpha", pattern: /^([a-zđ]\d?)\s*[.)/]\s+/u },
  { kind: "plus", pattern: /^(?:[-–•]\s*)?([+])\s*(?=\S)/u },
  { kind: "dash", pattern: /^([-–—•·*▪●○])\s+(?=\S)/u },
  { kind: "dash", pattern: /^([-–—])(?=\p{Lu}\p{Ll})/u },
  { kind: "row", pattern: /^(\|)/u },
];

/** Reads the mark a paragraph opens with, null when it has none. */
export function readMarker(text: string): Marker | null {
  for (const { kind, pattern } of RULES) {
    const match = pattern.exec(text);
    if (match !== null) {
      return { kind, printed: kind === "row" ? "" : match[0].trim(), value: match[1] ?? "", length: kind === "row" ? 0 : match[0].length };
    }
  }
  return null;
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
