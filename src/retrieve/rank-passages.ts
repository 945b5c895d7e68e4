/**
 * Stage 4: `Query` → passages in order of support.
 *
 * Four signals, each standardised over the passages that the question may be answered from, then summed with weights:
 * pooled vectors, the best sentence's vector, late interaction over token vectors, folded words.
 * Invariants: passages outside the query's documents, and bare headings, never appear and do not influence a score; when the embedder does
 * not answer, the words alone rank, and `mode` says so.
 */
import { AppError } from "../base/app-error.ts";
import type { Generation } from "../index/types.ts";
import type { VectorSearch } from "../index/vector-search.ts";
import { dotAt, openVectorSearch } from "../index/vector-search.ts";
import { openWords } from "../index/words.ts";
import type { Embedder, QueryEmbedding } from "../models/embedder.ts";
import { bareHeadings } from "./bare-headings.ts";
import { createMaxSim } from "./max-sim.ts";
import { standardised } from "./standardise.ts";
import type { Query, RankedPassage, Ranking, ScoreParts } from "./types.ts";
import { fuse, shippedWeights } from "./weights.ts";
import type { Weights } from "./weights.ts";

export interface RankerOptions {
  readonly generation: Generation;
  readonly embedder: Embedder;
  /** Default: the weights that ship. */
  readonly weights?: Weights;
  /** Passages whose token vectors are read, the best by the other signals. Default 64, about 1.2 ms. */
  readonly interactionCandidates?: number;
}

export interface Ranker {
  /** Which search runs over the pooled vectors, for /readyz. */
  readonly vectorSearch: VectorSearch["kind"];
  /**
   * The `limit` best passages, best first; fewer when the scope holds fewer.
   *
   * @throws AppError "embedder-busy" when too many questions wait for the model.
   */
  rank(query: Query, limit: number): Promise<Ranking>;
}

/** One question's raw scores; position i belongs to the passage `ordinals[i]`. */
interface RawScores {
  readonly ordinals: readonly number[];
  readonly lexical: Float32Array;
  readonly cosine: Float32Array;
  readonly sentence: Float32Array;
  /** Index of the best sentence within its passage. */
  readonly bestSentence: Uint32Array;
}

function bestSentences(
  { vectors }: Generation,
  question: Float32Array,
  ordinals: readonly number[],
): { scores: Float32Array; rows: Uint32Array } {
  const scores = new Float32Array(ordinals.length);
  const rows = new Uint32Array(ordinals.length);
  ordinals.forEach((ordinal, i) => {
    const first = vectors.sentenceStarts[ordinal] ?? 0;
    const last = vectors.sentenceStarts[ordinal + 1] ?? first;
    let best = -Infinity;
    for (let row = first; row < last; row += 1) {
      const score = dotAt(question, vectors.sentences, row * vectors.dimensions);
      if (score > best) {
        best = score;
        rows[i] = row - first;
      }
    }
    scores[i] = best;
  });
  return { scores, rows };
}

/** Positions of the `count` largest values, largest first; equal ones in their order. */
function largest(values: ArrayLike<number>, count: number): readonly number[] {
  return Array.from(values, (_, i) => i)
    .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, count);
}

async function embedOrNull(embedder: Embedder, text: string): Promise<QueryEmbedding | null> {
  try {
    return await embedder.embedQuery(text);
  } catch (error) {
    if (error instanceof AppError && error.code === "embedder-failed") return null;
    throw error;
  }
}

/** Prepares a generation for ranking; reads it only. */
export async function createRanker({
  generation,
  embedder,
  weights = shippedWeights,
  interactionCandidates = 64,
}: RankerOptions): Promise<Ranker> {
  const { passages, vectors } = generation;
  const words = openWords(generation.words);
  const search = await openVectorSearch({ values: vectors.pooled, dimensions: vectors.dimensions });
  const maxSim = createMaxSim(vectors.tokenDimensions);

  const headings = bareHeadings(generation);
  const speaking = passages.filter(({ ordinal }) => !headings.has(ordinal));

  function scopeOf(query: Query): readonly number[] {
    const allowed = query.documentIds === null ? null : new Set(query.documentIds);
    return speaking.filter(({ documentId }) => allowed === null || allowed.has(documentId)).map(({ ordinal }) => ordinal);
  }

  function rawScores(query: Query, question: Float32Array | null): RawScores {
    const ordinals = scopeOf(query);
    const byOrdinal = words.score(query.lexical);
    const lexical = Float32Array.from(ordinals, (ordinal) => byOrdinal[ordinal] ?? 0);
    if (question === null) {
      const none = new Float32Array(ordinals.length);
      return { ordinals, lexical, cosine: none, sentence: none, bestSentence: new Uint32Array(ordinals.length) };
    }
    const cosines = new Float32Array(passages.length);
    for (const { ordinal, score } of search.search(question, passages.length)) cosines[ordinal] = score;
    const { scores, rows } = bestSentences(generation, question, ordinals);
    return {
      ordinals,
      lexical,
      cosine: Float32Array.from(ordinals, (ordinal) => cosines[ordinal] ?? 0),
      sentence: scores,
      bestSentence: rows,
    };
  }

  return {
    vectorSearch: search.kind,
    async rank(query, limit) {
      const question = await embedOrNull(embedder, query.dense);
      const raw = rawScores(query, question?.pooled ?? null);
      const dense = standardised(raw.cosine);
      const sentence = standardised(raw.sentence);
      const lexical = standardised(raw.lexical);
      const weight = weights[query.lang];
      const partsAt = (i: number): ScoreParts => ({
        dense: dense[i] ?? 0,
        sentence: sentence[i] ?? 0,
        interaction: 0,
        lexical: lexical[i] ?? 0,
      });

      const candidates = largest(
        raw.ordinals.map((_, i) => fuse(partsAt(i), weight)),
        Math.max(limit, interactionCandidates),
      );
      const likeness = maxSim.ask(question?.tokens ?? new Int8Array(0));
      const maxSims = Float64Array.from(candidates, (i) => {
        const ordinal = raw.ordinals[i] ?? 0;
        return likeness.score({
          values: vectors.tokens,
          start: vectors.tokenStarts[ordinal] ?? 0,
          end: vectors.tokenStarts[ordinal + 1] ?? 0,
        });
      });
      const interaction = standardised(maxSims);
      const ranked = candidates.flatMap((i, k): RankedPassage[] => {
        const passage = passages[raw.ordinals[i] ?? -1];
        if (passage === undefined) return [];
        const parts = { ...partsAt(i), interaction: interaction[k] ?? 0 };
        return [
          {
            passage,
            score: fuse(parts, weight),
            parts,
            cosine: raw.cosine[i] ?? 0,
            sentenceCosine: raw.sentence[i] ?? 0,
            maxSim: maxSims[k] ?? 0,
            bestSentence: raw.bestSentence[i] ?? 0,
          },
        ];
      });
      ranked.sort((a, b) => b.score - a.score || a.passage.ordinal - b.passage.ordinal);
      return { passages: ranked.slice(0, limit), mode: question === null ? "lexical-only" : "full" };
    },
  };
}
