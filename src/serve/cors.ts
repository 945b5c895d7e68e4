/** Which pages of other origins may read our answers in a browser: those in the settings, and those of widget tokens. */
import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./http-context.ts";

export interface CorsOptions {
  /** Whether pages of this origin may ask. Asked for each request that names one; answers from memory. */
  readonly allows: (origin: string) => boolean | Promise<boolean>;
}

const METHODS = "GET, POST";
const HEADERS = "authorization, content-type, accept, accept-language, x-request-id, last-event-id";
const EXPOSED = "x-request-id, retry-after";

/**
 * No credentials: pages elsewhere never ask in a signed-in person's name, they bring a token or ask as a visitor. An
 * origin that is not listed gets no header at all, and its browser keeps the answer from it.
 */
export function allowOrigins({ allows }: CorsOptions): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const allowed = origin !== undefined && origin !== "null" && (await allows(origin));
    if (c.req.method === "OPTIONS" && origin !== undefined && c.req.header("access-control-request-method") !== undefined) {
      c.header("vary", "origin, access-control-request-method, access-control-request-headers");
      if (!allowed) return c.body(null, 204);
      c.header("access-control-allow-origin", origin);
      c.header("access-control-allow-methods", METHODS);
      c.header("access-control-allow-headers", HEADERS);
      c.header("access-control-max-age", "600");
      return c.body(null, 204);
    }
    await next();
    c.header("vary", "origin", { append: true });
    if (allowed) {
      c.header("access-control-allow-origin", origin);
      c.header("access-control-expose-headers", EXPOSED);
      c.header("cross-origin-resource-policy", "cross-origin");
    }
    return undefined;
  };
}
