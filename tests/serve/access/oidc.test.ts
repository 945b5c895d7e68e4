/** Signing in through a provider of identities: what is taken, and every way in which it can lie. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAccessSettings } from "../../../src/access/access-settings.ts";
import { readRoleRules, roleOf } from "../../../src/access/oidc-roles.ts";
import type { PublicText } from "../../../src/base/app-error.ts";
import { openProvider, type ProviderScript, type ScriptedProvider } from "./scripted-provider.ts";
import { openDesk, type Desk } from "./support.ts";

let provider: ScriptedProvider;
let desk: Desk;

const environment = (issuer: string): Readonly<Record<string, string>> => ({
  AIDE_OIDC_ISSUER: issuer,
  AIDE_OIDC_CLIENT_ID: "aide",
  AIDE_OIDC_CLIENT_SECRET: "bí mật của máy khách",
  AIDE_OIDC_REDIRECT_URL: "http://localhost/v1/oidc/callback",
  AIDE_OIDC_ROLES: "groups:aide-officials=official, groups:aide-editors=editor, groups:aide-admins=administrator",
  AIDE_OIDC_UNIT_CLAIM: "department",
});
const settingsOf = (values: Readonly<Record<string, string | undefined>>) => {
  const faults: PublicText[] = [];
  return { settings: readAccessSettings((name) => values[name], faults), faults };
};

beforeEach(async () => {
  provider = await openProvider();
  desk = await openDesk({ oidc: settingsOf(environment(provider.issuer)).settings.oidc });
});
afterEach(async () => {
  await desk.close();
  await provider.close();
});

interface Walk {
  readonly response: Response;
  readonly session: string | null;
}

const cookiesIn = (response: Response): string[] => response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");

async function walk(bend: (back: string) => string = (back) => back): Promise<Walk> {
  const start = await desk.app.request("http://localhost/v1/oidc/start", { headers: { host: "localhost" } });
  if (start.status !== 302) return { response: start, session: null };
  const back = bend(provider.signIn(start.headers.get("location") ?? ""));
  const response = await desk.app.request(back, { headers: { host: "localhost", cookie: cookiesIn(start).join("; ") } });
  return { response, session: cookiesIn(response).find((cookie) => cookie.startsWith("aide=tls_")) ?? null };
}

const who = async (session: string): Promise<unknown> =>
  (await desk.app.request("http://localhost/v1/session", { headers: { cookie: session } })).json();

describe("a person of the provider", () => {
  it("is signed in with the role and unit that the claims give", async () => {
    provider.script.claims = { ...provider.script.claims, department: "so-y-te" };
    const { response, session } = await walk();
    expect([response.status, response.headers.get("location")]).toEqual([302, "/"]);
    expect(await who(session!)).toMatchObject({
      signedIn: true,
      account: { displayName: "Nguyễn Văn An", role: "editor", unit: "so-y-te" },
    });
    expect(await who(session!)).toMatchObject({ ways: { provider: true } });
  });

  it("is one account whatever they are called, and takes the claims' role each time", async () => {
    const first = await walk();
    provider.script.claims = { sub: "person-1", name: "An Nguyễn", groups: ["aide-officials"], email: "khac@x.vn" };
    const second = await walk();
    expect(await desk.store.accounts.count()).toBe(1);
    expect(await who(second.session!)).toMatchObject({ account: { displayName: "An Nguyễn", role: "official" } });
    // Rights that were taken away do not live on in an older session.
    expect(await who(first.session!)).toMatchObject({ signedIn: false });
  });

  it("does not take over an account here by bearing its name", async () => {
    await desk.account("an", "administrator");
    provider.script.claims = { sub: "an", preferred_username: "an", name: "an", groups: ["aide-officials"] };
    const { session } = await walk();
    expect(await who(session!)).toMatchObject({ account: { role: "official" } });
    expect(await desk.store.accounts.count()).toBe(2);
  });

  it("who has no role, or whose account is suspended, does not come in", async () => {
    const [account] = (await walk()) && (await desk.store.accounts.list());
    await desk.store.accounts.update(account!.id, { status: "suspended" });
    expect((await walk()).response.status).toBe(403);
    provider.script.claims = { sub: "person-2", groups: ["others"] };
    expect((await walk()).response.status).toBe(403);
    expect(await desk.store.accounts.count()).toBe(1);
  });
});

describe("an answer that does not hold", () => {
  const lies: [string, Partial<ProviderScript>][] = [
    ["another nonce", { bend: (claims) => ({ ...claims, nonce: "other" }) }],
    ["no nonce", { bend: ({ nonce: _nonce, ...claims }) => claims }],
    ["another issuer", { bend: (claims) => ({ ...claims, iss: "http://127.0.0.1:1" }) }],
    ["another audience", { bend: (claims) => ({ ...claims, aud: "other-app" }) }],
    [
      "an end that is past",
      { bend: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 3600, iat: Math.floor(Date.now() / 1000) - 7200 }) },
    ],
    ["no subject", { bend: ({ sub: _sub, ...claims }) => claims }],
    ["a signature of somebody else", { foreignKey: true }],
    ["no signature", { algorithm: "none" }],
    ["an error", { tokenStatus: 500 }],
    ["another state", { bendReturn: (back) => back.set("state", "other") }],
    ["no state", { bendReturn: (back) => back.delete("state") }],
    ["an issuer of the return that is another", { bendReturn: (back) => back.set("iss", "http://127.0.0.1:1") }],
    ["a code of somebody else", { bendReturn: (back) => back.set("code", "stolen") }],
    [
      "a refusal",
      {
        bendReturn: (back) => {
          back.delete("code");
          back.set("error", "access_denied");
        },
      },
    ],
  ];
  it.each(lies)("with %s opens no session and makes no account", async (_name, lie) => {
    Object.assign(provider.script, lie);
    const { response, session } = await walk();
    expect(response.status).toBe(403);
    expect(session).toBeNull();
    expect(await desk.store.accounts.count()).toBe(0);
    // What exactly was wrong is for the log of the server, not for whoever tries.
    expect(await response.text()).toContain("Đăng nhập không thành công");
  });

  it("is not taken in another browser, a second time, or after ten minutes", async () => {
    const start = await desk.app.request("http://localhost/v1/oidc/start", { headers: { host: "localhost" } });
    const back = provider.signIn(start.headers.get("location") ?? "");
    const cookie = cookiesIn(start).join("; ");
    const come = (headers: Record<string, string>) => desk.app.request(back, { headers: { host: "localhost", ...headers } });
    expect((await come({})).status).toBe(403);
    expect((await come({ cookie: "aide-oidc=guess" })).status).toBe(403);
    expect((await come({ cookie })).status).toBe(302);
    expect((await come({ cookie })).status).toBe(403);
    const late = await desk.app.request("http://localhost/v1/oidc/start", { headers: { host: "localhost" } });
    const lateBack = provider.signIn(late.headers.get("location") ?? "");
    desk.pass(10 * 60_000 + 1);
    expect((await desk.app.request(lateBack, { headers: { host: "localhost", cookie: cookiesIn(late).join("; ") } })).status).toBe(403);
  });

  it("of a provider that is away is said to be so, and the next try asks again", async () => {
    const { issuer } = provider;
    await provider.close();
    const response = await desk.app.request("http://localhost/v1/oidc/start", { headers: { host: "localhost" } });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain(issuer);
    provider = await openProvider();
  });
});

describe("the flow", () => {
  it("asks for a code with PKCE, state and nonce, and proves the verifier", async () => {
    const start = await desk.app.request("http://localhost/v1/oidc/start", { headers: { host: "localhost" } });
    const asked = new URL(start.headers.get("location") ?? "").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: "code", code_challenge_method: "S256", client_id: "aide" });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
    expect(start.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/u);
    await walk();
    expect(provider.asked.at(-1)?.get("code_verifier")).toMatch(/^[\w-]{43,}$/u);
  });

  it("is not there without a provider in the settings", async () => {
    const plain = await openDesk();
    expect((await plain.app.request("http://localhost/v1/oidc/start")).status).toBe(404);
    expect((await plain.app.request("http://localhost/v1/oidc/callback?code=x")).status).toBe(404);
    await plain.close();
  });
});

describe("its settings", () => {
  it.each([
    ["http on another machine", { AIDE_OIDC_ISSUER: "http://sso.tinh.gov.vn" }, "AIDE_OIDC_ISSUER"],
    ["no redirect", { AIDE_OIDC_REDIRECT_URL: undefined }, "AIDE_OIDC_REDIRECT_URL"],
    ["no roles", { AIDE_OIDC_ROLES: undefined }, "AIDE_OIDC_ROLES"],
    ["a role that there is not", { AIDE_OIDC_ROLES: "groups:x=boss" }, "boss"],
    ["an access that there is not", { AIDE_DEFAULT_ACCESS: "secret" }, "AIDE_DEFAULT_ACCESS"],
  ])("with %s are said to be wrong, without the secret", (_name, change, named) => {
    const { faults } = settingsOf({ ...environment("https://sso.tinh.gov.vn"), ...change });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.en).toContain(named);
    expect(JSON.stringify(faults)).not.toContain("bí mật");
  });

  it("do not show the secret as JSON", () => {
    const { settings } = settingsOf(environment("https://sso.tinh.gov.vn"));
    expect(JSON.stringify(settings)).not.toContain("bí mật");
    expect(settings.oidc?.clientSecret()).toBe("bí mật của máy khách");
  });

  it("give the highest role of those that fit, and none for what only looks like a claim", () => {
    const rules = readRoleRules("groups:a=official,groups:b=administrator;mail:*=official", []);
    expect(roleOf({ groups: ["a", "b"] }, rules)).toBe("administrator");
    expect(roleOf({ groups: "a" }, rules)).toBe("official");
    expect(roleOf({ mail: "x@y" }, rules)).toBe("official");
    for (const claims of [{}, { groups: [] }, { groups: { a: true } }, { groups: 1 }, { mail: [] }])
      expect(roleOf(claims, rules)).toBeNull();
    expect(roleOf({}, readRoleRules("constructor:*=administrator", []))).toBeNull();
  });
});
