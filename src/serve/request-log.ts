/** One structured line a request: what was asked of which route, how it ended, how long it took; never what was in it. */
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Log } from "../base/log.ts";
import type { HttpEnv } from "./http-context.ts";

/** @param clock milliseconds, monotonic. The time of a stream is the time until it began. */
export function logRequests({ log, clock }: { log: Log; clock: () => number }): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const began = clock();
    await next();
    log.info("request", {
      requestId: c.get("requestId"),
      method: c.req.method,
      // The route's pattern, not the address: an address may hold what a person typed.
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((clock() - began) * 100) / 100,
    });
  };
}
