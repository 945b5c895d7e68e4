/** Links that work once: setting up, resetting a password. Only the hash of a link's token is stored. */

export interface OneTimeLink {
  readonly tokenHash: string;
  /** Like "setup" or "reset". */
  readonly purpose: string;
  readonly accountId: string | null;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export interface OneTimeLinks {
  add(link: Pick<OneTimeLink, "tokenHash" | "purpose" | "accountId" | "expiresAt">): Promise<OneTimeLink>;
  byHash(tokenHash: string): Promise<OneTimeLink | null>;
  /** Marks it as used. Null when it is unknown, of another purpose, expired or used: of two that try, one gets it. */
  use(tokenHash: string, purpose: string): Promise<OneTimeLink | null>;
  /** @returns how many unused ones of this purpose and account were taken back. */
  withdraw(purpose: string, accountId: string | null): Promise<number>;
}
