/** Who is signed in: a secret in a cookie, its hash in the store. Ends after 12 hours, or after 2 without a request. */
import type { Account } from "../store/types/accounts.ts";
import type { Store } from "../store/types/store.ts";
import type { AccountPrincipal } from "./principal.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";

export interface SessionLimits {
  readonly lastsMs: number;
  readonly idleMs: number;
}

export const shippedSessionLimits: SessionLimits = Object.freeze({ lastsMs: 12 * 60 * 60_000, idleMs: 2 * 60 * 60_000 });

export interface SignedIn {
  readonly account: Account;
  readonly principal: AccountPrincipal;
}

export interface SessionDesk {
  readonly limits: SessionLimits;
  /** A new secret each time: one that was there before the sign-in is worth nothing after it. */
  open(account: Account, strong: boolean): Promise<string>;
  /** Null for a session that is unknown, over, idle too long, or of an account that is suspended. */
  read(secret: string): Promise<SignedIn | null>;
  close(secret: string): Promise<void>;
}

export function createSessions({
  store,
  now,
  limits = shippedSessionLimits,
}: {
  store: Pick<Store, "sessions" | "accounts">;
  now: () => Date;
  limits?: SessionLimits;
}): SessionDesk {
  return {
    limits,
    async open(account, strong) {
      const secret = newSecret("session");
      const idHash = hashOfSecret("session", secret);
      if (idHash === null) throw new Error("a new secret has no hash");
      const expiresAt = new Date(now().getTime() + limits.lastsMs).toISOString();
      await store.sessions.add({ idHash, accountId: account.id, strong, expiresAt });
      return secret;
    },
    async read(secret) {
      const idHash = hashOfSecret("session", secret);
      const session = idHash === null ? null : await store.sessions.byHash(idHash);
      if (session === null) return null;
      const time = now().getTime();
      const over = Date.parse(session.expiresAt) <= time || Date.parse(session.lastSeenAt) + limits.idleMs <= time;
      const account = over ? null : await store.accounts.byId(session.accountId);
      if (account === null || account.status !== "active") return null;
      await store.sessions.touch(session.idHash);
      const { id, role, unit } = account;
      return { account, principal: { kind: "account", accountId: id, role, unit, strong: session.strong, via: "session" } };
    },
    async close(secret) {
      const idHash = hashOfSecret("session", secret);
      if (idHash !== null) await store.sessions.remove(idHash);
    },
  };
}
