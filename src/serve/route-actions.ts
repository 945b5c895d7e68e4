/**
 * What each route does, for `authorize`: the whole surface on one page.
 *
 * A route that is not listed here is not reachable, and a test fails. Routes on one document, job, key or answer are
 * decided a second time, on that object, by their handlers.
 */
import type { Action } from "../access/actions.ts";

/** Method and pattern as Hono has them. HEAD is GET. */
export const routeActions: Readonly<Record<string, Action>> = {
  "POST /v1/ask": "ask",
  "POST /v1/search": "search",
  "GET /v1/documents": "document.list",
  "GET /v1/documents/:id": "document.read",
  "GET /v1/documents/:id/sections/:sectionId": "document.read",
  "GET /v1/assignments": "assignment.list",
  "POST /v1/feedback": "feedback.give",
  "GET /v1/answers/:id/check": "answer.check",
  "POST /v1/chat/completions": "ask",
  "GET /v1/models": "ask",

  "POST /v1/documents": "document.add",
  "PUT /v1/documents/:id": "document.change",
  "PATCH /v1/documents/:id": "document.change",
  "DELETE /v1/documents/:id": "document.remove",
  "POST /v1/index": "index.run",
  "GET /v1/jobs": "job.list",
  "GET /v1/jobs/:id": "job.read",
  "DELETE /v1/jobs/:id": "job.cancel",
  "GET /v1/jobs/:id/events": "job.read",
  "GET /v1/generations": "generation.list",
  "POST /v1/generations/:id/activate": "generation.activate",

  "GET /v1/session": "session.use",
  "POST /v1/session": "session.use",
  "DELETE /v1/session": "session.use",
  "GET /v1/oidc/start": "session.use",
  "GET /v1/oidc/callback": "session.use",
  "POST /v1/setup/offer": "setup.use",
  "POST /v1/setup": "setup.use",
  "GET /v1/accounts": "account.manage",
  "POST /v1/accounts": "account.manage",
  "PATCH /v1/accounts/:id": "account.manage",
  "GET /v1/keys": "key.own",
  "POST /v1/keys": "key.own",
  "DELETE /v1/keys/:id": "key.own",
  "GET /v1/widget-tokens": "widget-token.manage",
  "POST /v1/widget-tokens": "widget-token.manage",
  "DELETE /v1/widget-tokens/:id": "widget-token.manage",
  "GET /v1/audit": "audit.read",

  "GET /healthz": "public.read",
  "GET /readyz": "readiness.read",
  "GET /metrics": "metrics.read",
  "GET /openapi.json": "public.read",
  "GET /": "public.read",
  "GET /documents/:id": "document.read",
  "GET /dang-nhap": "public.read",
  "POST /dang-nhap": "session.use",
  "GET /thiet-lap": "public.read",
  "POST /thiet-lap": "setup.use",
  "GET /assets/:file{[\\w-][\\w.-]*}": "public.read",
  "GET /:file{[a-z0-9-]+\\.(?:css|svg|png|ico|webmanifest)}": "public.read",
};

export function actionOf(method: string, pattern: string): Action | undefined {
  const key = `${method === "HEAD" ? "GET" : method} ${pattern}`;
  return Object.hasOwn(routeActions, key) ? routeActions[key] : undefined;
}
