/** What stage 4 hands over: passages in order of support, with the parts of every score. */
import type { Language } from "../contract/answer.ts";
import type { Passage } from "../index/types.ts";

/** A question made ready for ranking. */
export interface Query {
  readonly lang: Language;
  /** What the model reads: NFC, abbreviations expanded, diacritics restored. */
  readonly dense: string;
  /** What the word index reads; its own tokeniser folds it. English terms come translated by the glossary. */
  readonly lexical: string;
  /** Documents to rank within; null for all. */
  readonly documentIds: readonly string[] | null;
}

export interface ScoreParts {
  /** Pooled vectors, standardised over the candidates. */
  readonly dense: number;
  /** Best sentence of the passage, standardised. */
  readonly sentence: number;
  /** Late interaction (MaxSim over token vectors), standardised. */
  readonly interaction: number;
  /** Folded words and word pairs, BM25, standardised. */
  readonly lexical: number;
}

export interface RankedPassage {
  readonly passage: Passage;
  /** Weighted sum of the parts. */
  readonly score: number;
  readonly parts: ScoreParts;
  /** Raw cosine of the pooled vectors and raw mean MaxSim: absolute evidence for refusing. */
  readonly cosine: number;
  /** Raw cosine of the sentence nearest to the question. */
  readonly sentenceCosine: number;
  readonly maxSim: number;
  /** Index in `passage.sentences` of the sentence nearest to the question. */
  readonly bestSentence: number;
}

/** Says how the ranking was made, when a side was missing. */
export interface Ranking {
  readonly passages: readonly RankedPassage[];
  /** "lexical-only" when the embedder did not answer. */
  readonly mode: "full" | "lexical-only";
}
