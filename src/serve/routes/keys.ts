/** /v1/keys: keys for programs, each bounded by its owner's role, its scopes and its end. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { forbidden } from "../../access/access-errors.ts";
import { authorize } from "../../access/authorize.ts";
import { createKey, keyWire, revokeKey } from "../../access/keys.ts";
import { actorOf } from "../../access/principal.ts";
import { AppError } from "../../base/app-error.ts";
import type { ApiKey } from "../../store/types/api-keys.ts";
import { idParam, jsonBody, jsonReply, KeysWire, KeyWithSecretWire, NewKeyWire } from "../access-schemas.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { bodyProblems, conflicting, failed, notFound, refused } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";

const listRoute = createRoute({
  method: "get",
  path: "/v1/keys",
  operationId: "listKeys",
  summary: "One's own keys; an administrator sees all",
  responses: { 200: jsonReply("The keys, newest first, without their secrets", KeysWire), ...refused, ...failed },
});

const addRoute = createRoute({
  method: "post",
  path: "/v1/keys",
  operationId: "createKey",
  summary: "Make a key for a program; it is shown once",
  description: "A key cannot make keys: this needs a person who is signed in.",
  request: jsonBody(NewKeyWire),
  responses: { 201: jsonReply("The key", KeyWithSecretWire), ...bodyProblems, ...refused, ...conflicting },
});

const revokeRoute = createRoute({
  method: "delete",
  path: "/v1/keys/{id}",
  operationId: "revokeKey",
  summary: "Revoke a key: it holds no longer from the next request on",
  request: { params: idParam },
  responses: { 204: { description: "Revoked" }, ...refused, ...notFound, ...failed },
});

export function addKeyRoutes(app: OpenAPIHono<HttpEnv>, { store }: Pick<ServeContext, "store">): void {
  const isMine = (c: Pick<HttpContext, "get">, { accountId }: ApiKey): boolean =>
    authorize(c.get("principal"), "key.own", { kind: "key", accountId }).allowed;
  app.openapi(listRoute, async (c) => {
    const keys = await store.apiKeys.list();
    return c.json({ keys: keys.filter((key) => isMine(c, key)).map(keyWire) }, 200);
  });
  app.openapi(addRoute, async (c) => {
    const [principal, account] = [c.get("principal"), c.get("account")];
    // Else a stolen key would outlive its own revocation in the keys that it made.
    if (account === null || principal.kind !== "account" || principal.via !== "session") throw onlyPeople();
    if (account.role === "administrator" && !principal.strong) throw onlyPeople();
    const wish = { ...c.req.valid("json"), owner: account, actor: actorOf(principal) };
    const { key, secret } = await createKey({ store, now: new Date(), wish });
    return c.json({ key: keyWire(key), secret }, 201);
  });
  app.openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const key = await store.apiKeys.byId(id);
    if (key === null || !isMine(c, key)) throw unknownKey();
    await revokeKey({ store, id, actor: actorOf(c.get("principal")) });
    return c.body(null, 204);
  });
}

function onlyPeople(): AppError {
  return forbidden("a key wants a key", {
    vi: "Chỉ người đã đăng nhập mới lập được khóa; khóa không lập được khóa khác.",
    en: "Only a person who is signed in can make keys; a key cannot.",
  });
}

function unknownKey(): AppError {
  return new AppError("not-found", { message: "unknown key", publicText: { vi: "Không có khóa này.", en: "There is no such key." } });
}
