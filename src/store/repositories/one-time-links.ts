/** Links that work once, in SQL. */
import type { OneTimeLink, OneTimeLinks } from "../types/one-time-links.ts";
import type { RepositoryContext } from "./row-helpers.ts";

export function createOneTimeLinks({ db, now }: RepositoryContext): OneTimeLinks {
  return {
    async add(added) {
      const link: OneTimeLink = { ...added, usedAt: null };
      await db.insertInto("oneTimeLinks").values(link).execute();
      return link;
    },
    async byHash(tokenHash) {
      return (await db.selectFrom("oneTimeLinks").selectAll().where("tokenHash", "=", tokenHash).executeTakeFirst()) ?? null;
    },
    async use(tokenHash, purpose) {
      const at = now();
      const used = await db
        .updateTable("oneTimeLinks")
        .set({ usedAt: at })
        .where("tokenHash", "=", tokenHash)
        .where("purpose", "=", purpose)
        .where("usedAt", "is", null)
        .where("expiresAt", ">", at)
        .returningAll()
        .executeTakeFirst();
      return used ?? null;
    },
    async withdraw(purpose, accountId) {
      const { numDeletedRows } = await db
        .deleteFrom("oneTimeLinks")
        .where("purpose", "=", purpose)
        .where("accountId", accountId === null ? "is" : "=", accountId)
        .where("usedAt", "is", null)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
