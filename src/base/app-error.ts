/** One error type with a stable code, an HTTP-free severity and words that are safe to show. */

export type ErrorCode =
  | "bad-request"
  | "too-large"
  | "unsupported-media-type"
  | "not-found"
  | "unreadable-document"
  | "method-not-allowed"
  | "overloaded"
  | "not-ready"
  | "internal"
  | "bad-config"
  | "bad-usage"
  | "port-taken"
  | "model-damaged"
  | "generation-damaged"
  | "embedder-busy"
  | "embedder-failed";

export interface PublicText {
  readonly vi: string;
  readonly en: string;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  /** What may be shown to whoever asked; `message` may hold internals and never leaves the server. */
  readonly publicText: PublicText;

  constructor(code: ErrorCode, options: { message: string; publicText: PublicText; cause?: unknown }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.publicText = options.publicText;
  }
}
