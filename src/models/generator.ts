/**
 * The border to a language model: a prompt goes in, a text or the reason for none comes out.
 *
 * Invariants: `generate` never throws and never takes longer than the generator's limit; a text that was cut off, or
 * came with a tool call, is a failure. No reason holds the key, the prompt or a word of the reply.
 */

export interface Prompt {
  /** The rules: our own words, never a document's or a user's. */
  readonly system: string;
  /** The data: question and passages, marked as such. */
  readonly user: string;
}

/**
 * Why there is no text.
 * - "timeout": not finished within the limit; "unreachable": no connection, a redirection, a connection that broke
 * - "rejected": an HTTP status other than 200; "malformed": another content type, no event stream, an end without a finish
 * - "tool-call", "too-long", "empty", "filtered": what was written is of no use
 * - "busy": as many requests as allowed are on their way; "resting": it failed too often and is left alone for a while
 */
export type GenerationFailure =
  | "timeout"
  | "unreachable"
  | "rejected"
  | "malformed"
  | "tool-call"
  | "too-long"
  | "empty"
  | "filtered"
  | "busy"
  | "resting";

export type Generated =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "failed";
      readonly reason: GenerationFailure;
      /** Of a "rejected" request. */
      readonly status?: number;
    };

export interface Generator {
  /** The name the server knows the model by; shown as `engine: "llm:<model>"`. */
  readonly model: string;
  generate(prompt: Prompt): Promise<Generated>;
}

/** A failure with its reason. */
export const failed = (reason: GenerationFailure, status?: number): Generated =>
  status === undefined ? { kind: "failed", reason } : { kind: "failed", reason, status };
