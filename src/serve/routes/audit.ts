/** GET /v1/audit: who did what, and whether the trail is whole; for administrators. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { AuditValue } from "../../store/types/audit.ts";
import { AuditPageWire, jsonReply } from "../access-schemas.ts";
import type { HttpEnv } from "../http-context.ts";
import { failed, malformed, refused } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";

const auditRoute = createRoute({
  method: "get",
  path: "/v1/audit",
  operationId: "readAudit",
  summary: "The audit trail, newest first",
  description: "Each entry carries the hash of the one before it; `chain` says whether the whole trail still fits together.",
  request: {
    query: z.strictObject({
      before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      actor: z.string().max(100).optional(),
      object: z.string().max(200).optional(),
    }),
  },
  responses: { 200: jsonReply("A page of entries", AuditPageWire), ...malformed, ...refused, ...failed },
});

export function addAuditRoute(app: OpenAPIHono<HttpEnv>, { store }: Pick<ServeContext, "store">): void {
  app.openapi(auditRoute, async (c) => {
    const { before, limit, actor, object } = c.req.valid("query");
    const entries = await store.audit.list({
      limit,
      ...(before === undefined ? {} : { before }),
      ...(actor === undefined ? {} : { actor }),
      ...(object === undefined ? {} : { object }),
    });
    const check = await store.audit.verify();
    const last = entries.length === limit ? entries.at(-1)?.seq : undefined;
    return c.json(
      {
        entries: entries.map(({ seq, at, actor: who, action, object: what, details, hash }) => ({
          seq,
          at,
          actor: who,
          action,
          object: what,
          details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, plainJson(value)])),
          hash,
        })),
        next: last !== undefined && last > 1 ? last : null,
        chain: { whole: check.whole, brokenAt: check.whole ? null : check.seq },
      },
      200,
    );
  });
}

type PlainJson = string | number | boolean | null | PlainJson[] | { [key: string]: PlainJson };

/** The same value, in arrays and objects of its own. */
function plainJson(value: AuditValue): PlainJson {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner: AuditValue) => plainJson(inner));
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, AuditValue]) => [name, plainJson(inner)]));
}
