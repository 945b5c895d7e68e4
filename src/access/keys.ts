/** API keys and widget tokens: made here, shown once, told apart from then on by their hashes. */
import { KeyScopeSchema, type KeyScope, type Role } from "../contract/access.ts";
import type { ApiKey } from "../store/types/api-keys.ts";
import type { Store } from "../store/types/store.ts";
import type { WidgetToken } from "../store/types/widget-tokens.ts";
import { conflict } from "./access-errors.ts";
import { hashOfSecret, newSecret, type SecretKind } from "./secrets.ts";

type Desk = Pick<Store, "transaction">;

function fresh(kind: SecretKind): { secret: string; hash: string } {
  const secret = newSecret(kind);
  const hash = hashOfSecret(kind, secret);
  if (hash === null) throw new Error("a new secret has no hash");
  return { secret, hash };
}

/** What a role can use; the rest would be a key that promises more than it does. */
const scopesOf: Readonly<Record<Role, readonly KeyScope[]>> = {
  official: ["ask", "manage"],
  editor: ["ask", "publish", "manage"],
  administrator: ["ask", "publish", "manage"],
};

/** Keys of one account at a time; more are a sign of a program that makes one for every run. */
const MOST_KEYS = 50;

export interface KeyWish {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: string | null;
  readonly owner: { readonly id: string; readonly role: Role };
  readonly actor: string;
}

/** @throws AppError "conflict" for scopes that the owner's role cannot use, for an end that is past, and for too many keys. */
export async function createKey({ store, now, wish }: { store: Desk; now: Date; wish: KeyWish }): Promise<{ key: ApiKey; secret: string }> {
  const { name, scopes, expiresAt, owner, actor } = wish;
  if (scopes.some((scope) => !scopesOf[owner.role].includes(scope)))
    throw conflict({ vi: "Vai trò của tài khoản không dùng được phạm vi đó.", en: "The account's role cannot use that scope." });
  assertAhead(expiresAt, now);
  const { secret, hash } = fresh("key");
  const key = await store.transaction(async ({ apiKeys, audit }) => {
    const holding = (await apiKeys.list({ accountId: owner.id })).filter(({ revokedAt }) => revokedAt === null);
    if (holding.length >= MOST_KEYS)
      throw conflict({ vi: "Tài khoản đã có quá nhiều khóa; hãy thu hồi bớt.", en: "The account has too many keys; revoke some." });
    const added = await apiKeys.add({ name, keyHash: hash, accountId: owner.id, scopes, expiresAt });
    await audit.append({ actor, action: "key.create", object: added.id, details: { scopes, expiresAt } });
    return added;
  });
  return { key, secret };
}

/** Null when there is no such key. */
export async function revokeKey({ store, id, actor }: { store: Desk; id: string; actor: string }): Promise<ApiKey | null> {
  return store.transaction(async ({ apiKeys, audit }) => {
    const key = await apiKeys.revoke(id);
    if (key !== null) await audit.append({ actor, action: "key.revoke", object: id });
    return key;
  });
}

export interface WidgetTokenWish {
  readonly name: string;
  readonly origins: readonly string[];
  readonly expiresAt: string | null;
  readonly actor: string;
}

/** @throws AppError "conflict" for an end that is past. */
export async function createWidgetToken({
  store,
  now,
  wish,
}: {
  store: Desk;
  now: Date;
  wish: WidgetTokenWish;
}): Promise<{ token: WidgetToken; secret: string }> {
  const { name, origins, expiresAt, actor } = wish;
  assertAhead(expiresAt, now);
  const { secret, hash } = fresh("widget");
  const token = await store.transaction(async ({ widgetTokens, audit }) => {
    const added = await widgetTokens.add({ name, tokenHash: hash, origins: [...new Set(origins)], expiresAt });
    await audit.append({ actor, action: "widget-token.create", object: added.id, details: { origins, expiresAt } });
    return added;
  });
  return { token, secret };
}

/** Null when there is no such token. */
export async function revokeWidgetToken({ store, id, actor }: { store: Desk; id: string; actor: string }): Promise<WidgetToken | null> {
  return store.transaction(async ({ widgetTokens, audit }) => {
    const token = await widgetTokens.revoke(id);
    if (token !== null) await audit.append({ actor, action: "widget-token.revoke", object: id });
    return token;
  });
}

function assertAhead(expiresAt: string | null, now: Date): void {
  if (expiresAt === null || Date.parse(expiresAt) > now.getTime()) return;
  throw conflict({ vi: "Ngày hết hạn đã qua.", en: "The end lies in the past." });
}

/** Without the hash. */
export function keyWire({ id, name, accountId, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }: ApiKey) {
  const known = scopes.flatMap((scope) => KeyScopeSchema.safeParse(scope).data ?? []);
  return { id, name, accountId, scopes: known, createdAt, expiresAt, revokedAt, lastUsedAt };
}

/** Without the hash. */
export function widgetTokenWire({ id, name, origins, createdAt, expiresAt, revokedAt }: WidgetToken) {
  return { id, name, origins: [...origins], createdAt, expiresAt, revokedAt };
}
