/** Counts each request by its route's pattern: an address may hold what a person typed. */
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { HttpEnv } from "./http-context.ts";
import type { Metrics } from "./metrics.ts";

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** @param clock milliseconds, monotonic. The time of a stream is the time until it began. */
export function measureRequests(metrics: Metrics, clock: () => number): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const began = clock();
    await next();
    // A client may send any word for a method; each would be a series of its own.
    const method = methods.has(c.req.method) ? c.req.method : "other";
    metrics.countRequest({ method, route: routePath(c, -1), status: c.res.status, seconds: (clock() - began) / 1000 });
  };
}
