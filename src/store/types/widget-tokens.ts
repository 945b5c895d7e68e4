/** Widget tokens: pages of other sites that show the aide to visitors. Only the hash of a token is stored. */

export interface WidgetToken {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
  /** Like "https://tinh.gov.vn". */
  readonly origins: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export interface WidgetTokens {
  add(token: Pick<WidgetToken, "name" | "tokenHash" | "origins" | "expiresAt">): Promise<WidgetToken>;
  byId(id: string): Promise<WidgetToken | null>;
  /** Also a revoked or expired one: whoever asks decides. */
  byHash(tokenHash: string): Promise<WidgetToken | null>;
  /** Newest first. */
  list(): Promise<readonly WidgetToken[]>;
  /** The token as it now is; a second time changes nothing. Null when there is none. */
  revoke(id: string): Promise<WidgetToken | null>;
}
