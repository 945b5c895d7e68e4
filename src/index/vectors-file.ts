/** Vectors as files: little-endian numbers one after the other, and how they are put together and taken apart. */
import type { EmbedderModel, PassageEmbedding } from "../models/embedder.ts";
import type { PassageVectors } from "./types.ts";

/** File name of each array in a generation's folder. */
export const vectorFiles = {
  pooled: "pooled.f32",
  sentences: "sentences.f32",
  sentenceStarts: "sentence-starts.u32",
  tokens: "tokens.i8",
  tokenStarts: "token-starts.u32",
} as const;

function startsOf(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((size, i) => {
    starts[i + 1] = (starts[i] ?? 0) + size;
  });
  return starts;
}

/** Rows of all passages, in order. */
export function collectVectors(
  embeddings: readonly PassageEmbedding[],
  { dimensions, tokenDimensions }: Pick<EmbedderModel, "dimensions" | "tokenDimensions">,
): PassageVectors {
  const sentenceStarts = startsOf(embeddings.map(({ sentences }) => sentences.length / dimensions));
  const tokenStarts = startsOf(embeddings.map(({ tokens }) => (tokenDimensions === 0 ? 0 : tokens.length / tokenDimensions)));
  const pooled = new Float32Array(embeddings.length * dimensions);
  const sentences = new Float32Array((sentenceStarts.at(-1) ?? 0) * dimensions);
  const tokens = new Int8Array((tokenStarts.at(-1) ?? 0) * tokenDimensions);
  embeddings.forEach((embedding, i) => {
    pooled.set(embedding.pooled, i * dimensions);
    sentences.set(embedding.sentences, (sentenceStarts[i] ?? 0) * dimensions);
    tokens.set(embedding.tokens, (tokenStarts[i] ?? 0) * tokenDimensions);
  });
  return { dimensions, tokenDimensions, pooled, sentences, sentenceStarts, tokens, tokenStarts };
}

/** One passage's rows again; views, not copies. */
export function embeddingAt(vectors: PassageVectors, ordinal: number): PassageEmbedding {
  const { dimensions, tokenDimensions, pooled, sentences, sentenceStarts, tokens, tokenStarts } = vectors;
  return {
    pooled: pooled.subarray(ordinal * dimensions, (ordinal + 1) * dimensions),
    sentences: sentences.subarray((sentenceStarts[ordinal] ?? 0) * dimensions, (sentenceStarts[ordinal + 1] ?? 0) * dimensions),
    tokens: tokens.subarray((tokenStarts[ordinal] ?? 0) * tokenDimensions, (tokenStarts[ordinal + 1] ?? 0) * tokenDimensions),
  };
}

/** Bytes of an array as they are stored. Every machine that Node 20 runs on here is little-endian. */
export function bytesOf(values: Float32Array | Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A copy at an address that a typed array may begin at. @throws Error when the size is no multiple of four. */
function alignedBuffer(bytes: Uint8Array): ArrayBuffer {
  if (bytes.byteLength % 4 !== 0) throw new Error("a vector file of a broken size");
  // Not `slice`: of a Buffer that is a view of memory it shares with others.
  return new Uint8Array(bytes).buffer;
}

function areNumbers(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i += 1) if (!Number.isFinite(values[i])) return false;
  return true;
}

export interface StoredVectors {
  readonly dimensions: number;
  readonly tokenDimensions: number;
  /** Content of `vectorFiles`. */
  readonly files: Readonly<Record<keyof typeof vectorFiles, Uint8Array>>;
  /** Sentences of each passage. */
  readonly sentenceCounts: readonly number[];
}

/** @throws Error when the sizes contradict each other. */
export function readVectors({ dimensions, tokenDimensions, files, sentenceCounts }: StoredVectors): PassageVectors {
  const passages = sentenceCounts.length;
  const vectors: PassageVectors = {
    dimensions,
    tokenDimensions,
    pooled: new Float32Array(alignedBuffer(files.pooled)),
    sentences: new Float32Array(alignedBuffer(files.sentences)),
    sentenceStarts: new Uint32Array(alignedBuffer(files.sentenceStarts)),
    tokens: new Int8Array(new Uint8Array(files.tokens).buffer),
    tokenStarts: new Uint32Array(alignedBuffer(files.tokenStarts)),
  };
  const expectedStarts = startsOf(sentenceCounts);
  if (vectors.pooled.length !== passages * dimensions) throw new Error("the pooled vectors do not fit the passages");
  if (vectors.sentenceStarts.length !== expectedStarts.length || !expectedStarts.every((start, i) => vectors.sentenceStarts[i] === start))
    throw new Error("the sentence vectors do not fit the passages");
  if (vectors.sentences.length !== (expectedStarts.at(-1) ?? 0) * dimensions)
    throw new Error("the sentence vectors do not fit their count");
  const { tokenStarts } = vectors;
  if (tokenStarts.length !== passages + 1 || tokenStarts[0] !== 0) throw new Error("the token vectors do not fit the passages");
  if (!tokenStarts.every((start, i) => i === 0 || start >= (tokenStarts[i - 1] ?? 0)))
    throw new Error("the token vectors are out of order");
  if (vectors.tokens.length !== (tokenStarts.at(-1) ?? 0) * tokenDimensions) throw new Error("the token vectors do not fit their count");
  // Not `every`: over some hundred thousand numbers a call for each is felt by whoever asks meanwhile.
  if (!areNumbers(vectors.pooled)) throw new Error("a pooled vector holds no number");
  if (!areNumbers(vectors.sentences)) throw new Error("a sentence vector holds no number");
  return vectors;
}
