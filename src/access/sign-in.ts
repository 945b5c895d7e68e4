/**
 * Signing in with a password of this server, and with a code where the account has an authenticator.
 *
 * Invariants: an unknown login, a wrong password, a wrong code and a suspended account look the same and take the same
 * time; a code works once; an administrator without an authenticator cannot sign in here.
 */
import type { Account } from "../store/types/accounts.ts";
import type { Store } from "../store/types/store.ts";
import { wrongSignIn } from "./access-errors.ts";
import type { Passwords } from "./passwords.ts";
import { createThrottle } from "./sign-in-throttle.ts";
import { matchTotp } from "./totp.ts";

export interface SignInTry {
  readonly login: string;
  readonly password: string;
  readonly code?: string | undefined;
  /** The client's address; null for a program on this machine, whose tries are slowed by login alone. */
  readonly address: string | null;
}

export interface SignInDesk {
  /** @throws AppError "not-signed-in" when refused, "rate-limited" while it must wait. */
  signIn(attempt: SignInTry): Promise<{ readonly account: Account; readonly strong: boolean }>;
  /** Whether a code is one of the account's authenticator right now; it works once. */
  acceptCode(account: Account, code: string): boolean;
}

export function createSignIn({
  store,
  passwords,
  now,
  clock,
}: {
  store: Pick<Store, "accounts">;
  passwords: Passwords;
  now: () => Date;
  clock: () => number;
}): SignInDesk {
  // An attacker can make a login wait, so that wait is short; an address can only make itself wait.
  const logins = createThrottle({ clock, free: 10, longestMs: 60_000 });
  const addresses = createThrottle({ clock, free: 20 });
  /** The last step of each authenticator that was accepted. */
  const usedUpTo = new Map<string, number>();

  function acceptCode({ id, totpSecret }: Account, code: string): boolean {
    if (totpSecret === null) return false;
    const step = matchTotp({ secret: totpSecret, code, now: now(), usedUpTo: usedUpTo.get(id) ?? -1 });
    if (step !== null) usedUpTo.set(id, step);
    return step !== null;
  }

  return {
    acceptCode,
    async signIn({ login, password, code, address }) {
      const name = login.trim().normalize("NFC").toLowerCase();
      if (address !== null) addresses.begin(address);
      logins.begin(name);
      const account = await store.accounts.byLogin(name);
      const right = await passwords.verify(password, account?.passwordHash ?? null);
      if (account === null || !right || account.status !== "active") throw wrongSignIn();
      const needsCode = account.totpSecret !== null;
      if (account.role === "administrator" && !needsCode) throw wrongSignIn();
      if (needsCode && !acceptCode(account, code ?? "")) throw wrongSignIn();
      logins.succeed(name);
      if (address !== null) addresses.succeed(address);
      return { account, strong: needsCode };
    },
  };
}
