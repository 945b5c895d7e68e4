import { describe, expect, it } from "vitest";
import { defaultServeSettings, type ServeSettings } from "../../../src/serve/serve-settings.ts";
import { testApp } from "../support/test-app.ts";

const tight: ServeSettings = { ...defaultServeSettings, rates: { perMinute: 60, burst: 3 } };

/** Requests over a connection from `remoteAddress`, as the listener hands them on. */
function from(
  remoteAddress: string,
  settings = tight,
): {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  ask(headers?: Record<string, string>): Promise<Response>;
  wait(ms: number): void;
} {
  let now = 0;
  const { app } = testApp({}, { settings, clock: () => now });
  const env = { incoming: { socket: { remoteAddress } } };
  return {
    get: async (path, headers = {}) => app.request(path, { headers }, env),
    ask: async (headers = {}) =>
      app.request(
        "/v1/ask",
        { method: "POST", body: '{"question":"a"}', headers: { "content-type": "application/json", ...headers } },
        env,
      ),
    wait: (ms) => void (now += ms),
  };
}

async function statuses(count: number, send: () => Promise<Response>): Promise<number[]> {
  const seen: number[] = [];
  for (let turn = 0; turn < count; turn += 1) seen.push((await send()).status);
  return seen;
}

describe("how often one may ask", () => {
  it("is limited by address: 429, with the time after which it goes on", async () => {
    const client = from("203.0.113.7");
    expect(await statuses(3, () => client.ask())).toEqual([200, 200, 200]);
    const refused = await client.ask({ "accept-language": "en" });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect(await refused.json()).toMatchObject({ code: "rate-limited", detail: expect.stringContaining("too fast") });
    client.wait(Number(refused.headers.get("retry-after")) * 1000);
    expect((await client.ask()).status).toBe(200);
  });

  it("counts reading for less than asking", async () => {
    const client = from("203.0.113.7");
    expect(await statuses(16, () => client.get("/v1/documents"))).toEqual([...Array.from({ length: 15 }, () => 200), 429]);
  });

  it("is never limited for programs on this machine", async () => {
    for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
      const client = from(address);
      expect(new Set(await statuses(20, () => client.ask())), address).toEqual(new Set([200]));
    }
  });

  it("is limited for each of a proxy's clients, once the proxy is named", async () => {
    const client = from("127.0.0.1", { ...tight, trustedProxies: ["127.0.0.1"] });
    const one = (): Promise<Response> => client.ask({ "x-forwarded-for": "198.51.100.1" });
    expect(await statuses(4, one)).toEqual([200, 200, 200, 429]);
    expect((await client.ask({ "x-forwarded-for": "198.51.100.2" })).status).toBe(200);
    // A forged beginning does not make another client of it.
    expect((await client.ask({ "x-forwarded-for": "192.0.2.1, 198.51.100.1" })).status).toBe(429);
  });

  it("is not widened by a cookie or a key that holds nothing", async () => {
    const client = from("203.0.113.7");
    const cookie = await statuses(5, () => client.ask({ cookie: "aide=x; other=y" }));
    expect(cookie.filter((status) => status === 200)).toHaveLength(3);
    const guessing = from("203.0.113.8");
    const seen = await statuses(40, () => guessing.get("/v1/documents", { authorization: "Bearer tla_wrong" }));
    expect(seen.slice(0, 3)).toEqual([401, 401, 401]);
    const many = await statuses(160, () => guessing.get("/v1/documents", { authorization: "Bearer tla_wrong" }));
    expect(many.at(-1)).toBe(429);
  });

  it("does not touch pages, health and the contract", async () => {
    const client = from("203.0.113.7");
    await statuses(5, () => client.ask());
    for (const path of ["/", "/healthz", "/openapi.json"]) expect((await client.get(path)).status, path).toBe(200);
  });
});
