import { describe, expect, it } from "vitest";
import { createMetrics } from "../../../src/serve/metrics.ts";
import { watchLoopLag } from "../../../src/serve/loop-lag.ts";
import { defaultServeSettings } from "../../../src/serve/serve-settings.ts";
import { testApp } from "../support/test-app.ts";

/** The format's grammar, line by line: what a collector would stumble over. */
const LINE =
  /^(?:# HELP [a-z_]+ \S.*|# TYPE [a-z_]+ (?:counter|gauge|histogram)|[a-z_]+(?:\{[a-z]+="(?:[^"\\\n]|\\.)*"(?:,[a-z]+="(?:[^"\\\n]|\\.)*")*\})? (?:[0-9.e+-]+|\+Inf|NaN))$/u;

async function read(app: ReturnType<typeof testApp>["app"]): Promise<string> {
  const response = await app.request("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  return response.text();
}

describe("the figures", () => {
  it("count requests by route and status, never by address", async () => {
    const { app, ask } = testApp();
    await ask({ question: "Câu hỏi bí mật" });
    await ask({});
    await app.request("/v1/documents/ten-van-ban-la");
    await app.request("/khong-co/0912345678");
    await app.request("/v1/ask", { method: "BREW-0912345678" });
    const text = await read(app);
    for (const line of text.trimEnd().split("\n")) expect(line).toMatch(LINE);
    expect(text).toContain('aide_http_requests_total{method="POST",route="/v1/ask",status="200"} 1');
    expect(text).toContain('aide_http_requests_total{method="POST",route="/v1/ask",status="400"} 1');
    expect(text).toContain('aide_http_requests_total{method="GET",route="/v1/documents/:id",status="404"} 1');
    for (const secret of ["bí mật", "ten-van-ban-la", "0912345678"]) expect(text).not.toContain(secret);
    expect(text).toContain('aide_embedder_state{state="ready"} 1');
    expect(text).toContain('aide_generation_info{generation="g-1"} 1');
  });

  it("put every duration into the buckets at or above it", () => {
    const metrics = createMetrics();
    for (const seconds of [0.001, 0.3, 20]) metrics.countRequest({ method: "GET", route: "/a", status: 200, seconds });
    const text = metrics.render();
    expect(text).toContain('aide_http_request_duration_seconds_bucket{route="/a",le="0.005"} 1');
    expect(text).toContain('aide_http_request_duration_seconds_bucket{route="/a",le="0.5"} 2');
    expect(text).toContain('aide_http_request_duration_seconds_bucket{route="/a",le="+Inf"} 3');
    expect(text).toContain('aide_http_request_duration_seconds_count{route="/a"} 3');
  });

  it("keep their form whatever a label holds", () => {
    const metrics = createMetrics();
    metrics.count("aide_x_total", "x", { a: 'quote " slash \\ break \n end' });
    expect(
      metrics
        .render()
        .trimEnd()
        .split("\n")
        .every((line) => LINE.test(line)),
    ).toBe(true);
  });

  it("are kept from those who come over the network", async () => {
    const { app } = testApp();
    const env = (remoteAddress: string): { incoming: object } => ({ incoming: { socket: { remoteAddress } } });
    expect((await app.request("/metrics", {}, env("203.0.113.7"))).status).toBe(404);
    expect((await app.request("/metrics", {}, env("127.0.0.1"))).status).toBe(200);
    // Through a proxy on this machine, named or not.
    const through = { headers: { "x-forwarded-for": "203.0.113.7" } };
    expect((await app.request("/metrics", through, env("127.0.0.1"))).status).toBe(404);
    const named = testApp({}, { settings: { ...defaultServeSettings, trustedProxies: ["127.0.0.1"] } });
    expect((await named.app.request("/metrics", through, env("127.0.0.1"))).status).toBe(404);
  });
});

describe("the event loop's lag", () => {
  it("counts a stop once for every moment that it kept waiting", async () => {
    const metrics = createMetrics();
    const end = watchLoopLag(metrics, () => performance.now());
    await new Promise((resolve) => setTimeout(resolve, 100));
    const until = performance.now() + 300;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 100));
    end();
    const above = (bound: string): number => {
      const count = (le: string): number => Number(new RegExp(`le="${le}"\\} (\\d+)`, "u").exec(metrics.render())?.[1]);
      return count("\\+Inf") - count(bound);
    };
    // 300 ms in steps of 20: about ten of them waited longer than 100 ms.
    expect(above("0\\.1")).toBeGreaterThanOrEqual(7);
    expect(above("0\\.1")).toBeLessThanOrEqual(14);
  });
});
