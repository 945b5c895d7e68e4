/** GET /openapi.json: the contract as data, generated from the schemas that also check every request. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnv } from "./http-context.ts";

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
  app.get("/openapi.json", (c) => c.json(document, 200, { "cache-control": "no-cache" }));
}
