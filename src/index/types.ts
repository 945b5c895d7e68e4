/**
 * What stage 3 hands over: a generation, the immutable result of one build.
 *
 * On disk: `index/<generation id>/manifest.json` with the files it lists; `index/CURRENT` holds the live id.
 */
import type { Plan } from "../parse/types.ts";

/** The smallest whole section, or a run of bullets of one that is too long for the model. */
export interface Passage {
  /** Position in the generation; vectors are stored in this order. */
  readonly ordinal: number;
  readonly documentId: string;
  /** The smallest section that holds the whole passage. */
  readonly sectionId: string;
  /** Heading path and place, one line. */
  readonly context: string;
  /** UTF-16 offsets in `Plan.text`. */
  readonly start: number;
  readonly end: number;
  /** Sentences or bullets, offsets in `Plan.text`, in order. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  /** SHA-256 of context and sentences: the key under which its embedding is reused. */
  readonly hash: string;
}

export interface PassageVectors {
  readonly dimensions: number;
  readonly tokenDimensions: number;
  /** passages × dimensions */
  readonly pooled: Float32Array;
  /** all sentences × dimensions, passage after passage */
  readonly sentences: Float32Array;
  /** First sentence row of each passage; length is passages + 1. */
  readonly sentenceStarts: Uint32Array;
  /** all tokens × tokenDimensions, passage after passage */
  readonly tokens: Int8Array;
  /** First token row of each passage; length is passages + 1. */
  readonly tokenStarts: Uint32Array;
}

/** One published build, opened read-only and verified against its manifest. */
export interface Generation {
  readonly id: string;
  readonly createdAt: string;
  readonly plans: readonly Plan[];
  readonly passages: readonly Passage[];
  readonly vectors: PassageVectors;
  /** MiniSearch index as JSON text, made with the options of `src/index/words.ts`. */
  readonly words: string;
}
