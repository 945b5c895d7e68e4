/** Everyday words and the official words for the same thing (`data/synonyms.json`), folded. */
import synonymData from "./data/synonyms.json" with { type: "json" };
import { foldText, foldedWords, words as wordsOf } from "./fold.ts";
import { comparableTones } from "./normalise.ts";

export interface SynonymRule {
  /** Folded words of the everyday phrase. */
  readonly words: readonly string[];
  /** Official phrases, each as folded words. */
  readonly official: readonly (readonly string[])[];
  /** The official phrases as written, for the word index. */
  readonly text: string;
}

interface Entry {
  readonly rule: SynonymRule;
  /** The one syllable as it must stand in a text with diacritics; null for a phrase that is told by its folded words. */
  readonly written: string | null;
}

const spaced = (words: readonly string[]): string => ` ${words.join(" ")} `;

/** One syllable without its diacritics is another word ("sóng" and "sông"). */
const entries: readonly Entry[] = Object.entries(synonymData.synonyms)
  .map(([everyday, official]) => ({
    rule: { words: foldedWords(everyday), official: official.map(foldedWords), text: official.join(" ") },
    written: everyday.includes(" ") ? null : spaced(wordsOf(comparableTones(everyday))),
  }))
  .toSorted((a, b) => b.rule.words.length - a.rule.words.length);

/** The rules whose everyday words stand in a run of words: as typed, or folded where none has a diacritic. */
export function synonymsIn(words: readonly string[]): SynonymRule[] {
  const typed = spaced(words.map(comparableTones));
  const folded = spaced(words.map(foldText));
  const stands = ({ rule, written }: Entry): boolean =>
    written === null || typed === folded ? folded.includes(spaced(rule.words)) : typed.includes(written);
  return entries.filter(stands).map(({ rule }) => rule);
}
