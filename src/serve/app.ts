/**
 * Stage 6: the aide over HTTP.
 *
 * Input: an `Aide` and limits. Output: a Hono application that `app.request` tests and `listen.ts` puts on a port.
 * Invariants: every response carries a request id and the security headers; every error is a problem document.
 */
import { OpenAPIHono } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import type { Log } from "../base/log.ts";
import { createAdmission } from "./admission.ts";
import type { Aide } from "./aide.ts";
import { allowedMethods } from "./allowed-methods.ts";
import { languageOf, type HttpContext, type HttpEnv } from "./http-context.ts";
import { methodNotAllowed, unknownRoute } from "./not-found.ts";
import { addOpenApiRoute } from "./openapi.ts";
import { isServerFault, problemFor } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { assignRequestId } from "./request-id.ts";
import { logRequests } from "./request-log.ts";
import { addAskRoute } from "./routes/ask.ts";
import { addAssignmentsRoute } from "./routes/assignments.ts";
import { addDocumentRoutes } from "./routes/documents.ts";
import { addOperationRoutes } from "./routes/operation.ts";
import { addPageRoutes } from "./routes/pages.ts";
import { addSearchRoute } from "./routes/search.ts";
import { secureHeaders } from "./security-headers.ts";
import type { ServeContext, ServeLimits } from "./serve-context.ts";
import { validationError } from "./validation-error.ts";

export interface AppOptions {
  readonly aide: Aide;
  readonly log: Log;
  readonly limits: ServeLimits;
  /** Absolute; where the built pages stand, or will. */
  readonly pagesFolder: string;
  readonly version: string;
  /** Makes request ids. */
  readonly newId: () => string;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
}

export function createApp(options: AppOptions): OpenAPIHono<HttpEnv> {
  const { aide, log, limits } = options;
  const app = new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (!result.success) throw validationError(result.error);
    },
  });
  const reply = (error: unknown, c: HttpContext): Response => {
    const requestId = c.get("requestId");
    if (isServerFault(error)) log.error("request failed", error, { requestId });
    const { problem, status, headers } = problemFor({ error, lang: languageOf(c), requestId });
    return c.body(JSON.stringify(problem), status, { "content-type": "application/problem+json; charset=utf-8", ...headers });
  };

  app.use(assignRequestId(options.newId), logRequests({ log, clock: options.clock }), secureHeaders());
  // Whole documents and scripts shrink to a quarter; answers are small and wait for nothing.
  app.use("/v1/documents/*", compress());
  app.use("/assets/*", compress());
  app.on(["POST", "PUT", "PATCH"], "/v1/*", readBody(limits.bodyBytes));
  app.onError(reply);
  app.notFound((c) => {
    const allowed = allowedMethods(app, c.req.path);
    if (allowed.length === 0) return reply(unknownRoute(), c);
    c.header("allow", allowed.join(", "));
    return reply(methodNotAllowed(allowed), c);
  });

  const context: ServeContext = { aide, admission: createAdmission(limits.inFlight), log, limits };
  addAskRoute(app, context);
  addSearchRoute(app, context);
  addDocumentRoutes(app, context);
  addAssignmentsRoute(app, context);
  addOperationRoutes(app, context);
  addOpenApiRoute(app, options.version);
  addPageRoutes(app, { folder: options.pagesFolder, aide });
  return app;
}
