import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testApp } from "./support/test-app.ts";

const { app, ask } = testApp();
const clientSide = (status: number): boolean => status < 500;

describe("whatever a client sends", () => {
  it("no JSON value makes the server fail", async () => {
    const field = fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue(), fc.constant("du lịch"));
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ question: field, history: field, scope: field, lang: field, stream: fc.boolean() }, { requiredKeys: [] }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const response = await ask(value === undefined ? "" : JSON.stringify(value));
        await response.text();
        expect(clientSide(response.status)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("no bytes make the server fail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect([400, 413]).toContain((await ask(new Uint8Array(bytes))).status);
      }),
      { numRuns: 300 },
    );
  });

  it("no path and no query make the server fail", async () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
      fc.constantFrom("..", "%", "%ff", "%2e%2e", "v1", "documents", "sections", "assets"),
    );
    const path = fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`);
    const query = fc.constantFrom("", "?role=x", "?agency=%ff", "?q=%00", "?agency=a&agency=b", "?__proto__=1");
    await fc.assert(
      fc.asyncProperty(path, query, async (address, suffix) => {
        expect(clientSide((await app.request(address + suffix)).status)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("no header makes the server fail", async () => {
    const value = fc.stringMatching(/^[\x21-\x7e]{0,200}$/u);
    const name = fc.constantFrom(
      "accept",
      "accept-language",
      "content-type",
      "content-length",
      "x-request-id",
      "accept-encoding",
      "if-none-match",
      "range",
    );
    await fc.assert(
      fc.asyncProperty(name, value, async (header, text) => {
        for (const response of [
          await ask({ question: "a" }, { [header]: text }),
          await app.request("/v1/assignments", { headers: { [header]: text } }),
          await app.request("/", { headers: { [header]: text } }),
        ]) {
          await response.text();
          expect(clientSide(response.status)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
