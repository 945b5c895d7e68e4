/** Accounts: people who sign in. */

export type Role = "official" | "editor" | "administrator";

export interface Account {
  readonly id: string;
  /** Unique without regard to case; kept as it was typed. */
  readonly login: string;
  readonly displayName: string;
  /** Null for those who sign in at a provider only. */
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly role: Role;
  readonly unit: string | null;
  readonly status: "active" | "suspended";
  readonly oidcIssuer: string | null;
  readonly oidcSubject: string | null;
  /** ISO 8601, UTC, like every time in the store. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What is left out is null; status is "active". */
export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unit?: string | null;
  readonly passwordHash?: string | null;
  readonly totpSecret?: string | null;
  readonly oidcIssuer?: string | null;
  readonly oidcSubject?: string | null;
}

export type AccountChanges = Partial<Omit<Account, "id" | "createdAt" | "updatedAt">>;

export interface Accounts {
  /** "taken": another account has this login, or this issuer and subject. */
  add(account: NewAccount): Promise<Account | "taken">;
  byId(id: string): Promise<Account | null>;
  byLogin(login: string): Promise<Account | null>;
  byOidc(issuer: string, subject: string): Promise<Account | null>;
  /** By login. */
  list(): Promise<readonly Account[]>;
  count(): Promise<number>;
  /** Administrators who are active: the last one must not be lost. */
  countAdministrators(): Promise<number>;
  /** Null when there is no such account. */
  update(id: string, changes: AccountChanges): Promise<Account | "taken" | null>;
  /** With its sessions, keys and links; answers and feedback lose the account's id. False when there is none. */
  remove(id: string): Promise<boolean>;
}
