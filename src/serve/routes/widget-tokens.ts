/** /v1/widget-tokens: which pages of other sites may show the aide; kept by administrators. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { createWidgetToken, revokeWidgetToken, widgetTokenWire } from "../../access/keys.ts";
import { actorOf } from "../../access/principal.ts";
import { AppError } from "../../base/app-error.ts";
import { idParam, jsonBody, jsonReply, NewWidgetTokenWire, WidgetTokensWire, WidgetTokenWithSecretWire } from "../access-schemas.ts";
import type { HttpEnv } from "../http-context.ts";
import { bodyProblems, conflicting, failed, notFound, refused } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";

const listRoute = createRoute({
  method: "get",
  path: "/v1/widget-tokens",
  operationId: "listWidgetTokens",
  summary: "All widget tokens, newest first",
  responses: { 200: jsonReply("The tokens, without their secrets", WidgetTokensWire), ...refused, ...failed },
});

const addRoute = createRoute({
  method: "post",
  path: "/v1/widget-tokens",
  operationId: "createWidgetToken",
  summary: "Make a token for pages of the origins given; it is shown once",
  description: "The page sends it as `Authorization: Bearer`. On a page of any other origin it does not hold.",
  request: jsonBody(NewWidgetTokenWire),
  responses: { 201: jsonReply("The token", WidgetTokenWithSecretWire), ...bodyProblems, ...refused, ...conflicting },
});

const revokeRoute = createRoute({
  method: "delete",
  path: "/v1/widget-tokens/{id}",
  operationId: "revokeWidgetToken",
  summary: "Revoke a widget token",
  request: { params: idParam },
  responses: { 204: { description: "Revoked" }, ...refused, ...notFound, ...failed },
});

export function addWidgetTokenRoutes(app: OpenAPIHono<HttpEnv>, { store }: Pick<ServeContext, "store">): void {
  app.openapi(listRoute, async (c) => c.json({ tokens: (await store.widgetTokens.list()).map(widgetTokenWire) }, 200));
  app.openapi(addRoute, async (c) => {
    const wish = { ...c.req.valid("json"), actor: actorOf(c.get("principal")) };
    const { token, secret } = await createWidgetToken({ store, now: new Date(), wish });
    return c.json({ token: widgetTokenWire(token), secret }, 201);
  });
  app.openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const revoked = await revokeWidgetToken({ store, id, actor: actorOf(c.get("principal")) });
    if (revoked === null) throw unknownToken();
    return c.body(null, 204);
  });
}

function unknownToken(): AppError {
  return new AppError("not-found", { message: "unknown token", publicText: { vi: "Không có mã này.", en: "There is no such token." } });
}
