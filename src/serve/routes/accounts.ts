/** /v1/accounts: who may sign in, kept by administrators. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { accountWire } from "../../access/accounts.ts";
import { actorOf } from "../../access/principal.ts";
import { AppError } from "../../base/app-error.ts";
import { AccountChangeWire, AccountsWire, AccountWithLinkWire, idParam, jsonBody, jsonReply, NewAccountWire } from "../access-schemas.ts";
import type { HttpEnv } from "../http-context.ts";
import { bodyProblems, conflicting, failed, notFound, refused } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";

const listRoute = createRoute({
  method: "get",
  path: "/v1/accounts",
  operationId: "listAccounts",
  summary: "All accounts, by login",
  responses: { 200: jsonReply("The accounts", AccountsWire), ...refused, ...failed },
});

const addRoute = createRoute({
  method: "post",
  path: "/v1/accounts",
  operationId: "addAccount",
  summary: "Add an account; the link in the answer sets its password, once",
  request: jsonBody(NewAccountWire),
  responses: { 201: jsonReply("The account and its link", AccountWithLinkWire), ...bodyProblems, ...refused, ...conflicting },
});

const changeRoute = createRoute({
  method: "patch",
  path: "/v1/accounts/{id}",
  operationId: "changeAccount",
  summary: "Change an account's name, role, unit or status, or reset its password and authenticator",
  description: "A change of rights signs it out everywhere. The last administrator can be neither suspended nor demoted.",
  request: { params: idParam, ...jsonBody(AccountChangeWire) },
  responses: {
    200: jsonReply("The account as it now is; a link where it was reset", AccountWithLinkWire),
    ...bodyProblems,
    ...refused,
    ...notFound,
    ...conflicting,
  },
});

export function addAccountRoutes(app: OpenAPIHono<HttpEnv>, { access, store }: Pick<ServeContext, "access" | "store">): void {
  app.openapi(listRoute, async (c) => c.json({ accounts: (await store.accounts.list()).map(accountWire) }, 200));
  app.openapi(addRoute, async (c) => {
    const { account, link } = await access.accounts.add(c.req.valid("json"), actorOf(c.get("principal")));
    return c.json({ account: accountWire(account), link }, 201);
  });
  app.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await access.accounts.change({ id, change: c.req.valid("json"), actor: actorOf(c.get("principal")) });
    if (changed === null) throw unknownAccount();
    return c.json({ account: accountWire(changed.account), link: changed.link }, 200);
  });
}

function unknownAccount(): AppError {
  return new AppError("not-found", {
    message: "unknown account",
    publicText: { vi: "Không có tài khoản này.", en: "There is no such account." },
  });
}
