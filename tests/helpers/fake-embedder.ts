/**
 * An embedder without a model: every text is the hashed bag of its folded word pieces. Deterministic, quick, and like
 * texts get like vectors, so that whatever is built on an embedder can be tested without one.
 */
import type { Embedder, PassageEmbedding, PassageInput } from "../../src/models/embedder.ts";
import { meanOfRows, normalised, quantisedRows } from "../../src/models/pooling.ts";
import { foldedWords } from "../../src/language/fold.ts";
import { sha256 } from "../../src/base/files.ts";

export interface FakeEmbedder extends Embedder {
  /** Passages embedded so far: what a build re-used is not among them. */
  readonly embedded: PassageInput[];
  readonly asked: string[];
  /** Set to make every call fail as a dead model would. */
  failure: Error | null;
}

const dimensions = 64;
const tokenDimensions = 128;

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}

/** A word's vector: its three-letter pieces, each on one axis. */
function wordVector(word: string, size: number): Float32Array {
  const vector = new Float32Array(size);
  const marked = `<${word}>`;
  for (let i = 0; i + 3 <= marked.length; i += 1) {
    const hash = hashOf(marked.slice(i, i + 3));
    vector[hash % size] = (vector[hash % size] ?? 0) + (hash & 1024 ? 1 : -1);
  }
  return normalised(vector);
}

function rowsOf(words: readonly string[], size: number): Float32Array {
  const rows = new Float32Array(words.length * size);
  words.forEach((word, i) => rows.set(wordVector(word, size), i * size));
  return rows;
}

function pooledOf(text: string): Float32Array {
  const words = foldedWords(text);
  return meanOfRows({ rows: rowsOf(words, dimensions), dimensions, start: 0, end: words.length });
}

function tokensOf(text: string): Int8Array {
  const words = foldedWords(text);
  return quantisedRows({ rows: rowsOf(words, tokenDimensions), dimensions: tokenDimensions, start: 0, end: words.length });
}

function embed(input: PassageInput): PassageEmbedding {
  const whole = [input.context, ...input.sentences].join(" ");
  const sentences = new Float32Array(input.sentences.length * dimensions);
  input.sentences.forEach((sentence, i) => sentences.set(pooledOf(sentence), i * dimensions));
  return { pooled: pooledOf(whole), sentences, tokens: tokensOf(whole) };
}

/** @param name Another name is another model: its fingerprint differs. */
export function createFakeEmbedder(name = "fake"): FakeEmbedder {
  const fake: FakeEmbedder = {
    model: { name, fingerprint: sha256(name), dimensions, tokenDimensions },
    embedded: [],
    asked: [],
    failure: null,
    state: () => (fake.failure === null ? "ready" : "failed"),
    async embedQuery(text) {
      if (fake.failure !== null) throw fake.failure;
      fake.asked.push(text);
      return { pooled: pooledOf(text), tokens: tokensOf(text) };
    },
    async embedPassages(inputs, onProgress) {
      if (fake.failure !== null) throw fake.failure;
      fake.embedded.push(...inputs);
      const embeddings = inputs.map(embed);
      onProgress?.(inputs.length);
      return embeddings;
    },
    close: async () => undefined,
  };
  return fake;
}
