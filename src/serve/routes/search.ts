/** POST /v1/search: passages in order of support, with the parts of their scores. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { cleanRequired, cleanScope } from "../clean-text.ts";
import type { HttpEnv } from "../http-context.ts";
import { bodyProblems } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { queryName } from "../validation-error.ts";
import { SearchRequestWire, SearchResponseWire } from "../wire-schemas.ts";

const searchRoute = createRoute({
  method: "post",
  path: "/v1/search",
  operationId: "search",
  summary: "Search passages",
  request: { body: { required: true, content: { "application/json": { schema: SearchRequestWire } } } },
  responses: {
    200: { description: "Passages, best first", content: { "application/json": { schema: SearchResponseWire } } },
    ...bodyProblems,
  },
});

export function addSearchRoute(app: OpenAPIHono<HttpEnv>, { viewFor, admission }: ServeContext): void {
  app.openapi(searchRoute, async (c) => {
    const { query, limit, scope } = c.req.valid("json");
    const request = { query: cleanRequired(query, queryName), limit, ...(scope === undefined ? {} : { scope: cleanScope(scope) }) };
    const leave = admission.enter();
    try {
      return c.json(await viewFor(c).search(request), 200);
    } finally {
      leave();
    }
  });
}
