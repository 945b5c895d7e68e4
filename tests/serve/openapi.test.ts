import { describe, expect, it } from "vitest";
import { testApp } from "./support/test-app.ts";

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean }[];
  readonly requestBody?: { content: Record<string, unknown> };
  readonly responses: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
}

interface OpenApi {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, unknown> };
}

/** Where a browser goes, and the document itself: no part of what programs call. */
const pagesAndSelf = ["/", "/documents/:id", "/openapi.json", "/dang-nhap", "/thiet-lap", "/v1/oidc/start", "/v1/oidc/callback"];
const jsonSchemaTypes = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);

async function documentOf(): Promise<OpenApi> {
  const response = await testApp().app.request("/openapi.json");
  expect(response.status).toBe(200);
  return (await response.json()) as OpenApi;
}

function* nodesOf(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

function operationsOf(document: OpenApi): { path: string; method: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

describe("/openapi.json", () => {
  it("names every registered route of the API, and no other", async () => {
    const registered = testApp()
      .app.routes.filter(
        (route) => route.method !== "ALL" && !route.path.endsWith("*") && !pagesAndSelf.includes(route.path) && !route.path.includes("{"),
      )
      .map((route) => `${route.method} ${route.path.replaceAll(/:([^/]+)/gu, "{$1}")}`);
    const described = operationsOf(await documentOf()).map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(described.toSorted()).toEqual([...new Set(registered)].toSorted());
    expect(described).toContain("POST /v1/ask");
  });

  it("is OpenAPI 3.1 with unique operations whose path parameters are declared and whose responses are described", async () => {
    const document = await documentOf();
    expect(document.openapi).toBe("3.1.0");
    const operations = operationsOf(document);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path" && parameter.required === true);
      expect(declared.map((parameter) => parameter.name)).toEqual(named);
      expect(Object.keys(operation.responses).some((status) => /^20\d$/u.test(status))).toBe(true);
      for (const response of Object.values(operation.responses)) expect(response.description).toBeTruthy();
    }
  });

  it("uses JSON Schema as 3.1 writes it, and every reference leads somewhere", async () => {
    const document = await documentOf();
    for (const node of nodesOf(document)) {
      expect(node).not.toHaveProperty("nullable");
      if (typeof node["exclusiveMinimum"] === "boolean") throw new Error("exclusiveMinimum of OpenAPI 3.0");
      const reference = node["$ref"];
      if (typeof reference === "string")
        expect(document.components.schemas).toHaveProperty([reference.replace("#/components/schemas/", "")]);
    }
    for (const schema of Object.values(document.components.schemas)) {
      for (const node of nodesOf(schema)) {
        if (typeof node["type"] === "string") expect(jsonSchemaTypes).toContain(node["type"]);
      }
    }
  });

  it("writes patterns as JSON Schema does, without the signs of a program's regular expression", async () => {
    const document = await documentOf();
    const patterns = [...nodesOf(document)].flatMap(({ pattern }) => (typeof pattern === "string" ? [pattern] : []));
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(pattern).toMatch(/^\^.*\$$/u);
    const login = (document.components.schemas["NewAccount"] as { properties: { login: { pattern: string } } }).properties.login.pattern;
    expect("nguyen.van-a").toMatch(new RegExp(login, "u"));
  });

  it("declares the errors of each operation as problem documents", async () => {
    for (const { path, method, operation } of operationsOf(await documentOf())) {
      const errors = Object.entries(operation.responses).filter(([status]) => !status.startsWith("2"));
      expect(
        errors.map(([status]) => status),
        `${method} ${path}`,
      ).toContain("500");
      for (const [, response] of errors) {
        expect(response.content?.["application/problem+json"]?.schema).toEqual({ $ref: "#/components/schemas/Problem" });
      }
      const { content = {} } = operation.requestBody ?? {};
      if ("application/json" in content)
        expect(errors.map(([status]) => status)).toEqual(expect.arrayContaining(["400", "413", "415", "default"]));
      if ("multipart/form-data" in content)
        expect(errors.map(([status]) => status)).toEqual(expect.arrayContaining(["400", "408", "413", "415"]));
    }
  });
});
