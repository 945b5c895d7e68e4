/** What the process that builds and the one that serves say to each other. Typed arrays travel as they are (structured clone). */
import type { ErrorCode, PublicText } from "../base/app-error.ts";
import type { EmbedderModel, PassageEmbedding, PassageInput } from "../models/embedder.ts";
import type { BuildReport, BuildWish, PublishProgress } from "./types.ts";

/** An error that crossed a border between processes. */
export interface SentFailure {
  /** Of an `AppError`, else null. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly publicText: PublicText | null;
  /** The operating system's code and call, where it was a fault of the disk. */
  readonly systemCode: string | null;
  readonly systemCall: string | null;
}

export type ToBuilder =
  | { readonly kind: "build"; readonly wish: BuildWish; readonly model: EmbedderModel }
  | { readonly kind: "embedded"; readonly id: number; readonly embeddings: readonly PassageEmbedding[] }
  | { readonly kind: "embedding-failed"; readonly id: number; readonly failure: SentFailure };

export type FromBuilder =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly progress: PublishProgress }
  | { readonly kind: "embed"; readonly id: number; readonly inputs: readonly PassageInput[] }
  | { readonly kind: "built"; readonly report: BuildReport }
  | { readonly kind: "failed"; readonly failure: SentFailure };
