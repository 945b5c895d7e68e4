/** POST /v1/ask as a stream, with a whole JSON answer taken as well. */
import type { Answer, AskRequest } from "../../src/contract/answer.ts";
import { readJson, request, type Server } from "./api.ts";
import { isAnswer } from "./guards.ts";
import { problemOf, ServerProblem } from "./problem.ts";
import { serverEvents, type ServerEvent } from "./server-events.ts";

export interface Asking {
  readonly server: Server;
  readonly request: AskRequest;
  readonly signal: AbortSignal;
  /** Called with the answer's words so far, while they arrive; not called when the answer comes whole. */
  readonly onProgress: (text: string) => void;
}

function parse(event: ServerEvent): unknown {
  try {
    return JSON.parse(event.data) as unknown;
  } catch (cause) {
    throw new ServerProblem("bad-response", "", cause);
  }
}

function checked(body: unknown): Answer {
  if (!isAnswer(body)) throw new ServerProblem("bad-response");
  return body;
}

/** The words that one `answer-delta` adds. */
function deltaOf(body: unknown): string {
  const { delta, text } = (body ?? {}) as { delta?: unknown; text?: unknown };
  if (typeof delta === "string") return delta;
  return typeof text === "string" ? text : "";
}

async function readStream(body: ReadableStream<Uint8Array>, asking: Asking): Promise<Answer> {
  let text = "";
  for await (const event of serverEvents(body)) {
    if (event.event === "answer-end") return checked(parse(event));
    if (event.event === "answer-error") throw problemOf(parse(event));
    if (event.event === "answer-delta") {
      text += deltaOf(parse(event));
      asking.onProgress(text);
    }
  }
  // The line was cut before the end: half an answer must not pass for a whole one.
  throw new ServerProblem("network");
}

/** Resolves to the whole answer. @throws ServerProblem, or AbortError when the signal is aborted. */
export async function ask(asking: Asking): Promise<Answer> {
  const response = await request(asking.server, "/v1/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream, application/json;q=0.5" },
    body: JSON.stringify(asking.request),
    signal: asking.signal,
  });
  const isStream = (response.headers.get("Content-Type") ?? "").startsWith("text/event-stream");
  if (!isStream || response.body === null) return checked(await readJson(response));
  try {
    return await readStream(response.body, asking);
  } catch (cause) {
    if (asking.signal.aborted || cause instanceof ServerProblem) throw cause;
    throw new ServerProblem("network", "", cause);
  }
}
