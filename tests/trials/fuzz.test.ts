/** The fuzz trial in its short form; `npm run trial -- fuzz` is the long one. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createResponseCheck, type ReceivedResponse } from "./fuzz/check-response.ts";
import type { OpenApiDocument, Operation } from "./fuzz/openapi-document.ts";
import type { FuzzedRequest } from "./fuzz/requests.ts";
import { runFuzzTrial } from "./fuzz/trial.ts";
import { startRealServer, type RealServer } from "./server/real-server.ts";

const MINUTES = 60_000;

describe("the product, in a process of its own", () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealServer({ roles: ["administrator", "official"] });
  }, 3 * MINUTES);
  afterAll(() => server.stop());

  it(
    "answers 1,200 requests, right, wrong and malformed, without a fault, each in its declared form",
    async () => {
      const figures = await runFuzzTrial({ server, count: 1200, seed: 1 });
      expect(figures.faults).toEqual([]);
      expect(server.ended()).toBeNull();
      // Requests that are all refused at the door would try nothing behind it.
      expect(figures.reached.length).toBeGreaterThan(figures.operations.length / 2);
      expect(figures.malformed).toBeGreaterThan(100);
      expect(figures.slowestHealthMs).toBeLessThan(5000);
    },
    4 * MINUTES,
  );
});

describe("the trial's own eyes", () => {
  const operation: Operation = {
    path: "/v1/thing",
    method: "GET",
    responses: {
      200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
      default: { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
    },
  };
  const problem = { type: "object", properties: { code: { type: "string" } }, required: ["code"] };
  const thing = {
    type: "object",
    properties: { id: { type: "string" }, next: { anyOf: [{ type: "null" }, { type: "integer" }] } },
    required: ["id"],
  };
  const document: OpenApiDocument = { operations: [operation], schemas: { Thing: thing, Problem: problem } };
  const check = createResponseCheck(document);
  const request: FuzzedRequest = { operation, method: "GET", path: "/v1/thing", headers: {}, body: null };
  const response = (status: number, body: string, headers: ReceivedResponse["headers"] = {}): ReceivedResponse => ({
    status,
    headers: {
      "content-type": status < 400 ? "application/json" : "application/problem+json",
      "x-request-id": "r",
      "x-content-type-options": "nosniff",
      ...headers,
    },
    body: Buffer.from(body),
  });

  it("see nothing wrong with what is right", () => {
    expect(check(request, response(200, '{"id":"a","next":null,"more":1}'))).toBeNull();
    expect(check(request, response(404, '{"code":"not-found"}'))).toBeNull();
    expect(check(request, response(503, '{"code":"overloaded"}', { "retry-after": "2" }))).toBeNull();
    expect(check({ ...request, operation: null }, response(405, '{"code":"x"}'))).toBeNull();
  });

  it.each([
    ["a fault of the server's", response(500, '{"code":"internal"}')],
    ["a gateway's fault", response(502, '{"code":"x"}')],
    ["a status that is not declared", response(206, '{"id":"a"}')],
    ["a missing field", response(200, '{"next":1}')],
    ["a field of another type", response(200, '{"id":"a","next":"1"}')],
    ["no JSON", response(200, "<html>")],
    ["another content type", response(200, '{"id":"a"}', { "content-type": "text/html" })],
    ["a problem without its code", response(400, "{}")],
    ["a busy server that does not say until when", response(503, '{"code":"x"}')],
    ["a stack", response(400, '{"code":"x","detail":"at foo.bar (/a/b.ts:1:2)"}')],
    ["no request id", response(200, '{"id":"a"}', { "x-request-id": undefined })],
    ["no security headers", response(200, '{"id":"a"}', { "x-content-type-options": undefined })],
  ])("see %s", (_what, received) => {
    expect(check(request, received)).not.toBeNull();
  });

  it("see a body that a HEAD request must not have, and an error that is no problem document", () => {
    expect(check({ ...request, method: "HEAD" }, response(200, "x"))).not.toBeNull();
    expect(check({ ...request, operation: null }, response(404, "not found", { "content-type": "text/plain" }))).not.toBeNull();
  });
});
