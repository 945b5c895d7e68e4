/** Asks `authorize` for every route before its handler runs; a route that the table does not know is not there. */
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { assertAllowed } from "../access/access-errors.ts";
import { authorize } from "../access/authorize.ts";
import type { Access } from "../access/open-access.ts";
import type { HttpEnv } from "./http-context.ts";
import { unknownRoute } from "./not-found.ts";
import { actionOf } from "./route-actions.ts";

/** Stands behind `identifyCaller` and before all routes. */
export function guardRoutes(access: Pick<Access, "book">): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const pattern = routePath(c, -1);
    // Nothing but middleware matches: the answer will be that there is no such address.
    if (pattern.endsWith("*")) return next();
    const action = actionOf(c.req.method, pattern);
    if (action === undefined) throw unknownRoute();
    const decision = authorize(c.get("principal"), action);
    if (!decision.allowed && decision.reason === "sign-in-needed") c.header("www-authenticate", "Bearer");
    assertAllowed(decision, unknownRoute);
    if (action !== "public.read") await access.book.refresh();
    await next();
  };
}
