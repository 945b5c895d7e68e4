/** The plain forms: the first start and signing in with nothing but a browser. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeBase32, hotp, totpCounter } from "../../../src/access/totp.ts";
import { openDesk, password, type Client, type Desk } from "./support.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const form = (client: Client, path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  client.request("POST", path, new URLSearchParams(fields).toString(), { "content-type": "application/x-www-form-urlencoded", ...headers });
const secretIn = (page: string): string => /name="totpSecret" value="([A-Z2-7]{32})"/u.exec(page)?.[1] ?? "";
const signedIn = async (client: Client): Promise<boolean> =>
  ((await (await client.request("GET", "/v1/session")).json()) as { signedIn: boolean }).signedIn;

describe("the form of a one-time link", () => {
  it("leads the first administrator from the link to being signed in, past a mistake on the way", async () => {
    const token = (await desk.access.links.newSetupLink())!.split("#")[1]!;
    const client = desk.browser();
    expect(await (await client.request("GET", "/thiet-lap")).text()).toContain('name="token"');
    const offered = await form(client, "/thiet-lap", { token });
    const secret = secretIn(await offered.text());
    const fields = { token, totpSecret: secret, login: "quan-tri", displayName: 'An "<b>"', password };
    const mistaken = await form(client, "/thiet-lap", { ...fields, code: "000000" });
    const page = await mistaken.text();
    expect([mistaken.status, secretIn(page)]).toEqual([403, secret]);
    expect(page).toContain('role="alert"');
    expect(page).not.toContain("<b>");
    expect(page).not.toContain(password);
    const code = hotp({ key: decodeBase32(secret), counter: totpCounter(desk.now()) });
    const done = await form(client, "/thiet-lap", { ...fields, code });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/"]);
    expect(await signedIn(client)).toBe(true);
  });

  it("asks an account without an authenticator for a password only", async () => {
    await desk.account("quan-tri", "administrator");
    const { link } = await desk.access.accounts.add({ login: "binh", displayName: "Bình", role: "official", unit: null }, "cli");
    const token = link.split("#")[1]!;
    const client = desk.browser();
    expect(await (await form(client, "/thiet-lap", { token })).text()).not.toContain('name="code"');
    expect((await form(client, "/thiet-lap", { token, password, totpSecret: "A".repeat(32) })).status).toBe(303);
    expect(await signedIn(client)).toBe(true);
    expect((await desk.store.accounts.byLogin("binh"))?.totpSecret).toBeNull();
  });

  it("says of a wrong link that it is wrong", async () => {
    const response = await form(desk.browser(), "/thiet-lap", { token: "tll_x" });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("không đúng, đã dùng hoặc đã hết hạn");
  });
});

describe("the form for signing in", () => {
  it("signs in, also one who is signed in already, and shows a mistake without the password", async () => {
    await desk.account("an", "official");
    const client = desk.browser();
    const wrong = await form(client, "/dang-nhap", { login: "an", password: "sai hoàn toàn" });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).not.toContain("sai hoàn toàn");
    expect((await form(client, "/dang-nhap", { login: "an", password, code: "" })).status).toBe(303);
    expect(await signedIn(client)).toBe(true);
    expect((await form(client, "/dang-nhap", { login: "an", password })).status).toBe(303);
  });

  it.each(["/dang-nhap", "/thiet-lap"])("%s is not taken from another site", async (path) => {
    await desk.account("an", "official");
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
      const client = desk.browser();
      expect((await form(client, path, { login: "an", password, token: "x" }, headers)).status).toBe(403);
      expect(client.cookie).toBeNull();
    }
  });

  it("is a page without script or style of its own, under the strict policy, in the asker's language", async () => {
    for (const path of ["/dang-nhap", "/thiet-lap"]) {
      const response = await desk.browser().request("GET", path, undefined, { "accept-language": "en" });
      const page = await response.text();
      expect(page).not.toMatch(/<script|<style|style=|\son\w+=/u);
      expect(page).toContain('<html lang="en">');
      expect(response.headers.get("content-security-policy")).toContain("form-action 'self'");
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });
});
