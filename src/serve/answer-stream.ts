/** One question answered as server-sent events: answer-start, step…, answer-delta and citation-available…, answer-end. */
import { streamSSE, type SSEStreamingApi } from "hono/streaming";
import type { Log } from "../base/log.ts";
import type { AskRequest } from "../contract/answer.ts";
import type { Aide } from "./aide.ts";
import { answerEvents } from "./answer-events.ts";
import { languageOf, type HttpContext } from "./http-context.ts";
import { isServerFault, problemFor } from "./problem.ts";

interface AnswerStreamOptions {
  readonly c: HttpContext;
  readonly aide: Aide;
  readonly request: AskRequest;
  readonly log: Log;
  readonly heartbeatMs: number;
  /** Called once, when the answer is out or failed: gives the place back. */
  readonly done: () => void;
}

/** An error after the start becomes the event answer-error (a Problem); the status line is long gone by then. */
export function streamAnswer(options: AnswerStreamOptions): Response {
  const { c, aide, request, log, heartbeatMs, done } = options;
  const requestId = c.get("requestId");
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    // Proxies and browsers drop a connection that stays silent.
    const heartbeat = setInterval(() => void stream.write(": heartbeat\n\n"), heartbeatMs);
    try {
      await send(stream, "answer-start", { requestId, question: request.question });
      const steps: Promise<void>[] = [];
      const answer = await aide.ask(request, (step) => steps.push(send(stream, "step", { name: step })));
      await Promise.all(steps);
      for (const { event, data } of answerEvents(answer)) await send(stream, event, data);
    } catch (error) {
      if (isServerFault(error)) log.error("answer failed", error, { requestId });
      const { problem } = problemFor({ error, lang: request.lang ?? languageOf(c), requestId });
      await send(stream, "answer-error", problem);
    } finally {
      clearInterval(heartbeat);
      done();
    }
  });
}

async function send(stream: SSEStreamingApi, event: string, data: unknown): Promise<void> {
  await stream.writeSSE({ event, data: JSON.stringify(data) });
}
