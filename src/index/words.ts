/**
 * The word side of search: folded words and word pairs, BM25, in a MiniSearch index.
 *
 * Texts and questions pass through the same `searchableTerms`, so that "Sở KHCN", "so khoa hoc va cong nghe" and
 * "Sở Khoa học và Công nghệ" meet.
 */
import MiniSearch from "minisearch";
import type { Options } from "minisearch";
import { expandAbbreviations } from "../language/abbreviations.ts";
import { foldedWords } from "../language/fold.ts";

/** Raise when `searchableTerms` gives other terms for the same text. */
export const tokeniserVersion = 1;

export interface WordDocument {
  readonly id: number;
  /** The passage's own words. */
  readonly text: string;
  /** Place and headings: a field of its own, so that what repeats in every passage of a plan does not drown the text. */
  readonly context: string;
}

/** Folded words, then folded pairs of neighbours, abbreviations in full. */
export function searchableTerms(text: string): string[] {
  const words = foldedWords(expandAbbreviations(text.normalize("NFC")));
  return [...words, ...words.slice(1).map((word, i) => `${words[i] ?? ""}_${word}`)];
}

const options: Options<WordDocument> = {
  fields: ["text", "context"],
  idField: "id",
  tokenize: searchableTerms,
  // Terms come folded out of the tokeniser.
  processTerm: (term) => term,
  searchOptions: { combineWith: "OR", boost: { text: 1, context: 0.5 }, bm25: { k: 1.2, b: 0.5, d: 0.2 }, prefix: false, fuzzy: false },
};

/** The index as JSON text, to be stored. */
export function buildWords(documents: readonly WordDocument[]): string {
  const index = new MiniSearch(options);
  index.addAll(documents);
  return JSON.stringify(index);
}

/** The same index, made in short steps with room between them for other work: for use beside questions. */
export async function buildWordsGently(documents: readonly WordDocument[]): Promise<string> {
  const index = new MiniSearch(options);
  await index.addAllAsync(documents, { chunkSize: 100 });
  return JSON.stringify(index);
}

export interface WordIndex {
  readonly documentCount: number;
  /** BM25 score of each passage, by ordinal; 0 where no word of the question occurs. */
  score(question: string): Float32Array;
}

/** @throws Error when the text is no index that `buildWords` made. */
export function openWords(json: string): WordIndex {
  const index = MiniSearch.loadJSON(json, options);
  return {
    documentCount: index.documentCount,
    score(question) {
      const scores = new Float32Array(index.documentCount);
      for (const { id, score } of index.search(question)) if (typeof id === "number") scores[id] = score;
      return scores;
    },
  };
}
