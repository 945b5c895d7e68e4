/**
 * Stage 6: the aide over HTTP.
 *
 * Input: an `Aide`, the store and limits. Output: a Hono application that `app.request` tests and `listen.ts` puts on a port.
 * Invariants: every response carries a request id and the security headers; every error is a problem document; nothing
 * that costs work happens before the client's rate was counted.
 */
import { OpenAPIHono } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import type { Access } from "../access/open-access.ts";
import type { Log } from "../base/log.ts";
import type { Placement } from "../access/objects.ts";
import type { Publisher } from "../publish/publisher.ts";
import type { Store } from "../store/types/store.ts";
import { createAdmission } from "./admission.ts";
import type { Aide } from "./aide.ts";
import { createAllowedOrigins } from "./allowed-origins.ts";
import { allowedMethods } from "./allowed-methods.ts";
import type { AnswerRecords } from "./answer-records.ts";
import { createAddressReader } from "./client-address.ts";
import { allowOrigins } from "./cors.ts";
import { languageOf, type HttpContext, type HttpEnv } from "./http-context.ts";
import type { Metrics } from "./metrics.ts";
import { methodNotAllowed, unknownRoute } from "./not-found.ts";
import { addOpenApiRoute } from "./openapi.ts";
import { isServerFault, problemFor } from "./problem.ts";
import { createRateLimit } from "./rate-limit.ts";
import { identifyCaller } from "./principal.ts";
import { guardRoutes } from "./route-guard.ts";
import { viewsOf } from "./viewer.ts";
import { readBody } from "./read-body.ts";
import { assignRequestId } from "./request-id.ts";
import { logRequests } from "./request-log.ts";
import { measureRequests } from "./request-metrics.ts";
import { addAccountRoutes } from "./routes/accounts.ts";
import { addAnswerRoutes } from "./routes/answers.ts";
import { addAskRoute } from "./routes/ask.ts";
import { addAssignmentsRoute } from "./routes/assignments.ts";
import { addAuditRoute } from "./routes/audit.ts";
import { addDocumentRoutes } from "./routes/documents.ts";
import { addGenerationRoutes } from "./routes/generations.ts";
import { addJobRoutes } from "./routes/jobs.ts";
import { addPublishingRoutes } from "./routes/publishing.ts";
import { addFeedbackRoute } from "./routes/feedback.ts";
import { addKeyRoutes } from "./routes/keys.ts";
import { addMetricsRoute } from "./routes/metrics.ts";
import { addOidcRoutes } from "./routes/oidc.ts";
import { addOperationRoutes } from "./routes/operation.ts";
import { addPageRoutes } from "./routes/pages.ts";
import { addSearchRoute } from "./routes/search.ts";
import { addSessionRoutes } from "./routes/session.ts";
import { addSetupRoutes } from "./routes/setup.ts";
import { addSignInPages } from "./routes/sign-in-pages.ts";
import { addWidgetTokenRoutes } from "./routes/widget-tokens.ts";
import { secureHeaders } from "./security-headers.ts";
import type { ServeContext, ServeLimits } from "./serve-context.ts";
import { measureServer } from "./server-metrics.ts";
import type { ServeSettings } from "./serve-settings.ts";
import { validationError } from "./validation-error.ts";

export interface AppOptions {
  readonly aide: Aide;
  readonly access: Access;
  readonly store: Store;
  readonly answers: AnswerRecords;
  readonly metrics: Metrics;
  readonly publisher: Publisher;
  /** Of documents that nobody said anything of. Default: public, of no unit. */
  readonly standardPlacement?: Placement;
  readonly log: Log;
  readonly limits: ServeLimits;
  readonly settings: ServeSettings;
  /** Absolute; where the built pages stand, or will. */
  readonly pagesFolder: string;
  readonly version: string;
  /** Makes request ids. */
  readonly newId: () => string;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
}

export function createApp(options: AppOptions): OpenAPIHono<HttpEnv> {
  const { aide, access, log, limits, settings, metrics, clock } = options;
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
  const rate = createRateLimit({
    rates: settings.rates,
    addresses: createAddressReader(settings.trustedProxies),
    clock,
    onRefused: () => metrics.count("aide_rate_limited_total", "Requests refused because their client asks too fast"),
  });

  app.use(assignRequestId(options.newId), logRequests({ log, clock }), measureRequests(metrics, clock), secureHeaders());
  const { widgetTokens } = options.store;
  app.use(allowOrigins({ allows: createAllowedOrigins({ origins: settings.origins, widgetTokens, now: () => new Date(), clock }) }));
  app.use("/v1/*", rate.byAddress);
  app.use("/metrics", rate.byAddress);
  app.use("/dang-nhap", rate.byAddress);
  app.use("/thiet-lap", rate.byAddress);
  app.use(identifyCaller(access));
  app.use("/v1/*", rate.byPrincipal);
  app.use(guardRoutes(access));
  // Whole documents and scripts shrink to a quarter; answers are small and wait for nothing.
  app.use("/v1/documents/*", compress());
  app.use("/assets/*", compress());
  app.on(["POST", "PUT", "PATCH"], "/v1/*", readBody(limits.bodyBytes));
  app.on("POST", ["/dang-nhap", "/thiet-lap"], readBody(limits.bodyBytes));
  app.onError(reply);
  app.notFound((c) => {
    const allowed = allowedMethods(app, c.req.path);
    if (allowed.length === 0) return reply(unknownRoute(), c);
    c.header("allow", allowed.join(", "));
    return reply(methodNotAllowed(allowed), c);
  });

  const admission = createAdmission(limits.inFlight);
  measureServer(metrics, { aide, admission });
  const viewFor = viewsOf(aide, access.book);
  const context: ServeContext = {
    viewFor,
    access,
    admission,
    log,
    limits,
    settings,
    metrics,
    store: options.store,
    answers: options.answers,
    publisher: options.publisher,
    standardPlacement: options.standardPlacement ?? { access: "public", unit: null },
  };
  addAskRoute(app, context);
  addSearchRoute(app, context);
  addDocumentRoutes(app, context);
  addPublishingRoutes(app, context);
  addJobRoutes(app, context);
  addGenerationRoutes(app, context);
  addAssignmentsRoute(app, context);
  addAnswerRoutes(app, context);
  addFeedbackRoute(app, context);
  addOperationRoutes(app, context);
  addMetricsRoute(app, context);
  addSessionRoutes(app, context);
  addSetupRoutes(app, context);
  addOidcRoutes(app, context);
  addSignInPages(app, context);
  addAccountRoutes(app, context);
  addKeyRoutes(app, context);
  addWidgetTokenRoutes(app, context);
  addAuditRoute(app, context);
  addOpenApiRoute(app, options.version);
  addPageRoutes(app, { folder: options.pagesFolder, viewFor });
  return app;
}
