/** Nothing is reachable that the table of routes does not list, and everything in the table means something. */
import { describe, expect, it } from "vitest";
import { routeActions } from "../../../src/serve/route-actions.ts";
import { testApp } from "../support/test-app.ts";

const registered = (): string[] =>
  testApp()
    .app.routes.filter(({ method, path }) => method !== "ALL" && !path.endsWith("*"))
    .map(({ method, path }) => `${method} ${path}`);

describe("the table of routes", () => {
  it("lists every route of the application", () => {
    expect([...new Set(registered())].filter((route) => !Object.hasOwn(routeActions, route))).toEqual([]);
  });

  it("keeps a route that it does not list out of reach, whoever asks", async () => {
    const { app } = testApp();
    app.get("/v1/new", (c) => c.text("everything"));
    const response = await app.request("/v1/new");
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("everything");
  });

  it("lets HEAD do what GET may", async () => {
    expect((await testApp().app.request("/v1/documents", { method: "HEAD" })).status).toBe(200);
    expect((await testApp().app.request("/v1/jobs", { method: "HEAD" })).status).toBe(401);
  });

  it("says how to sign in where that would help", async () => {
    const response = await testApp().app.request("/v1/accounts");
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });
});
