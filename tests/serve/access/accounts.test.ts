/** The first administrator, the accounts, keys and widget tokens, and the trail of it all. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeBase32, hotp, totpCounter } from "../../../src/access/totp.ts";
import type { AccountWire, SetupOffer } from "../../../src/contract/access.ts";
import { openDesk, password, type Client, type Desk } from "./support.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;
const tokenOf = (link: string | null): string => link?.split("#")[1] ?? "";
const codeFor = (secret: string): string => hotp({ key: decodeBase32(secret), counter: totpCounter(desk.now()) });
const day = 24 * 60 * 60_000;

async function setUp(client: Client, token: string, more: Record<string, unknown> = {}): Promise<Response> {
  const offer = await json<SetupOffer>(await client.request("POST", "/v1/setup/offer", { token }));
  const { totpSecret } = offer;
  return client.request("POST", "/v1/setup", { token, password, totpSecret, code: codeFor(totpSecret), login: "quan-tri", ...more });
}

describe("the first start", () => {
  it("has nobody who could sign in, and a link that makes the administrator once", async () => {
    const token = tokenOf(await desk.access.links.newSetupLink());
    const client = desk.browser();
    const response = await setUp(client, token, { displayName: "Nguyễn Văn An" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ login: "quan-tri", role: "administrator", hasAuthenticator: true });
    expect((await client.request("GET", "/v1/accounts")).status).toBe(200);
    expect((await desk.browser().request("POST", "/v1/setup", { token, password, login: "khac" })).status).toBe(404);
    expect(await desk.access.links.newSetupLink()).toBeNull();
  });

  it("keeps the token out of the store and of every log line", async () => {
    const token = tokenOf(await desk.access.links.newSetupLink());
    await setUp(desk.browser(), token);
    expect(JSON.stringify([desk.lines, await desk.store.audit.list(), await desk.store.accounts.list()])).not.toContain(token);
  });

  it.each([
    ["a short password", { password: "ngắn quá" }, 400],
    ["a password of one character", { password: "aaaaaaaaaaaaaaaa" }, 403],
    ["the login as password", { password: "quan-tri-quan-tri" }, 403],
    ["a wrong code", { code: "000000" }, 403],
    ["no code", { code: undefined }, 403],
    ["no login", { login: undefined }, 403],
    ["a login of signs", { login: "<b>" }, 400],
    ["an unknown field", { role: "administrator" }, 400],
  ])("refuses %s, and the link still works", async (_name, wrong, status) => {
    const token = tokenOf(await desk.access.links.newSetupLink());
    expect((await setUp(desk.browser(), token, wrong)).status).toBe(status);
    expect(await desk.store.accounts.count()).toBe(0);
    expect((await setUp(desk.browser(), token)).status).toBe(200);
  });

  it("makes one administrator of two that come with the link at once", async () => {
    const token = tokenOf(await desk.access.links.newSetupLink());
    const responses = await Promise.all(["mot", "hai", "ba"].map((login) => setUp(desk.browser(), token, { login })));
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
    expect(await desk.store.accounts.count()).toBe(1);
  });

  it("takes no link that is older than a day, replaced by a newer one, or made up", async () => {
    const old = tokenOf(await desk.access.links.newSetupLink());
    const replaced = tokenOf(await desk.access.links.newSetupLink());
    expect((await desk.browser().request("POST", "/v1/setup/offer", { token: old })).status).toBe(404);
    desk.pass(day + 1);
    for (const token of [replaced, "", "tll_x", `tll_${"a".repeat(43)}`])
      expect([404, 400]).toContain((await desk.browser().request("POST", "/v1/setup/offer", { token })).status);
  });
});

describe("accounts", () => {
  let administrator: Client;
  beforeEach(async () => {
    administrator = await desk.signedIn(await desk.account("quan-tri", "administrator"));
  });

  it("are made with a link that sets the password, and sign in then", async () => {
    const made = await administrator.request("POST", "/v1/accounts", {
      login: "binh",
      displayName: "Bình",
      role: "editor",
      unit: "so-y-te",
    });
    expect(made.status).toBe(201);
    const { link } = await json<{ link: string }>(made);
    expect(link).toMatch(/^\/thiet-lap#tll_/u);
    const client = desk.browser();
    expect((await client.request("POST", "/v1/session", { login: "binh", password })).status).toBe(401);
    const offer = await json<SetupOffer>(await client.request("POST", "/v1/setup/offer", { token: tokenOf(link) }));
    expect(offer).toMatchObject({ login: "binh", needsAuthenticator: false });
    expect((await client.request("POST", "/v1/setup", { token: tokenOf(link), password })).status).toBe(200);
    expect((await desk.browser().request("POST", "/v1/session", { login: "binh", password })).status).toBe(200);
  });

  it("are listed without anything secret", async () => {
    const text = await (await administrator.request("GET", "/v1/accounts")).text();
    for (const { passwordHash, totpSecret } of await desk.store.accounts.list()) {
      expect(text).not.toContain(passwordHash);
      expect(text).not.toContain(totpSecret);
    }
  });

  it("lose their sessions with a change of rights, and their password with a reset", async () => {
    const account = await desk.account("binh", "editor", "so-y-te");
    const client = await desk.signedIn(account);
    await administrator.request("PATCH", `/v1/accounts/${account.id}`, { unit: "so-du-lich" });
    expect((await json<{ signedIn: boolean }>(await client.request("GET", "/v1/session"))).signedIn).toBe(false);
    const reset = await json<{ account: AccountWire; link: string }>(
      await administrator.request("PATCH", `/v1/accounts/${account.id}`, { reset: true }),
    );
    expect(reset.account.hasPassword).toBe(false);
    expect(reset.link).toContain("#tll_");
    expect((await desk.browser().request("POST", "/v1/session", { login: "binh", password })).status).toBe(401);
  });

  it("keep their last administrator, whoever asks", async () => {
    const id = (await desk.store.accounts.list())[0]!.id;
    for (const change of [{ status: "suspended" }, { role: "editor" }])
      expect((await administrator.request("PATCH", `/v1/accounts/${id}`, change)).status).toBe(409);
    await desk.account("thu-hai", "administrator");
    expect((await administrator.request("PATCH", `/v1/accounts/${id}`, { role: "editor" })).status).toBe(200);
  });

  it("have one login each, whatever its case, and none that is not there", async () => {
    const binh = { login: "binh", displayName: "Bình", role: "official" };
    expect((await administrator.request("POST", "/v1/accounts", binh)).status).toBe(201);
    expect((await administrator.request("POST", "/v1/accounts", { ...binh, login: "BINH" })).status).toBe(409);
    expect((await administrator.request("PATCH", "/v1/accounts/khong-co", { role: "editor" })).status).toBe(404);
  });

  it("of a raised role sign in again only with an authenticator", async () => {
    const account = await desk.account("binh", "official");
    const client = await desk.signedIn(account);
    await administrator.request("PATCH", `/v1/accounts/${account.id}`, { role: "administrator" });
    expect((await client.request("GET", "/v1/accounts")).status).toBe(401);
    const { link } = await json<{ link: string }>(await administrator.request("PATCH", `/v1/accounts/${account.id}`, { reset: true }));
    expect((await desk.browser().request("POST", "/v1/setup", { token: tokenOf(link), password })).status).toBe(403);
    expect((await setUp(desk.browser(), tokenOf(link), { login: undefined })).status).toBe(200);
  });
});

describe("keys", () => {
  const asKey = (secret: string, method: string, path: string, body?: unknown): Promise<Response> =>
    desk.browser().request(method, path, body, { authorization: `Bearer ${secret}` });

  async function keyOf(client: Client, wish: Record<string, unknown>): Promise<{ secret: string; key: { id: string } }> {
    const response = await client.request("POST", "/v1/keys", { name: "thử", ...wish });
    if (response.status !== 201) throw new Error(await response.text());
    return json(response);
  }

  it("speak for their owner within their scopes, and are shown once", async () => {
    const client = await desk.signedIn(await desk.account("binh", "editor", "so-y-te"));
    const { secret } = await keyOf(client, { scopes: ["ask"] });
    expect(secret).toMatch(/^tla_/u);
    expect(await json(await asKey(secret, "GET", "/v1/session"))).toMatchObject({ account: { login: "binh", via: "key" } });
    expect((await asKey(secret, "POST", "/v1/ask", { question: "Cơ quan nào?" })).status).toBe(200);
    expect((await asKey(secret, "GET", "/v1/jobs")).status).toBe(403);
    expect((await asKey(secret, "GET", "/v1/keys")).status).toBe(403);
    const listed = await (await client.request("GET", "/v1/keys")).text();
    expect(listed).not.toContain(secret);
    expect(listed).not.toContain("keyHash");
  });

  it("hold no longer once revoked, past their end, or with their owner suspended", async () => {
    const account = await desk.account("binh", "editor", "so-y-te");
    const client = await desk.signedIn(account);
    const [revoked, ended, orphan] = [
      await keyOf(client, {}),
      await keyOf(client, { expiresAt: new Date(desk.now().getTime() + 60_000).toISOString() }),
      await keyOf(client, {}),
    ];
    expect((await client.request("DELETE", `/v1/keys/${revoked.key.id}`)).status).toBe(204);
    expect((await asKey(revoked.secret, "GET", "/v1/session")).status).toBe(401);
    expect((await asKey(ended.secret, "GET", "/v1/session")).status).toBe(200);
    desk.pass(60_000);
    expect((await asKey(ended.secret, "GET", "/v1/session")).status).toBe(401);
    await desk.store.accounts.update(account.id, { status: "suspended" });
    expect((await asKey(orphan.secret, "GET", "/v1/documents")).status).toBe(401);
  });

  it("do what their owner's role and unit allow now, not what they allowed when the key was made", async () => {
    const account = await desk.account("binh", "editor", "so-y-te");
    const { secret } = await keyOf(await desk.signedIn(account), { scopes: ["publish"] });
    expect((await asKey(secret, "GET", "/v1/jobs")).status).toBe(200);
    await desk.store.accounts.update(account.id, { role: "official" });
    expect((await asKey(secret, "GET", "/v1/jobs")).status).toBe(403);
  });

  it("do not make other keys, nor are they made with scopes that the role cannot use or an end that is past", async () => {
    const client = await desk.signedIn(await desk.account("an", "official"));
    const { secret } = await keyOf(client, { scopes: ["manage"] });
    expect((await asKey(secret, "POST", "/v1/keys", { name: "x" })).status).toBe(403);
    expect((await client.request("POST", "/v1/keys", { name: "x", scopes: ["publish"] })).status).toBe(409);
    expect((await client.request("POST", "/v1/keys", { name: "x", expiresAt: "2020-01-01T00:00:00Z" })).status).toBe(409);
  });

  it("of others are neither listed nor revoked", async () => {
    const [an, binh] = [
      await desk.signedIn(await desk.account("an", "official")),
      await desk.signedIn(await desk.account("binh", "official")),
    ];
    const { key } = await keyOf(an, {});
    expect((await json<{ keys: unknown[] }>(await binh.request("GET", "/v1/keys"))).keys).toEqual([]);
    expect((await binh.request("DELETE", `/v1/keys/${key.id}`)).status).toBe(404);
    expect((await an.request("DELETE", `/v1/keys/${key.id}`)).status).toBe(204);
  });

  it("that are none are refused and not taken for a visitor, while another scheme says nothing", async () => {
    for (const authorization of ["Bearer tla_x", "Bearer x", `bearer tla_${"a".repeat(43)}`]) {
      const response = await desk.browser().request("GET", "/v1/documents", undefined, { authorization });
      expect(response.status).toBe(401);
    }
    expect((await desk.browser().request("GET", "/v1/documents", undefined, { authorization: "Basic YTpi" })).status).toBe(200);
  });
});

describe("widget tokens", () => {
  it("hold on the pages they were made for, and only there", async () => {
    const administrator = await desk.signedIn(await desk.account("quan-tri", "administrator"));
    const made = await administrator.request("POST", "/v1/widget-tokens", { name: "Cổng tỉnh", origins: ["https://tinh.gov.vn"] });
    const { secret, token } = await json<{ secret: string; token: { id: string } }>(made);
    const ask = (headers: Record<string, string>) =>
      desk.app.request("http://localhost/v1/ask", {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", ...headers },
        body: JSON.stringify({ question: "Cơ quan nào?" }),
      });
    expect((await ask({ origin: "https://tinh.gov.vn", "sec-fetch-site": "cross-site" })).status).toBe(200);
    for (const origin of ["https://tinh.gov.vn.evil.example", "http://tinh.gov.vn", "null"])
      expect((await ask({ origin })).status, origin).toBe(401);
    expect((await ask({})).status).toBe(401);
    expect((await administrator.request("DELETE", `/v1/widget-tokens/${token.id}`)).status).toBe(204);
    expect((await ask({ origin: "https://tinh.gov.vn" })).status).toBe(401);
    expect(await (await administrator.request("GET", "/v1/widget-tokens")).text()).not.toContain(secret);
  });

  it.each(["*", "https://tinh.gov.vn/", "tinh.gov.vn", "https://*.gov.vn", "javascript:alert(1)"])(
    "are not made for %s",
    async (origin) => {
      const administrator = await desk.signedIn(await desk.account("quan-tri", "administrator"));
      expect((await administrator.request("POST", "/v1/widget-tokens", { name: "x", origins: [origin] })).status).toBe(400);
    },
  );
});

describe("the audit trail", () => {
  it("tells administrators who did what, page by page, and that the chain is whole", async () => {
    const administrator = await desk.signedIn(await desk.account("quan-tri", "administrator"));
    await administrator.request("POST", "/v1/accounts", { login: "binh", displayName: "Nguyễn Thị Bình", role: "editor", unit: "so-y-te" });
    const first = await json<{ entries: { seq: number; action: string }[]; next: number | null; chain: unknown }>(
      await administrator.request("GET", "/v1/audit?limit=1"),
    );
    expect(first).toMatchObject({ entries: [{ action: "account.add" }], chain: { whole: true, brokenAt: null } });
    const rest = await json<{ entries: { action: string }[]; next: number | null }>(
      await administrator.request("GET", `/v1/audit?before=${String(first.next)}`),
    );
    expect(rest.entries.map(({ action }) => action)).toEqual(["session.open"]);
    // Entries cannot be erased, so no name is in them.
    expect(JSON.stringify([first, rest])).not.toContain("Bình");
  });

  it("is nobody else's to read", async () => {
    const editor = await desk.signedIn(await desk.account("binh", "editor"));
    expect((await editor.request("GET", "/v1/audit")).status).toBe(403);
    expect((await desk.browser().request("GET", "/v1/audit")).status).toBe(401);
  });
});
