/** What went wrong between a page and the server, and the words that tell a person. */
import type { Problem } from "../../src/contract/operation.ts";
import type { Messages } from "./messages-vi.ts";

/** `code` is the server's stable code, or "network" (not reached) or "bad-response" (not readable). */
export class ServerProblem extends Error {
  readonly code: string;
  /** The server's own public words in the language asked for; empty where it sent none. */
  readonly detail: string;

  constructor(code: string, detail = "", cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = "ServerProblem";
    this.code = code;
    this.detail = detail;
  }
}

/** Codes whose reason only the server knows ("over 2,000 characters"): its words come first. */
const SERVER_KNOWS_BETTER = new Set(["bad-request", "too-large"]);

/** One or two sentences in the reader's language. Never shows an internal message. */
export function problemText(error: unknown, messages: Messages): string {
  if (!(error instanceof ServerProblem)) return messages.problems["internal"] ?? "";
  const own = messages.problems[error.code];
  if (error.detail !== "" && (own === undefined || SERVER_KNOWS_BETTER.has(error.code))) return error.detail;
  return own ?? messages.problems["internal"] ?? "";
}

/** Reads a problem+json body; anything else becomes a problem of its own. */
export function problemOf(body: unknown): ServerProblem {
  const { code, detail } = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem>;
  if (typeof code !== "string") return new ServerProblem("bad-response");
  return new ServerProblem(code, typeof detail === "string" ? detail : "");
}
