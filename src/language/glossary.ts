/** English terms of the field in the words that plans use (`data/glossary.json`). */
import glossaryData from "./data/glossary.json" with { type: "json" };

const terms = new Map(Object.entries(glossaryData.terms).map(([english, vietnamese]) => [english, vietnamese.split(" | ")]));
const LONGEST = Math.max(...[...terms.keys()].map((term) => term.split(" ").length));

/** Words that terms are made of. */
const inTerms = new Set([...terms.keys()].flatMap((term) => term.split(" ")));

export interface Translation {
  /** Vietnamese words of the terms found in every rendering, in order. */
  readonly vietnamese: string;
  /** The same, each term in its first rendering. */
  readonly first: string;
  /** The other renderings of a first one: a text that holds any of them speaks of the term. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** English words that no term covers, in order. */
  readonly untranslated: readonly string[];
}

/** A word and what it may be the plural or another form of. */
function formsOf(word: string): string[] {
  const forms = [word];
  if (word.length > 3 && word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  if (word.length > 3 && word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.length > 3 && word.endsWith("s")) forms.push(word.slice(0, -1));
  if (word.length > 5 && word.endsWith("ing")) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (word.length > 4 && word.endsWith("ed")) forms.push(word.slice(0, -2), word.slice(0, -1));
  return forms;
}

/** The term that a run of words is, its last word in any form; undefined for none. */
function termOf(run: readonly string[]): string | undefined {
  const head = run.slice(0, -1);
  return formsOf(run.at(-1) ?? "")
    .map((form) => [...head, form].join(" "))
    .find((term) => terms.has(term));
}

/** Translates the terms an English text holds, longest first; grammar is left aside. */
export function translateTerms(text: string): Translation {
  const typed = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  // "public-service" is two words unless the glossary knows it as one ("e-government").
  const tokens = typed.flatMap((token) => (token.includes("-") && !inTerms.has(token) ? token.split("-") : [token]));
  const found: (readonly string[])[] = [];
  const untranslated: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = Array.from({ length: Math.min(LONGEST, tokens.length - i) }, (_, k) => Math.min(LONGEST, tokens.length - i) - k).find(
      (size) => termOf(tokens.slice(i, i + size)) !== undefined,
    );
    if (length === undefined) untranslated.push(tokens[i] ?? "");
    else {
      found.push(terms.get(termOf(tokens.slice(i, i + length)) ?? "") ?? []);
      i += length - 1;
    }
  }
  const joined = (renderings: readonly string[]): string => renderings.filter((word) => word !== "").join(" ");
  return {
    vietnamese: joined(found.flat()),
    first: joined(found.map(([rendering = ""]) => rendering)),
    others: new Map(
      found.flatMap(([rendering, ...others]) => (rendering === undefined || others.length === 0 ? [] : [[rendering, others]])),
    ),
    untranslated,
  };
}
