/** GET /openapi.json: the contract as data, generated from the schemas that also check every request. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnv } from "./http-context.ts";

/** What may happen to any call before its route is reached. */
const anyCall = {
  description: "Not signed in (401), not allowed (403), too slow (408), too often (429 with Retry-After), too busy (503 with Retry-After)",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

interface Operation {
  readonly responses: Record<string, unknown>;
}

function operationsOf(item: object): readonly Operation[] {
  return Object.values(item).filter((part: unknown): part is Operation => typeof part === "object" && part !== null && "responses" in part);
}

/** The generator leaves the end of a regular expression's own writing in its pattern: "^[a-z]+$/u". */
function withWholePatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWholePatterns);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === "pattern" && typeof part === "string" ? part.replace(/(?<=\$)\/[dgimsuvy]+$/u, "") : withWholePatterns(part),
    ]),
  );
}

/** Call it after every other route of the API: what is added later is not in the document. */
export function addOpenApiRoute(app: OpenAPIHono<HttpEnv>, version: string): void {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Trợ lý ảo",
      version,
      description: "Answers questions over Vietnamese provincial plans; every statement is cited to its section.",
      license: { name: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [],
  });
  for (const item of Object.values(document.paths ?? {}))
    for (const operation of operationsOf(item)) operation.responses["default"] ??= anyCall;
  const served = JSON.stringify(withWholePatterns(document));
  app.get("/openapi.json", (c) => c.body(served, 200, { "content-type": "application/json", "cache-control": "no-cache" }));
}
