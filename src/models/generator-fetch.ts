/**
 * `fetch` for a language model's server, held to what is needed: headers of our own only, no redirection, an event stream,
 * a limited number of bytes. The client library adds headers from the environment and about the machine; none is sent.
 */
import type { GenerationFailure } from "./generator.ts";

/** What the guarded fetch found wrong; its message is made of our own words only. */
export class GeneratorFault extends Error {
  readonly reason: GenerationFailure;
  readonly status: number | undefined;

  constructor(reason: GenerationFailure, status?: number) {
    super(`language model: ${reason}${status === undefined ? "" : ` (HTTP ${status})`}`);
    this.name = "GeneratorFault";
    this.reason = reason;
    this.status = status;
  }
}

/** The fault among the causes of whatever the client library threw; undefined when ours is not among them. */
export function faultIn(error: unknown): GeneratorFault | undefined {
  let cause = error;
  for (let depth = 0; depth < 8 && cause instanceof Error; depth += 1) {
    if (cause instanceof GeneratorFault) return cause;
    cause = cause.cause;
  }
  return undefined;
}

/** Longest line of an event stream: the library joins the pieces of a line anew with each that comes. */
const LONGEST_LINE = 2 ** 17;
const NEWLINE = 10;

function countingBytes(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  let line = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      const newline = chunk.lastIndexOf(NEWLINE);
      line = newline === -1 ? line + chunk.byteLength : chunk.byteLength - newline - 1;
      if (bytes > limit || line > LONGEST_LINE) controller.error(new GeneratorFault("too-long"));
      else controller.enqueue(chunk);
    },
  });
}

/**
 * @param key sent as a bearer token; null sends none. `maxBytes` limits the body of a reply.
 * @returns a fetch whose errors are `GeneratorFault`s where the reply is at fault.
 */
export function generatorFetch({ key, maxBytes, fetch }: { key: string | null; maxBytes: number; fetch: typeof globalThis.fetch }) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, {
      method: init?.method ?? "POST",
      body: init?.body ?? null,
      signal: init?.signal ?? null,
      // A server on this machine must not send the question on to another one.
      redirect: "error",
      headers: {
        accept: "text/event-stream",
        "content-type": "application/json",
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
    });
    const type = response.headers.get("content-type") ?? "";
    const fault =
      response.status !== 200
        ? new GeneratorFault("rejected", response.status)
        : !/^text\/event-stream(?:\s*;|$)/iu.test(type.trim()) || response.body === null
          ? new GeneratorFault("malformed")
          : null;
    if (fault !== null || response.body === null) {
      // What an error page says is of no interest, however long it is.
      response.body?.cancel().catch(() => undefined);
      throw fault ?? new GeneratorFault("malformed");
    }
    return new Response(response.body.pipeThrough(countingBytes(maxBytes)), {
      status: 200,
      headers: { "content-type": "text/event-stream" },
    });
  };
}
