/** What a sentence of the model may lean on: the words of the passages it cites, and what code itself said of them. */
import { expandAbbreviations } from "../../language/abbreviations.ts";
import { foldedWords, words } from "../../language/fold.ts";
import { comparableTones } from "../../language/normalise.ts";

export interface Ground {
  /** The passages' own words, a line each as printed, and the sentences of the extractive answer that cite them. */
  readonly body: string;
  /** Where they stand: the headings from the top, the document's reference. */
  readonly labels: string;
  /** The quotes of the citations, as printed. */
  readonly quotes: readonly string[];
}

/** One space between words, so that a line break of the source does not matter. */
export const oneSpaced = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Folded words with abbreviations written out: "UBND" and "Ủy ban nhân dân" are the same. */
export const comparableWords = (text: string): string[] => foldedWords(expandAbbreviations(text));

/** Folded words between spaces, to look for runs of words in. */
export const wordRun = (text: string): string => ` ${comparableWords(text).join(" ")} `;

/** Body and labels together. */
export const wholeOf = ({ body, labels }: Ground): string => `${body}\n${labels}`;

/** Words as spelled, in lower case, abbreviations written out and tone marks in one place. */
export const spelledWords = (text: string): string[] => words(comparableTones(expandAbbreviations(text).toLowerCase()));

const pairsOf = (spelled: readonly string[]): string[] => spelled.slice(1).map((word, index) => `${spelled[index] ?? ""} ${word}`);

/**
 * The words of a sentence, each with whether a text says it: in a pair with a neighbour, because most Vietnamese words
 * are two syllables, and single syllables stand in any text.
 */
export function saidWords(sentence: string, text: string): { readonly word: string; readonly isSaid: boolean }[] {
  const known = new Set(pairsOf(spelledWords(text)));
  const spelled = spelledWords(sentence);
  const pairs = pairsOf(spelled).map((pair) => known.has(pair));
  return spelled.map((word, index) => ({ word, isSaid: (pairs[index] ?? false) || (pairs[index - 1] ?? false) }));
}
