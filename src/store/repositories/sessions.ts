/** Sessions in SQL. */
import type { Schema } from "../schema.ts";
import type { Session, Sessions } from "../types/sessions.ts";
import { aMinuteBefore, toFlag, type RepositoryContext } from "./row-helpers.ts";

function toSession(row: Schema["sessions"]): Session {
  return { ...row, strong: row.strong === 1 };
}

export function createSessions({ db, now }: RepositoryContext): Sessions {
  return {
    async add(added) {
      const at = now();
      const session: Session = { ...added, createdAt: at, lastSeenAt: at };
      await db
        .insertInto("sessions")
        .values({ ...session, strong: toFlag(session.strong) })
        .execute();
      return session;
    },
    async byHash(idHash) {
      const row = await db.selectFrom("sessions").selectAll().where("idHash", "=", idHash).executeTakeFirst();
      return row === undefined ? null : toSession(row);
    },
    async touch(idHash) {
      const at = now();
      await db
        .updateTable("sessions")
        .set({ lastSeenAt: at })
        .where("idHash", "=", idHash)
        .where("lastSeenAt", "<", aMinuteBefore(at))
        .execute();
    },
    async ofAccount(accountId) {
      const query = db.selectFrom("sessions").selectAll().where("accountId", "=", accountId);
      return (await query.orderBy("createdAt", "desc").orderBy("idHash").execute()).map(toSession);
    },
    async remove(idHash) {
      const { numDeletedRows } = await db.deleteFrom("sessions").where("idHash", "=", idHash).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async removeOfAccount(accountId, except) {
      let query = db.deleteFrom("sessions").where("accountId", "=", accountId);
      if (except !== undefined) query = query.where("idHash", "<>", except);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },
  };
}
