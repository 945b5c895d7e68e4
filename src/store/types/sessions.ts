/** Sessions: who is signed in. Only the hash of a session's secret is stored. */

export interface Session {
  readonly idHash: string;
  readonly accountId: string;
  /** Signed in with a second factor. */
  readonly strong: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export interface Sessions {
  add(session: Pick<Session, "idHash" | "accountId" | "strong" | "expiresAt">): Promise<Session>;
  /** Also one that is past its end: whoever asks decides. */
  byHash(idHash: string): Promise<Session | null>;
  /** Notes the time; written at most once a minute, so that a page full of requests costs one write. */
  touch(idHash: string): Promise<void>;
  ofAccount(accountId: string): Promise<readonly Session[]>;
  remove(idHash: string): Promise<boolean>;
  /** @returns how many; `except` is the hash of the one that stays. */
  removeOfAccount(accountId: string, except?: string): Promise<number>;
}
