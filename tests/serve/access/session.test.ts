/** Signing in and out: the cookie, its end, and where writes in its name may come from. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ProblemSchema } from "../../../src/contract/operation.ts";
import { openDesk, password, type Client, type Desk } from "./support.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const problem = async (response: Response) => ProblemSchema.parse(await response.json());
const hour = 60 * 60_000;

describe("signing in", () => {
  it("gives a cookie that scripts cannot read, and says who it is", async () => {
    const account = await desk.account("an.nguyen", "official", "so-y-te");
    const client = desk.browser();
    const response = await client.request("POST", "/v1/session", { login: " An.Nguyen ", password });
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toMatch(/^aide=tls_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/u);
    expect(await (await client.request("GET", "/v1/session")).json()).toEqual({
      signedIn: true,
      account: { id: account.id, login: "an.nguyen", displayName: "an.nguyen", role: "official", unit: "so-y-te", via: "session" },
      ways: { password: true, provider: false },
    });
  });

  it("binds the cookie to the host where the connection is encrypted, and reads no other there", async () => {
    await desk.account("an", "official");
    const https = { "x-forwarded-proto": "https" };
    const client = desk.browser();
    const response = await client.request("POST", "/v1/session", { login: "an", password }, https);
    expect(response.headers.get("set-cookie")).toMatch(/^__Host-aide=tls_.*Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
    const asks = (cookie: string) => desk.app.request("http://localhost/v1/session", { headers: { ...https, cookie } });
    expect(await (await asks(client.cookie!)).json()).toMatchObject({ signedIn: true });
    // Another host of the same domain can plant a cookie without the prefix.
    expect(await (await asks(client.cookie!.replace("__Host-", ""))).json()).toMatchObject({ signedIn: false });
  });

  it("is refused over a network without encryption", async () => {
    await desk.account("an", "official");
    const response = await desk.app.request("http://aide.tinh.gov.vn/v1/session", {
      method: "POST",
      headers: { host: "aide.tinh.gov.vn", "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify({ login: "an", password }),
    });
    expect(response.status).toBe(403);
    expect((await problem(response)).detail).toContain("HTTPS");
  });

  it("says the same of an unknown login, a wrong password, a wrong code and a suspended account", async () => {
    await desk.account("an", "official");
    const administrator = await desk.account("quan-tri", "administrator");
    const suspended = await desk.account("cu", "official");
    await desk.store.accounts.update(suspended.id, { status: "suspended" });
    const tries = [
      { login: "khong-co", password },
      { login: "an", password: `${password}!` },
      { login: "quan-tri", password },
      { login: "quan-tri", password, code: "000000" },
      { login: "quan-tri", password: "sai", code: desk.codeOf(administrator) },
      { login: "cu", password },
    ];
    const answers = await Promise.all(
      tries.map(async (attempt) => {
        const response = await desk.browser().request("POST", "/v1/session", attempt);
        const { requestId: _id, ...rest } = await problem(response);
        expect(response.headers.get("set-cookie")).toBeNull();
        return JSON.stringify([response.status, rest]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("401");
  });

  it("needs an administrator's code, which works once", async () => {
    const administrator = await desk.account("quan-tri", "administrator");
    const attempt = { login: "quan-tri", password, code: desk.codeOf(administrator) };
    expect((await desk.browser().request("POST", "/v1/session", attempt)).status).toBe(200);
    expect((await desk.browser().request("POST", "/v1/session", attempt)).status).toBe(401);
  });

  it("is not to be had for an administrator who has no authenticator", async () => {
    const raised = await desk.account("an", "official");
    await desk.store.accounts.update(raised.id, { role: "administrator" });
    expect((await desk.browser().request("POST", "/v1/session", { login: "an", password })).status).toBe(401);
  });

  it("is slowed for a login after ten failures, and says how long to wait", async () => {
    await desk.account("an", "official");
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1)
      statuses.push((await desk.browser().request("POST", "/v1/session", { login: "an", password: "sai" })).status);
    expect(statuses).toEqual([...Array.from({ length: 11 }, () => 401), 429]);
    const waiting = await desk.browser().request("POST", "/v1/session", { login: "an", password });
    expect([waiting.status, waiting.headers.get("retry-after")]).toEqual([429, "1"]);
    desk.pass(2000);
    expect((await desk.browser().request("POST", "/v1/session", { login: "an", password })).status).toBe(200);
  });

  it("leaves a trail without the login that was typed, which may be a password", async () => {
    await desk.account("an", "official");
    await desk.browser().request("POST", "/v1/session", { login: "mat-khau-cua-toi", password: "sai" });
    const entries = await desk.store.audit.list();
    expect(entries.map(({ action }) => action)).toContain("session.refused");
    expect(JSON.stringify(entries)).not.toContain("mat-khau");
    expect(desk.lines.join("\n")).not.toContain("mat-khau");
  });
});

describe("a session", () => {
  const isSignedIn = async (client: Client): Promise<boolean> =>
    ((await (await client.request("GET", "/v1/session")).json()) as { signedIn: boolean }).signedIn;

  it("ends after two hours without a request, and after twelve in any case", async () => {
    const account = await desk.account("an", "official");
    const idle = await desk.signedIn(account);
    desk.pass(1.9 * hour);
    expect(await isSignedIn(idle)).toBe(true);
    desk.pass(2.1 * hour);
    expect(await isSignedIn(idle)).toBe(false);
    const busy = await desk.signedIn(account);
    for (let i = 0; i < 11; i += 1) {
      desk.pass(hour);
      expect(await isSignedIn(busy)).toBe(true);
    }
    desk.pass(1.1 * hour);
    expect(await isSignedIn(busy)).toBe(false);
  });

  it("ends with signing out, also for whoever copied the cookie", async () => {
    const client = await desk.signedIn(await desk.account("an", "official"));
    const { cookie } = client;
    expect((await client.request("DELETE", "/v1/session")).status).toBe(204);
    expect(client.cookie).toBeNull();
    const copied = await desk.app.request("http://localhost/v1/session", { headers: { cookie: cookie! } });
    expect(await copied.json()).toMatchObject({ signedIn: false });
  });

  it("ends at once when the account is suspended", async () => {
    const account = await desk.account("an", "official");
    const client = await desk.signedIn(account);
    await desk.store.accounts.update(account.id, { status: "suspended" });
    expect(await isSignedIn(client)).toBe(false);
  });

  it("is another one after signing in again, and the one before is over", async () => {
    const account = await desk.account("an", "official");
    const client = await desk.signedIn(account);
    const before = client.cookie!;
    await client.request("POST", "/v1/session", { login: "an", password });
    expect(client.cookie).not.toBe(before);
    expect(await (await desk.app.request("http://localhost/v1/session", { headers: { cookie: before } })).json()).toMatchObject({
      signedIn: false,
    });
  });

  it("is not taken from a cookie that was made up", async () => {
    for (const cookie of ["aide=1", `aide=tls_${"a".repeat(43)}`, "aide=%00", "aide"]) {
      const response = await desk.app.request("http://localhost/v1/session", { headers: { cookie } });
      expect([response.status, await response.json()]).toMatchObject([200, { signedIn: false }]);
    }
  });
});

describe("a write in a signed-in person's name", () => {
  const writes: [string, string, unknown][] = [
    ["POST", "/v1/ask", { question: "Cơ quan nào?" }],
    ["DELETE", "/v1/session", undefined],
    ["POST", "/v1/keys", { name: "x" }],
  ];
  const foreign: [string, Record<string, string>][] = [
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a sister site", { "sec-fetch-site": "same-site", origin: "http://other.localhost" }],
    ["a sandboxed frame", { "sec-fetch-site": "cross-site", origin: "null" }],
    ["an old browser on another site", { "sec-fetch-site": "", origin: "https://evil.example" }],
    ["nowhere", { "sec-fetch-site": "", origin: "" }],
  ];
  it.each(foreign.flatMap(([name, headers]) => writes.map(([method, path, body]) => [name, method, path, body, headers] as const)))(
    "from %s is refused: %s %s",
    async (_name, method, path, body, given) => {
      const client = await desk.signedIn(await desk.account("an", "official"));
      const headers = new Headers({
        host: "localhost",
        cookie: client.cookie!,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      });
      for (const [name, value] of Object.entries(given)) if (value !== "") headers.set(name, value);
      const response = await desk.app.request(`http://localhost${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(response.status).toBe(403);
      expect((await problem(response)).code).toBe("forbidden");
    },
  );

  it("from our own page is taken, also where only Origin says so", async () => {
    const client = await desk.signedIn(await desk.account("an", "official"));
    expect((await client.request("POST", "/v1/ask", { question: "Cơ quan nào?" })).status).toBe(200);
    const old = await desk.app.request("http://localhost/v1/ask", {
      method: "POST",
      headers: { host: "localhost", origin: "http://localhost", cookie: client.cookie!, "content-type": "application/json" },
      body: JSON.stringify({ question: "Cơ quan nào?" }),
    });
    expect(old.status).toBe(200);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded"])(
    "is not taken as %s, which a form of another site can send",
    async (type) => {
      const client = await desk.signedIn(await desk.account("an", "official"));
      expect((await client.request("POST", "/v1/ask", JSON.stringify({ question: "Cơ quan nào?" }), { "content-type": type })).status).toBe(
        415,
      );
    },
  );

  it("another site cannot sign a browser in as itself either, while a program that says nothing can", async () => {
    await desk.account("an", "official");
    const attempt = JSON.stringify({ login: "an", password });
    const send = (headers: Record<string, string>) =>
      desk.app.request("http://localhost/v1/session", {
        method: "POST",
        headers: { host: "localhost", "content-type": "application/json", ...headers },
        body: attempt,
      });
    expect((await send({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({ origin: "https://evil.example" })).status).toBe(403);
    expect((await send({})).status).toBe(200);
  });

  it("a visitor's question may come from anywhere, as before", async () => {
    const response = await desk.app.request("http://localhost/v1/ask", {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      body: JSON.stringify({ question: "Cơ quan nào?" }),
    });
    expect(response.status).toBe(200);
  });
});
