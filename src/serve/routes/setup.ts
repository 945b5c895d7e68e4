/** /v1/setup: a one-time link makes the first administrator, or gives an account its password. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { accountWire } from "../../access/accounts.ts";
import { AccountSchema } from "../../contract/access.ts";
import { jsonBody, jsonReply, SetupOfferWire, SetupStartWire, SetupWire } from "../access-schemas.ts";
import { assertNotForeign } from "../csrf.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { bodyProblems, conflicting, notFound, refused, slowedDown } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { assertSafeConnection } from "../session-cookie.ts";
import { startSession } from "./session.ts";

const offerRoute = createRoute({
  method: "post",
  path: "/v1/setup/offer",
  operationId: "offerSetup",
  summary: "What a one-time link asks for, with a fresh secret for an authenticator",
  request: jsonBody(SetupStartWire),
  responses: { 200: jsonReply("What to fill in", SetupOfferWire), ...bodyProblems, ...notFound, ...refused, ...slowedDown },
});

const setupRoute = createRoute({
  method: "post",
  path: "/v1/setup",
  operationId: "setup",
  summary: "Use a one-time link: set a password, and an authenticator where the role needs one",
  description: "Signs in at the same time. A link works once, for 24 hours; a refusal does not use it up.",
  request: jsonBody(SetupWire),
  responses: {
    200: jsonReply("The account, ready to sign in", AccountSchema),
    ...bodyProblems,
    ...notFound,
    ...refused,
    ...conflicting,
    ...slowedDown,
  },
});

export function addSetupRoutes(app: OpenAPIHono<HttpEnv>, context: Pick<ServeContext, "access" | "store">): void {
  const { access } = context;
  const check = (c: HttpContext): void => {
    assertNotForeign(c);
    assertSafeConnection(c);
  };
  app.openapi(offerRoute, async (c) => {
    check(c);
    return c.json(await access.links.offer(c.req.valid("json").token), 200);
  });
  app.openapi(setupRoute, async (c) => {
    check(c);
    const { account, strong } = await access.links.complete(c.req.valid("json"));
    await startSession({ c, account, strong, context });
    return c.json(accountWire(account), 200);
  });
}
