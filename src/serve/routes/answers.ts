/** GET /v1/answers/{id}/check: does what was cited still stand. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { authorize } from "../../access/authorize.ts";
import { checkAnswer } from "../answer-check.ts";
import type { HttpEnv } from "../http-context.ts";
import { unknownAnswer } from "../not-found.ts";
import { failed, malformed, notFound } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { AnswerCheckWire } from "../wire-schemas.ts";

const checkRoute = createRoute({
  method: "get",
  path: "/v1/answers/{id}/check",
  operationId: "checkAnswer",
  summary: "Compare what an earlier answer cited with the text of today",
  description: "`same`, `changed` (both texts are given) or `gone`, for each citation. Answers are kept for a time that the server sets.",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: { description: "Each citation, in the answer's order", content: { "application/json": { schema: AnswerCheckWire } } },
    ...malformed,
    ...notFound,
    ...failed,
  },
});

export function addAnswerRoutes(app: OpenAPIHono<HttpEnv>, { viewFor, answers }: ServeContext): void {
  app.openapi(checkRoute, async (c) => {
    const { id } = c.req.valid("param");
    const record = await answers.byId(id);
    if (record === null) throw unknownAnswer();
    // Whose answer it is decides here; each document that it cites is asked for below, through the asker's own view.
    const object = { kind: "answer", accountId: record.accountId, documents: [] } as const;
    if (!authorize(c.get("principal"), "answer.check", object).allowed) throw unknownAnswer();
    return c.json(checkAnswer(record, viewFor(c)), 200);
  });
}
