/** The subject of a question: its words without question words, names of places and agencies. */
import questionWords from "../language/data/question-words.json" with { type: "json" };
import { foldText, foldedWords } from "../language/fold.ts";
import { expandAbbreviations } from "../language/abbreviations.ts";
import type { Collection } from "./collection.ts";

const PHRASES = questionWords.phrases.toSorted((a, b) => b.length - a.length).map((phrase) => new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, "gu"));
const STOP_WORDS = new Set(questionWords.words);

export interface Topic {
  /** Folded words that carry the subject, each once. */
  readonly words: readonly string[];
  /** Pairs of neighbours among the words as typed. */
  readonly pairs: readonly string[];
}

/** The topic of Vietnamese words (a question without its names, or translated terms). */
export function topicOf(text: string): Topic {
  let folded = foldText(expandAbbreviations(text));
  for (const phrase of PHRASES) folded = folded.replace(phrase, " | ");
  const words: string[] = [];
  const pairs: string[] = [];
  for (const run of folded.split(/[|,;:.?!()"“”]/u)) {
    const all = foldedWords(run);
    all.forEach((word, index) => {
      const next = all[index + 1];
      if (next !== undefined && !(STOP_WORDS.has(word) && STOP_WORDS.has(next))) pairs.push(`${word}_${next}`);
      if (!STOP_WORDS.has(word)) words.push(word);
    });
  }
  return { words: [...new Set(words)], pairs: [...new Set(pairs)] };
}

export interface Coverage {
  /** Share of the topic's weight that the text holds, 0..1. */
  readonly share: number;
  /** Weight of the topic; near 0 when nothing is asked about. */
  readonly weight: number;
}

/** Weight of a pair against the words it is made of. */
const PAIR_WEIGHT = 0.8;

/** How much of a topic a text holds: words and pairs weighed by how rare they are in the collection. */
export function coverageOf(topic: Topic, text: string, collection: Collection): Coverage {
  const words = foldedWords(expandAbbreviations(text));
  const held = new Set(words);
  words.forEach((word, index) => held.add(`${words[index - 1] ?? ""}_${word}`));
  let weight = 0;
  let found = 0;
  for (const word of topic.words) {
    const idf = collection.idf(word);
    weight += idf;
    if (held.has(word)) found += idf;
  }
  for (const pair of topic.pairs) {
    // A pair that no document holds says how the question is put, not what it is about.
    if (!collection.knows(pair)) continue;
    const idf = PAIR_WEIGHT * collection.idf(pair);
    weight += idf;
    if (held.has(pair)) found += idf;
  }
  return { share: weight === 0 ? 0 : found / weight, weight };
}

/** Words of a topic that no document of the collection holds. */
export function unknownWords(topic: Topic, collection: Collection): string[] {
  return topic.words.filter((word) => !collection.knows(word));
}
