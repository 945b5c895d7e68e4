/** One error type with a stable code, an HTTP-free severity and words that are safe to show. */

export type ErrorCode =
  | "bad-request"
  | "too-large"
  | "unsupported-media-type"
  | "not-signed-in"
  | "forbidden"
  | "not-found"
  | "unreadable-document"
  | "method-not-allowed"
  | "conflict"
  | "overloaded"
  | "rate-limited"
  | "too-slow"
  | "not-ready"
  | "internal"
  | "bad-config"
  | "bad-usage"
  | "port-taken"
  | "model-damaged"
  | "generation-damaged"
  | "store-damaged"
  | "store-newer"
  | "store-unwritable"
  | "embedder-busy"
  | "embedder-failed"
  | "cancelled"
  | "build-failed"
  | "disk-failed";

export interface PublicText {
  readonly vi: string;
  readonly en: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  /** What may be shown to whoever asked; `message` may hold internals and never leaves the server. */
  readonly publicText: PublicText;
  /** When it is worth trying again; undefined where the code alone says it, or it never is. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, options: { message: string; publicText: PublicText; cause?: unknown; retryAfterSeconds?: number }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.publicText = options.publicText;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
