/** Originals in SQL. */
import { newId } from "../../base/ids.ts";
import type { Schema } from "../schema.ts";
import type { Original, Originals } from "../types/originals.ts";
import { inTransaction, type RepositoryContext } from "./row-helpers.ts";
import { noRow } from "../no-row.ts";

function toOriginal(row: Schema["originals"]): Original {
  const { version: _, ...original } = row;
  return original;
}

export function createOriginals({ db, now }: RepositoryContext): Originals {
  const current = db.selectFrom("originals").selectAll().where("replacedAt", "is", null).where("removedAt", "is", null);
  return {
    put: (added) =>
      inTransaction(db, async (transaction) => {
        const original: Original = { ...added, id: newId("o"), uploadedAt: now(), replacedAt: null, removedAt: null };
        const { last } = await transaction
          .selectFrom("originals")
          .select((eb) => eb.fn.max("version").as("last"))
          .where("documentId", "=", added.documentId)
          .executeTakeFirstOrThrow(noRow);
        await transaction
          .updateTable("originals")
          .set({ replacedAt: original.uploadedAt })
          .where("documentId", "=", added.documentId)
          .where("replacedAt", "is", null)
          .where("removedAt", "is", null)
          .execute();
        await transaction
          .insertInto("originals")
          .values({ ...original, version: (last ?? 0) + 1 })
          .execute();
        return original;
      }),
    async current(documentId) {
      const row = await current.where("documentId", "=", documentId).executeTakeFirst();
      return row === undefined ? null : toOriginal(row);
    },
    async listCurrent() {
      return (await current.orderBy("documentId").execute()).map(toOriginal);
    },
    async currentBySha256(sha256) {
      return (await current.where("sha256", "=", sha256).orderBy("documentId").execute()).map(toOriginal);
    },
    async history(documentId) {
      const query = db.selectFrom("originals").selectAll().where("documentId", "=", documentId);
      return (await query.orderBy("version", "desc").execute()).map(toOriginal);
    },
    async remove(documentId) {
      const row = await db
        .updateTable("originals")
        .set({ removedAt: now() })
        .where("documentId", "=", documentId)
        .where("replacedAt", "is", null)
        .where("removedAt", "is", null)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toOriginal(row);
    },
    async forgetPast(documentId) {
      const { numDeletedRows } = await db
        .deleteFrom("originals")
        .where("documentId", "=", documentId)
        .where((is) => is.or([is("replacedAt", "is not", null), is("removedAt", "is not", null)]))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
