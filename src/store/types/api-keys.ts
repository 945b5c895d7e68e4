/** API keys: programs that ask in an account's name. Only the hash of a key is stored. */

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly keyHash: string;
  /** Its role and unit bound what the key may do. */
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

export interface ApiKeys {
  /** @throws when there is no such account. */
  add(key: Pick<ApiKey, "name" | "keyHash" | "accountId" | "scopes" | "expiresAt">): Promise<ApiKey>;
  byId(id: string): Promise<ApiKey | null>;
  /** Also a revoked or expired one: whoever asks decides. */
  byHash(keyHash: string): Promise<ApiKey | null>;
  /** Newest first. */
  list(of?: { readonly accountId?: string }): Promise<readonly ApiKey[]>;
  /** The key as it now is; a second time changes nothing. Null when there is none. */
  revoke(id: string): Promise<ApiKey | null>;
  /** Notes the time; written at most once a minute. */
  touch(id: string): Promise<void>;
}
