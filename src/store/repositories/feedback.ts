/** Feedback in SQL. */
import { newId } from "../../base/ids.ts";
import type { Schema } from "../schema.ts";
import type { Feedback, FeedbackBox } from "../types/feedback.ts";
import { toFlag, type RepositoryContext } from "./row-helpers.ts";

function toFeedback(row: Schema["feedback"]): Feedback {
  return { ...row, useful: row.useful === 1 };
}

export function createFeedback({ db, now }: RepositoryContext): FeedbackBox {
  return {
    async add(added) {
      const feedback: Feedback = { ...added, id: newId("f"), at: now(), state: "open" };
      await db
        .insertInto("feedback")
        .values({ ...feedback, useful: toFlag(feedback.useful) })
        .execute();
      return feedback;
    },
    async byId(id) {
      const row = await db.selectFrom("feedback").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toFeedback(row);
    },
    async list({ state, answerId, limit = 100 } = {}) {
      let query = db.selectFrom("feedback").selectAll();
      if (state !== undefined) query = query.where("state", "=", state);
      if (answerId !== undefined) query = query.where("answerId", "=", answerId);
      return (await query.orderBy("at", "desc").orderBy("id").limit(limit).execute()).map(toFeedback);
    },
    async ofAccount(accountId) {
      const query = db.selectFrom("feedback").selectAll().where("accountId", "=", accountId);
      return (await query.orderBy("at", "desc").orderBy("id").execute()).map(toFeedback);
    },
    async setState(id, state) {
      const row = await db.updateTable("feedback").set({ state }).where("id", "=", id).returningAll().executeTakeFirst();
      return row === undefined ? null : toFeedback(row);
    },
    async removeOfAccount(accountId) {
      const { numDeletedRows } = await db.deleteFrom("feedback").where("accountId", "=", accountId).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
