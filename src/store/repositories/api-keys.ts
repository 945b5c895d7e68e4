/** API keys in SQL. */
import { newId } from "../../base/ids.ts";
import type { Schema } from "../schema.ts";
import type { ApiKey, ApiKeys } from "../types/api-keys.ts";
import { aMinuteBefore, readTexts, type RepositoryContext } from "./row-helpers.ts";

function toKey(row: Schema["apiKeys"]): ApiKey {
  return { ...row, scopes: readTexts(row.scopes) };
}

export function createApiKeys({ db, now }: RepositoryContext): ApiKeys {
  const one = async (column: "id" | "keyHash", value: string): Promise<ApiKey | null> => {
    const row = await db.selectFrom("apiKeys").selectAll().where(column, "=", value).executeTakeFirst();
    return row === undefined ? null : toKey(row);
  };
  return {
    async add(added) {
      const key: ApiKey = { ...added, id: newId("k"), createdAt: now(), revokedAt: null, lastUsedAt: null };
      await db
        .insertInto("apiKeys")
        .values({ ...key, scopes: JSON.stringify(key.scopes) })
        .execute();
      return key;
    },
    byId: (id) => one("id", id),
    byHash: (keyHash) => one("keyHash", keyHash),
    async list({ accountId } = {}) {
      let query = db.selectFrom("apiKeys").selectAll();
      if (accountId !== undefined) query = query.where("accountId", "=", accountId);
      return (await query.orderBy("createdAt", "desc").orderBy("id").execute()).map(toKey);
    },
    async revoke(id) {
      await db.updateTable("apiKeys").set({ revokedAt: now() }).where("id", "=", id).where("revokedAt", "is", null).execute();
      return one("id", id);
    },
    async touch(id) {
      const at = now();
      await db
        .updateTable("apiKeys")
        .set({ lastUsedAt: at })
        .where("id", "=", id)
        .where((is) => is.or([is("lastUsedAt", "is", null), is("lastUsedAt", "<", aMinuteBefore(at))]))
        .execute();
    },
  };
}
