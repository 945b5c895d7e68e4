/** Who asks: worked out once for each request, before anything of it is done. */
import type { MiddlewareHandler } from "hono";
import type { Credentials } from "../access/credentials.ts";
import type { Access } from "../access/open-access.ts";
import { visitor, type Principal } from "../access/principal.ts";
import { AppError } from "../base/app-error.ts";
import { assertOwnWrite, isWrite } from "./csrf.ts";
import type { HttpContext, HttpEnv } from "./http-context.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** Who asks, looked up again: for streams that outlast what was true when they began. A visitor where it holds no longer. */
export async function currentPrincipal(c: HttpContext, access: Pick<Access, "identify">): Promise<Principal> {
  try {
    return (await access.identify(credentialsOf(c))).principal;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-signed-in") return visitor;
    throw error;
  }
}

function credentialsOf(c: HttpContext): Credentials {
  return { cookie: readSessionCookie(c), authorization: c.req.header("authorization"), origin: c.req.header("origin") };
}

/** @throws (in the request) AppError "not-signed-in" for a key or token that does not hold, "forbidden" for a write from elsewhere. */
export function identifyCaller(access: Pick<Access, "identify">): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const { principal, account, byCookie } = await access.identify(credentialsOf(c));
    c.set("principal", principal);
    c.set("account", account);
    if (byCookie && isWrite(c.req.method)) assertOwnWrite(c);
    await next();
  };
}
