/**
 * From what a request carries to who asks.
 *
 * Input: the session cookie, the Authorization header, the Origin header. Output: a principal. Invariants: what is said is
 * looked up each time, so that a suspension, a revocation and an end count from the next request on; a key or widget token
 * that does not hold is refused, never taken for a visitor's silence.
 */
import type { Account } from "../store/types/accounts.ts";
import { KeyScopeSchema } from "../contract/access.ts";
import type { Store } from "../store/types/store.ts";
import { wrongCredential } from "./access-errors.ts";
import { visitor, type Principal } from "./principal.ts";
import { hashOfSecret, secretPrefixes } from "./secrets.ts";
import type { SessionDesk } from "./sessions.ts";

export interface Credentials {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly origin: string | undefined;
}

export interface Identity {
  readonly principal: Principal;
  /** Null for visitors and widgets. */
  readonly account: Account | null;
  /** Whether a cookie, which browsers send by themselves, says who it is: writes must then show where they come from. */
  readonly byCookie: boolean;
}

const nobody: Identity = Object.freeze({ principal: visitor, account: null, byCookie: false });

interface Ending {
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

function holds({ expiresAt, revokedAt }: Ending, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now.getTime());
}

export function createIdentify({
  store,
  sessions,
  now,
}: {
  store: Pick<Store, "apiKeys" | "widgetTokens" | "accounts">;
  sessions: SessionDesk;
  now: () => Date;
}): (credentials: Credentials) => Promise<Identity> {
  async function byKey(secret: string): Promise<Identity> {
    const keyHash = hashOfSecret("key", secret);
    const key = keyHash === null ? null : await store.apiKeys.byHash(keyHash);
    const account = key === null || !holds(key, now()) ? null : await store.accounts.byId(key.accountId);
    if (key === null || account === null || account.status !== "active") throw wrongCredential();
    await store.apiKeys.touch(key.id);
    const scopes = key.scopes.flatMap((scope) => KeyScopeSchema.safeParse(scope).data ?? []);
    const { id, role, unit } = account;
    return { principal: { kind: "account", accountId: id, role, unit, strong: true, via: "key", scopes }, account, byCookie: false };
  }

  async function byWidgetToken(secret: string, origin: string | undefined): Promise<Identity> {
    const tokenHash = hashOfSecret("widget", secret);
    const token = tokenHash === null ? null : await store.widgetTokens.byHash(tokenHash);
    // A browser says truly which page asks; the token alone, copied to another page, is worth nothing there.
    if (token === null || !holds(token, now()) || origin === undefined || !token.origins.includes(origin)) throw wrongCredential();
    return { principal: { kind: "widget", tokenId: token.id }, account: null, byCookie: false };
  }

  return async ({ cookie, authorization, origin }) => {
    const bearer = /^Bearer +(\S+) *$/iu.exec(authorization ?? "")?.[1];
    // Another scheme is some proxy's business and says nothing here.
    if (bearer !== undefined) return bearer.startsWith(secretPrefixes.widget) ? byWidgetToken(bearer, origin) : byKey(bearer);
    const session = cookie === undefined ? null : await sessions.read(cookie);
    return session === null ? nobody : { principal: session.principal, account: session.account, byCookie: true };
  };
}
