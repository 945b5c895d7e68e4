/** Everyday words and the official words for the same thing (`data/synonyms.json`), folded. */
import synonymData from "./data/synonyms.json" with { type: "json" };
import { foldedWords } from "./fold.ts";

export interface SynonymRule {
  /** Folded words of the everyday phrase. */
  readonly words: readonly string[];
  /** Official phrases, each as folded words. */
  readonly official: readonly (readonly string[])[];
  /** The official phrases as written, for the word index. */
  readonly text: string;
}

const rules: readonly SynonymRule[] = Object.entries(synonymData.synonyms)
  .map(([everyday, official]) => ({ words: foldedWords(everyday), official: official.map(foldedWords), text: official.join(" ") }))
  .toSorted((a, b) => b.words.length - a.words.length);

/** The rules whose everyday words stand in a run of folded words. */
export function synonymsIn(words: readonly string[]): SynonymRule[] {
  const joined = ` ${words.join(" ")} `;
  return rules.filter((rule) => joined.includes(` ${rule.words.join(" ")} `));
}
