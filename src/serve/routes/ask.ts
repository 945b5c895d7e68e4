/** POST /v1/ask: one question, one cited answer, as JSON or as a stream of events. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Answer, AskRequest } from "../../contract/answer.ts";
import { streamAnswer } from "../answer-stream.ts";
import { cleanRequired, cleanScope, cleanText } from "../clean-text.ts";
import type { HttpEnv } from "../http-context.ts";
import { bodyProblems } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { questionName } from "../validation-error.ts";
import { AnswerWire, AskRequestWire } from "../wire-schemas.ts";

const askRoute = createRoute({
  method: "post",
  path: "/v1/ask",
  operationId: "ask",
  summary: "Ask a question; every statement of the answer is cited",
  description:
    "With `stream: true` or `Accept: text/event-stream` the answer comes as server-sent events: answer-start, step, " +
    "citation-available, answer-delta, answer-end (the whole Answer), answer-error (a Problem).",
  request: { body: { required: true, content: { "application/json": { schema: AskRequestWire } } } },
  responses: {
    200: {
      description: "The answer; a refusal is an answer too",
      content: { "application/json": { schema: AnswerWire }, "text/event-stream": { schema: z.string() } },
    },
    ...bodyProblems,
  },
});

export function addAskRoute(app: OpenAPIHono<HttpEnv>, { viewFor, admission, log, limits, settings, answers }: ServeContext): void {
  app.openapi(askRoute, async (c) => {
    const request = cleanRequest(c.req.valid("json"));
    const view = viewFor(c);
    const leave = admission.enter();
    if (settings.logQuestions) log.info("question", { requestId: c.get("requestId"), question: request.question });
    const principal = c.get("principal");
    const onAnswered = (answer: Answer): void => answers.record(answer, principal.kind === "account" ? principal.accountId : null);
    if (request.stream === true || acceptsEvents(c.req.header("accept"))) {
      return streamAnswer({ c, view, request, log, heartbeatMs: limits.heartbeatMs, done: leave, onAnswered });
    }
    try {
      const answer = await view.ask(request);
      onAnswered(answer);
      return c.json(answer, 200);
    } finally {
      leave();
    }
  });
}

function cleanRequest(request: AskRequest): AskRequest {
  return {
    ...request,
    question: cleanRequired(request.question, questionName),
    ...(request.history === undefined ? {} : { history: request.history.map((turn) => ({ ...turn, content: cleanText(turn.content) })) }),
    ...(request.scope === undefined ? {} : { scope: cleanScope(request.scope) }),
  };
}

function acceptsEvents(accept: string | undefined): boolean {
  return accept?.split(",").some((range) => range.split(";")[0]?.trim().toLowerCase() === "text/event-stream") ?? false;
}
