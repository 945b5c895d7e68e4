/** GET /metrics: how the server does, for Prometheus; told to programs on this machine and to administrators. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { isAdministrator } from "../../access/authorize.ts";
import type { HttpEnv } from "../http-context.ts";
import { unknownRoute } from "../not-found.ts";
import { failed, notFound } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";

const metricsRoute = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "metrics",
  summary: "Counts and durations in Prometheus' text format",
  description: "For programs on the server's own machine, and for administrators; others are told that there is no such address.",
  responses: {
    200: { description: "The figures", content: { "text/plain": { schema: z.string() } } },
    ...notFound,
    ...failed,
  },
});

export function addMetricsRoute(app: OpenAPIHono<HttpEnv>, { metrics }: ServeContext): void {
  app.openapi(metricsRoute, (c) => {
    // A proxy on this machine whose word counts brings its client's address; one that is not named would open this to all.
    const straight = c.get("address").local && c.req.header("x-forwarded-for") === undefined;
    if (!straight && !isAdministrator(c.get("principal"))) throw unknownRoute();
    return c.text(metrics.render(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}
