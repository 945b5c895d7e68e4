/** /healthz and /readyz: is the process alive, and can it answer. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnv } from "../http-context.ts";
import { failed } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { ReadinessWire } from "../wire-schemas.ts";

const healthRoute = createRoute({
  method: "get",
  path: "/healthz",
  operationId: "health",
  summary: "The process is alive",
  responses: {
    200: { description: "Alive", content: { "application/json": { schema: z.object({ status: z.literal("ok") }) } } },
    ...failed,
  },
});

const readinessRoute = createRoute({
  method: "get",
  path: "/readyz",
  operationId: "readiness",
  summary: "What it can answer from, and what a person who runs it should know",
  responses: {
    200: { description: "It answers; `status` says how well", content: { "application/json": { schema: ReadinessWire } } },
    ...failed,
  },
});

export function addOperationRoutes(app: OpenAPIHono<HttpEnv>, { viewFor }: ServeContext): void {
  app.openapi(healthRoute, (c) => c.json({ status: "ok" as const }, 200));
  app.openapi(readinessRoute, (c) => c.json(viewFor(c).readiness(), 200));
}
