/** Everything of this stage joined over one store: what routes and commands are given. */
import type { OidcSettings } from "./access-settings.ts";
import type { Store } from "../store/types/store.ts";
import { openAccessBook, type AccessBook, type AccessBookOptions } from "./access-book.ts";
import { createAccounts, type AccountDesk } from "./accounts.ts";
import { createIdentify, type Credentials, type Identity } from "./credentials.ts";
import { createLinks, type LinkDesk } from "./one-time-links.ts";
import { createOidc, type OidcDesk } from "./oidc.ts";
import { createPasswords, type Passwords } from "./passwords.ts";
import { createSessions, type SessionDesk, type SessionLimits } from "./sessions.ts";
import { createSignIn, type SignInDesk } from "./sign-in.ts";

export interface Access {
  readonly store: Store;
  readonly book: AccessBook;
  readonly identify: (credentials: Credentials) => Promise<Identity>;
  readonly sessions: SessionDesk;
  readonly signIn: SignInDesk;
  readonly links: LinkDesk;
  readonly accounts: AccountDesk;
  /** Null unless a provider is configured. */
  readonly oidc: OidcDesk | null;
}

export interface AccessOptions extends Omit<AccessBookOptions, "store"> {
  readonly store: Store;
  readonly now: () => Date;
  readonly sessionLimits?: SessionLimits;
  /** Default: those that ship. */
  readonly passwords?: Passwords;
  readonly oidc?: OidcSettings | null;
}

/** @throws AppError of the store when it cannot be read. */
export async function openAccess(options: AccessOptions): Promise<Access> {
  const { now, clock, sessionLimits, passwords = createPasswords(), store, oidc = null } = options;
  const sessions = createSessions({ store, now, ...(sessionLimits === undefined ? {} : { limits: sessionLimits }) });
  return {
    store,
    book: await openAccessBook(options),
    identify: createIdentify({ store, sessions, now }),
    sessions,
    signIn: createSignIn({ store, passwords, now, clock }),
    oidc: oidc === null ? null : createOidc({ settings: oidc, store, clock }),
    ...openDesks({ store, now, passwords }),
  };
}

/** What keeps accounts, without the documents: for commands. */
export function openDesks({ store, now, passwords = createPasswords() }: { store: Store; now: () => Date; passwords?: Passwords }): {
  readonly links: LinkDesk;
  readonly accounts: AccountDesk;
} {
  const links = createLinks({ store, passwords, now });
  return { links, accounts: createAccounts({ store, links }) };
}
