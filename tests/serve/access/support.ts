/** An application with accounts in it: cheap passwords, a clock that tests move, and clients that keep their cookie. */
import { openAccess, type Access } from "../../../src/access/open-access.ts";
import { createPasswords } from "../../../src/access/passwords.ts";
import { decodeBase32, hotp, newTotpSecret, totpCounter } from "../../../src/access/totp.ts";
import type { OidcSettings } from "../../../src/access/access-settings.ts";
import { createLog } from "../../../src/base/log.ts";
import type { Role } from "../../../src/contract/access.ts";
import type { Placement } from "../../../src/access/objects.ts";
import { createApp } from "../../../src/serve/app.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Account } from "../../../src/store/types/accounts.ts";
import type { Store } from "../../../src/store/types/store.ts";
import { fakeAide, fakeHeld } from "../support/fake-aide.ts";
import { testOptions } from "../support/test-app.ts";

export const password = "một mật khẩu đủ dài";
export const passwords = createPasswords({ n: 1024, r: 8, p: 1 });

export interface Client {
  readonly cookie: string | null;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

export interface Desk {
  readonly store: Store;
  readonly access: Access;
  readonly lines: string[];
  readonly app: ReturnType<typeof createApp>;
  /** Moves the clock of sessions, keys and links; milliseconds. */
  pass(milliseconds: number): void;
  now(): Date;
  account(login: string, role: Role, unit?: string | null): Promise<Account>;
  /** A browser on one of our own pages. */
  browser(): Client;
  signedIn(account: Account): Promise<Client>;
  codeOf(account: Account): string;
  close(): Promise<void>;
}

export async function openDesk({
  oidc = null,
  filed = new Map(),
}: { oidc?: OidcSettings | null; filed?: Map<string, Partial<Placement>> } = {}): Promise<Desk> {
  let shift = 0;
  const now = (): Date => new Date(Date.now() + shift);
  const clock = (): number => performance.now() + shift;
  const store = await openStore(":memory:", { now });
  const access = await openAccess({
    store,
    filed: () => Promise.resolve(filed),
    standard: { access: "public", unit: null },
    held: () => fakeHeld,
    clock,
    now,
    passwords,
    oidc,
    freshMs: 0,
  });
  const lines: string[] = [];
  const log = createLog({ sink: (line) => lines.push(line), now });
  const app = createApp({ ...testOptions(log), store, access, aide: fakeAide() });

  const codeOf = (account: Account): string => hotp({ key: decodeBase32(account.totpSecret ?? ""), counter: totpCounter(now()) });

  function browser(): Client {
    let cookie: string | null = null;
    return {
      get cookie() {
        return cookie;
      },
      async request(method, path, body, headers = {}) {
        const response = await app.request(`http://localhost${path}`, {
          method,
          headers: {
            host: "localhost",
            "sec-fetch-site": "same-origin",
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...(cookie === null ? {} : { cookie }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        });
        for (const line of response.headers.getSetCookie()) {
          const [pair = ""] = line.split(";");
          if (/^(?:__Host-)?aide=/u.test(pair)) cookie = pair.endsWith("=") ? null : pair;
        }
        return response;
      },
    };
  }

  return {
    store,
    access,
    lines,
    app,
    now,
    pass: (milliseconds) => void (shift += milliseconds),
    async account(login, role, unit = null) {
      const totpSecret = role === "administrator" ? newTotpSecret() : null;
      const added = await store.accounts.add({
        login,
        displayName: login,
        role,
        unit,
        passwordHash: await passwords.hash(password),
        totpSecret,
      });
      if (added === "taken") throw new Error(`${login} is taken`);
      return added;
    },
    browser,
    async signedIn(account) {
      const client = browser();
      const code = account.totpSecret === null ? {} : { code: codeOf(account) };
      const response = await client.request("POST", "/v1/session", { login: account.login, password, ...code });
      if (response.status !== 200) throw new Error(`${account.login} could not sign in: ${await response.text()}`);
      return client;
    },
    codeOf,
    close: () => store.close(),
  };
}
