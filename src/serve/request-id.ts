/** Every response names its request, so that a user's complaint finds its line in the log. */
import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./http-context.ts";

const sane = /^[\w.:-]{1,100}$/u;

/** Takes the caller's x-request-id when it is short and plain, else makes one; no foreign bytes get into logs. */
export function assignRequestId(newId: () => string): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const given = c.req.header("x-request-id");
    const requestId = given !== undefined && sane.test(given) ? given : newId();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
  };
}
