/** English terms of the field in the words that plans use (`data/glossary.json`). */
import glossaryData from "./data/glossary.json" with { type: "json" };

const terms = new Map(Object.entries(glossaryData.terms).map(([english, vietnamese]) => [english, vietnamese.replaceAll(" | ", " ")]));
const LONGEST = Math.max(...[...terms.keys()].map((term) => term.split(" ").length));

export interface Translation {
  /** Vietnamese words of the terms found, in order. */
  readonly vietnamese: string;
  /** English words that no term covers, in order. */
  readonly untranslated: readonly string[];
}

/** Translates the terms an English text holds, longest first; grammar is left aside. */
export function translateTerms(text: string): Translation {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const vietnamese: string[] = [];
  const untranslated: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = Array.from({ length: Math.min(LONGEST, tokens.length - i) }, (_, k) => Math.min(LONGEST, tokens.length - i) - k).find((size) => terms.has(tokens.slice(i, i + size).join(" ")));
    if (length === undefined) untranslated.push(tokens[i] ?? "");
    else {
      vietnamese.push(terms.get(tokens.slice(i, i + length).join(" ")) ?? "");
      i += length - 1;
    }
  }
  return { vietnamese: vietnamese.filter((word) => word !== "").join(" "), untranslated };
}
