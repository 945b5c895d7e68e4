/**
 * The border to the embedding model.
 *
 * One forward pass over a passage gives its pooled vector, a vector for each of its sentences (the mean over the
 * sentence's tokens, read in the passage's context) and the token vectors for late interaction.
 */

export interface EmbedderModel {
  /** Folder name under `models/` or the name given in AIDE_MODEL. */
  readonly name: string;
  /** Changes whenever the vectors would: weights, prefixes, pooling, projection. SHA-256, hexadecimal. */
  readonly fingerprint: string;
  /** Length of pooled and sentence vectors (384 for the shipped model). */
  readonly dimensions: number;
  /** Length of token vectors after projection (128 for the shipped model); 0 when the model has no projection. */
  readonly tokenDimensions: number;
}

export interface PassageInput {
  /** Heading path, put before the sentences; not a sentence itself. May be empty. */
  readonly context: string;
  /** At least one; what exceeds the model's length is left out of the vectors. */
  readonly sentences: readonly string[];
}

export interface PassageEmbedding {
  /** L2-normalised. */
  readonly pooled: Float32Array;
  /** One row of `dimensions` a sentence, each L2-normalised. */
  readonly sentences: Float32Array;
  /** Rows of `tokenDimensions`, each L2-normalised and scaled to int8 (127 is 1.0); context tokens included. */
  readonly tokens: Int8Array;
}

export interface QueryEmbedding {
  readonly pooled: Float32Array;
  /** Rows of `tokenDimensions`, scaled as in `PassageEmbedding`; special tokens and the prefix left out. */
  readonly tokens: Int8Array;
}

export type EmbedderState = "ready" | "restarting" | "failed";

export interface Embedder {
  readonly model: EmbedderModel;
  state(): EmbedderState;
  /** @throws AppError "embedder-busy" when the queue is full, "embedder-failed" when the model cannot answer. */
  embedQuery(text: string): Promise<QueryEmbedding>;
  /** Same order as the input. `onProgress` is called with the number of passages done so far. */
  embedPassages(inputs: readonly PassageInput[], onProgress?: (done: number) => void): Promise<readonly PassageEmbedding[]>;
  close(): Promise<void>;
}
