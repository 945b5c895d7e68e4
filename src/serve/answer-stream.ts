/** One question answered as server-sent events: answer-start, step…, answer-delta and citation-available…, answer-end. */
import type { Log } from "../base/log.ts";
import type { Answer, AskRequest } from "../contract/answer.ts";
import type { AideView } from "./aide.ts";
import { answerEvents } from "./answer-events.ts";
import { streamEvents } from "./event-stream.ts";
import { languageOf, type HttpContext } from "./http-context.ts";
import { isServerFault, problemFor } from "./problem.ts";

interface AnswerStreamOptions {
  readonly c: HttpContext;
  readonly view: Pick<AideView, "ask">;
  readonly request: AskRequest;
  readonly log: Log;
  readonly heartbeatMs: number;
  /** Called once, when the answer is there or failed: gives the place back, however slowly the client reads. */
  readonly done: () => void;
  /** Called after the last event, for an answer that went out. */
  readonly onAnswered: (answer: Answer) => void;
}

/** The longest answer passes in a second over any line that is one. */
const LONGEST_MS = 180_000;

/** An error after the start becomes the event answer-error (a Problem); the status line is long gone by then. */
export function streamAnswer(options: AnswerStreamOptions): Response {
  const { c, view, request, log, heartbeatMs, done, onAnswered } = options;
  const requestId = c.get("requestId");
  return streamEvents(c, {
    heartbeatMs,
    longestMs: LONGEST_MS,
    run: async ({ send, signal }) => {
      try {
        // Not waited for: a client that takes nothing must not keep the question from being worked on and done with.
        const started = send({ event: "answer-start", data: { requestId, question: request.question } });
        const steps: Promise<void>[] = [started];
        const answer = await view.ask(request, (step) => steps.push(send({ event: "step", data: { name: step } }))).finally(done);
        await Promise.all(steps);
        for (const event of answerEvents(answer)) {
          if (signal.aborted) break;
          await send(event);
        }
        onAnswered(answer);
      } catch (error) {
        if (isServerFault(error)) log.error("answer failed", error, { requestId });
        const { problem } = problemFor({ error, lang: request.lang ?? languageOf(c), requestId });
        await send({ event: "answer-error", data: problem });
      }
    },
  });
}
