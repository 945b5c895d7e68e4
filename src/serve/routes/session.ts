/** /v1/session: signing in with a password, who one is, signing out. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { actorOf } from "../../access/principal.ts";
import { AppError } from "../../base/app-error.ts";
import type { SignInRequest, Who } from "../../contract/access.ts";
import type { Account } from "../../store/types/accounts.ts";
import { jsonBody, jsonReply, SignInWire, WhoWire } from "../access-schemas.ts";
import { assertNotForeign } from "../csrf.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { bodyProblems, failed, refused, slowedDown } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { assertSafeConnection, dropSessionCookie, readSessionCookie, writeSessionCookie } from "../session-cookie.ts";

const whoRoute = createRoute({
  method: "get",
  path: "/v1/session",
  operationId: "whoAmI",
  summary: "Who is asking, and how one may sign in here",
  responses: { 200: jsonReply("Who it is; nobody is an answer too", WhoWire), ...refused, ...failed },
});

const signInRoute = createRoute({
  method: "post",
  path: "/v1/session",
  operationId: "signIn",
  summary: "Sign in with a password, and a code where the account has an authenticator",
  description: "Sets a cookie for 12 hours, or 2 without a request. Failed tries are slowed by login and by address.",
  request: jsonBody(SignInWire),
  responses: { 200: jsonReply("Signed in", WhoWire), ...bodyProblems, ...refused, ...slowedDown },
});

const signOutRoute = createRoute({
  method: "delete",
  path: "/v1/session",
  operationId: "signOut",
  summary: "Sign out; being signed out already is no fault",
  responses: { 204: { description: "Signed out" }, ...refused, ...failed },
});

export function addSessionRoutes(app: OpenAPIHono<HttpEnv>, { access, store }: Pick<ServeContext, "access" | "store">): void {
  const whoIs = (account: Account | null, via: "session" | "key"): Who => ({
    signedIn: account !== null,
    account:
      account === null
        ? null
        : {
            id: account.id,
            login: account.login,
            displayName: account.displayName,
            role: account.role,
            unit: account.unit,
            via,
          },
    ways: { password: true, provider: access.oidc !== null },
  });

  app.openapi(whoRoute, (c) => {
    const principal = c.get("principal");
    return c.json(whoIs(c.get("account"), principal.kind === "account" ? principal.via : "session"), 200);
  });
  app.openapi(signInRoute, async (c) => {
    assertNotForeign(c);
    assertSafeConnection(c);
    const account = await signInWith({ c, attempt: c.req.valid("json"), context: { access, store } });
    return c.json(whoIs(account, "session"), 200);
  });
  app.openapi(signOutRoute, async (c) => {
    const secret = readSessionCookie(c);
    const principal = c.get("principal");
    if (secret !== undefined) await access.sessions.close(secret);
    if (principal.kind === "account") await store.audit.append({ actor: actorOf(principal), action: "session.close" });
    dropSessionCookie(c);
    return c.body(null, 204);
  });
}

/** @throws AppError "not-signed-in" or "rate-limited". */
export async function signInWith({
  c,
  attempt,
  context,
}: {
  c: HttpContext;
  attempt: SignInRequest;
  context: Pick<ServeContext, "access" | "store">;
}): Promise<Account> {
  const { local, group } = c.get("address");
  const { account, strong } = await context.access.signIn
    .signIn({ ...attempt, address: local ? null : group })
    .catch(async (error: unknown) => {
      // The login may be a password typed into the wrong field: it goes nowhere. Tries that were not even looked at would
      // only fill the trail.
      const wasRefused = error instanceof AppError && error.code === "not-signed-in";
      if (wasRefused) await context.store.audit.append({ actor: "visitor", action: "session.refused" });
      throw error;
    });
  await startSession({ c, account, strong, context });
  return account;
}

/** Opens a session for an account that has shown who it is, and ends the one that this browser had. */
export async function startSession({
  c,
  account,
  strong,
  context: { access, store },
}: {
  c: HttpContext;
  account: Account;
  strong: boolean;
  context: Pick<ServeContext, "access" | "store">;
}): Promise<void> {
  const before = readSessionCookie(c);
  if (before !== undefined) await access.sessions.close(before);
  const secret = await access.sessions.open(account, strong);
  await store.audit.append({ actor: account.id, action: "session.open", object: account.id, details: { strong } });
  writeSessionCookie({ c, secret, lastsMs: access.sessions.limits.lastsMs });
}
