/** What parent and child say to each other. Typed arrays travel as they are (structured clone). */
import type { PassageEmbedding, PassageInput, QueryEmbedding } from "./embedder.ts";
import type { ModelSettings } from "./model-settings.ts";

export interface EncoderOptions {
  /** Folder that holds the model's folder. */
  readonly modelsFolder: string;
  /** The model's folder name, or its name on the model hub when `allowRemote`. */
  readonly name: string;
  readonly settings: ModelSettings;
  readonly allowRemote: boolean;
  /** Threads of one forward pass. */
  readonly threads: number;
  /** Whether threads wait busily between two passes: quicker for one question, dear for the rest of the machine. */
  readonly spinning: boolean;
}

/** Work for the model: one message, one reply. */
export type EmbedRequest =
  | { readonly kind: "query"; readonly id: number; readonly text: string }
  | { readonly kind: "passages"; readonly id: number; readonly inputs: readonly PassageInput[] };

export type ToChild = { readonly kind: "open"; readonly options: EncoderOptions } | EmbedRequest;

export type FromChild =
  | { readonly kind: "ready"; readonly dimensions: number; readonly tokenDimensions: number }
  | { readonly kind: "open-failed"; readonly message: string }
  | { readonly kind: "query-done"; readonly id: number; readonly embedding: QueryEmbedding }
  | { readonly kind: "passages-done"; readonly id: number; readonly embeddings: readonly PassageEmbedding[] }
  | { readonly kind: "request-failed"; readonly id: number; readonly message: string };
