/** POST /v1/feedback: whether an answer was useful, and what was wrong with it. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { authorize } from "../../access/authorize.ts";
import { AppError } from "../../base/app-error.ts";
import { maskPersonalData } from "../../language/personal-data.ts";
import { cleanText } from "../clean-text.ts";
import type { HttpEnv } from "../http-context.ts";
import { unknownAnswer } from "../not-found.ts";
import { bodyProblems, notFound } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { FeedbackReceiptWire, FeedbackRequestWire } from "../wire-schemas.ts";

const feedbackRoute = createRoute({
  method: "post",
  path: "/v1/feedback",
  operationId: "giveFeedback",
  summary: "Say whether an answer was useful",
  description: "Personal data in the comment is masked before it is kept.",
  request: { body: { required: true, content: { "application/json": { schema: FeedbackRequestWire } } } },
  responses: {
    200: { description: "It is kept", content: { "application/json": { schema: FeedbackReceiptWire } } },
    ...bodyProblems,
    ...notFound,
  },
});

/** One person changes their mind a few times; a flood is no opinion. */
const MOST_OF_ONE_ANSWER = 20;

export function addFeedbackRoute(app: OpenAPIHono<HttpEnv>, { store, answers, metrics }: ServeContext): void {
  app.openapi(feedbackRoute, async (c) => {
    const { answerId, useful, reason, comment } = c.req.valid("json");
    const principal = c.get("principal");
    const answer = await answers.byId(answerId);
    if (answer === null) throw unknownAnswer();
    const object = { kind: "answer", accountId: answer.accountId, documents: [] } as const;
    if (!authorize(principal, "feedback.give", object).allowed) throw unknownAnswer();
    const before = await store.feedback.list({ answerId, limit: MOST_OF_ONE_ANSWER });
    if (before.length >= MOST_OF_ONE_ANSWER) throw enough();
    const { id } = await store.feedback.add({
      answerId,
      useful,
      reason: textOf(reason),
      comment: textOf(comment),
      accountId: principal.kind === "account" ? principal.accountId : null,
    });
    metrics.count("aide_feedback_total", "Feedback on answers", { useful: String(useful) });
    return c.json({ id }, 200);
  });
}

function textOf(written: string | undefined): string | null {
  const text = maskPersonalData(cleanText(written ?? "")).trim();
  return text === "" ? null : text;
}

function enough(): AppError {
  return new AppError("rate-limited", {
    message: "too much feedback on one answer",
    publicText: {
      vi: "Câu trả lời này đã nhận đủ ý kiến. Xin cảm ơn.",
      en: "There is enough feedback on this answer already. Thank you.",
    },
    retryAfterSeconds: 3600,
  });
}
