import { describe, expect, it } from "vitest";
import { defaultServeSettings } from "../../../src/serve/serve-settings.ts";
import { testApp, testStore } from "../support/test-app.ts";

const { app } = testApp({}, { settings: { ...defaultServeSettings, origins: ["https://tinh.gov.vn"] } });
const post = { method: "POST", body: '{"question":"a"}' };
const ask = async (headers: Record<string, string>): Promise<Response> =>
  app.request("/v1/ask", { ...post, headers: { "content-type": "application/json", ...headers } });
const preflight = async (origin: string): Promise<Response> =>
  app.request("/v1/ask", {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  });

describe("a page of a listed origin", () => {
  it("may ask and read the answer, without cookies", async () => {
    const before = await preflight("https://tinh.gov.vn");
    expect(before.status).toBe(204);
    expect(before.headers.get("access-control-allow-origin")).toBe("https://tinh.gov.vn");
    expect(before.headers.get("access-control-allow-headers")).toContain("content-type");
    const answer = await ask({ origin: "https://tinh.gov.vn" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://tinh.gov.vn");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
    expect(answer.headers.get("vary")?.toLowerCase()).toContain("origin");
  });

  it("reads errors too", async () => {
    const wrong = await app.request("/v1/ask", {
      ...post,
      body: "{}",
      headers: { "content-type": "application/json", origin: "https://tinh.gov.vn" },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.headers.get("access-control-allow-origin")).toBe("https://tinh.gov.vn");
  });
});

describe("a page that a widget token was made for", () => {
  it("may ask while the token is in force, and no longer", async () => {
    let now = 0;
    const widgets = testApp({}, { clock: () => now }).app;
    const allowed = async (origin: string): Promise<boolean> => {
      const response = await widgets.request("/v1/ask", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
      return response.headers.get("access-control-allow-origin") === origin;
    };
    const made = { name: "x", tokenHash: "h", origins: ["https://huyen.gov.vn"], expiresAt: null };
    const token = await testStore.widgetTokens.add(made);
    await testStore.widgetTokens.add({ ...made, tokenHash: "old", origins: ["https://cu.gov.vn"], expiresAt: "2020-01-01T00:00:00.000Z" });
    expect(await allowed("https://huyen.gov.vn")).toBe(true);
    expect(await allowed("https://cu.gov.vn")).toBe(false);
    await testStore.widgetTokens.revoke(token.id);
    now += 2000;
    expect(await allowed("https://huyen.gov.vn")).toBe(false);
  });
});

describe("a page of any other origin", () => {
  it.each(["https://tinh.gov.vn.evil.example", "http://tinh.gov.vn", "https://tinh.gov.vn:8443", "null", "https://TINH.gov.vn", "*"])(
    "(%s) gets no leave to read",
    async (origin) => {
      for (const response of [await preflight(origin), await ask({ origin })]) {
        expect(response.headers.has("access-control-allow-origin")).toBe(false);
        expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
      }
    },
  );

  it("and programs that name no origin are answered as ever", async () => {
    const answer = await ask({});
    expect(answer.status).toBe(200);
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
  });
});
