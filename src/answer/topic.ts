/** The subject of a question: its words without question words, names of places and agencies. */
import questionWords from "../language/data/question-words.json" with { type: "json" };
import { foldText, foldedWords, words as wordsOf } from "../language/fold.ts";
import { comparableTones } from "../language/normalise.ts";
import { expandAbbreviations } from "../language/abbreviations.ts";
import { synonymsIn } from "../language/synonyms.ts";

const PHRASES = questionWords.phrases
  .toSorted((a, b) => b.length - a.length)
  .map((phrase) => new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, "gu"));
const STOP_WORDS = new Set(questionWords.words.map(comparableTones));

export interface Topic {
  /** Folded words that carry the subject, each once. */
  readonly words: readonly string[];
  /** Pairs of neighbours among the words as typed. */
  readonly pairs: readonly string[];
  /** Official phrases that meet a word as well, as folded words with an underscore between neighbours. */
  readonly alternatives: ReadonlyMap<string, readonly string[]>;
  /** English words of the question that no glossary term covers: they can be met by nothing. */
  readonly foreign: number;
}

/** The topic of a follow-up: its own, and what the question before was about. */
export function joinTopics(a: Topic, b: Topic): Topic {
  return {
    words: [...new Set([...a.words, ...b.words])],
    pairs: [...new Set([...a.pairs, ...b.pairs])],
    alternatives: new Map([...b.alternatives, ...a.alternatives]),
    foreign: a.foreign,
  };
}

export interface TranslatedTerms {
  /** English words that no glossary term covers. */
  readonly foreign: number;
  /** Other renderings of the terms in the text, by the rendering that stands there. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** The topic of Vietnamese words (a question without its names, or translated terms). */
export function topicOf(text: string, { foreign, others }: TranslatedTerms = { foreign: 0, others: new Map() }): Topic {
  const alternatives = new Map<string, string[]>();
  const add = (word: string, phrases: readonly string[]): void =>
    void alternatives.set(word, [...(alternatives.get(word) ?? []), ...phrases]);
  for (const [rendering, further] of others)
    for (const word of foldedWords(rendering))
      add(
        word,
        further.map((phrase) => foldedWords(phrase).join("_")),
      );
  for (const rule of synonymsIn(foldedWords(expandAbbreviations(text)))) {
    for (const word of rule.words)
      add(
        word,
        rule.official.map((words) => words.join("_")),
      );
  }
  let spelled = comparableTones(expandAbbreviations(text));
  for (const phrase of PHRASES) spelled = spelled.replace(phrase, " | ");
  const words: string[] = [];
  const pairs: string[] = [];
  for (const run of spelled.split(/[|,;:.?!()"“”]/u)) {
    const all = wordsOf(run);
    all.forEach((word, index) => {
      const next = all[index + 1];
      if (next !== undefined && !STOP_WORDS.has(word) && !STOP_WORDS.has(next)) pairs.push(`${foldText(word)}_${foldText(next)}`);
      if (!STOP_WORDS.has(word)) words.push(foldText(word));
    });
  }
  return { words: [...new Set(words)], pairs: [...new Set(pairs)], alternatives, foreign };
}

export interface Coverage {
  /** Share of the topic's weight that the text holds, 0..1. */
  readonly share: number;
  /** Weight of the topic; near 0 when nothing is asked about. */
  readonly weight: number;
}

/** Weight of a pair against the words it is made of. */
const PAIR_WEIGHT = 0.8;
/** Weight of an English word that could not be translated. */
const FOREIGN_WEIGHT = 2;
/** What an official phrase counts for an everyday word. */
const ALTERNATIVE = 0.8;

/** The folded words and pairs of a text, made once and asked often. */
export interface HeldTerms {
  readonly terms: ReadonlySet<string>;
  /** All words with underscores between and around them, for phrases. */
  readonly joined: string;
}

export function heldTerms(text: string): HeldTerms {
  const words = foldedWords(expandAbbreviations(text));
  const terms = new Set(words);
  words.forEach((word, index) => terms.add(`${words[index - 1] ?? ""}_${word}`));
  return { terms, joined: `_${words.join("_")}_` };
}

/** Terms of two texts read one after the other. */
export function joinedTerms(a: HeldTerms, b: HeldTerms): HeldTerms {
  return { terms: new Set([...a.terms, ...b.terms]), joined: a.joined + b.joined };
}

/** How much each term counts. */
export interface TermWeights {
  /** Inverse document frequency, lowered for terms of the document's own subject. */
  idf(term: string): number;
  knows(term: string): boolean;
}

/** How much of a topic a text holds: words and pairs weighed by how rare they are in the collection. */
export function coverageOf(topic: Topic, text: string | HeldTerms, weights: TermWeights): Coverage {
  const { terms, joined } = typeof text === "string" ? heldTerms(text) : text;
  const meets = (word: string): number =>
    terms.has(word) ? 1 : (topic.alternatives.get(word)?.some((phrase) => joined.includes(`_${phrase}_`)) ?? false) ? ALTERNATIVE : 0;
  let weight = FOREIGN_WEIGHT * topic.foreign;
  let found = 0;
  for (const word of topic.words) {
    const idf = weights.idf(word);
    weight += idf;
    found += idf * meets(word);
  }
  for (const pair of topic.pairs) {
    // A pair that no document holds says how the question is put, not what it is about.
    if (!weights.knows(pair)) continue;
    const idf = PAIR_WEIGHT * weights.idf(pair);
    weight += idf;
    if (terms.has(pair)) found += idf;
  }
  return { share: weight === 0 ? 0 : found / weight, weight };
}
