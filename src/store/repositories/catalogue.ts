/** The catalogue in SQL. */
import { AppError } from "../../base/app-error.ts";
import type { Schema } from "../schema.ts";
import type { Catalogue, CatalogueEntry } from "../types/catalogue.ts";
import { readFields, type RepositoryContext } from "./row-helpers.ts";

function toEntry(row: Schema["catalogue"]): CatalogueEntry {
  return { ...row, fields: readFields(row.fields) };
}

export function createCatalogue({ db, now }: RepositoryContext): Catalogue {
  return {
    async get(documentId) {
      const row = await db.selectFrom("catalogue").selectAll().where("documentId", "=", documentId).executeTakeFirst();
      return row === undefined ? null : toEntry(row);
    },
    async list() {
      return (await db.selectFrom("catalogue").selectAll().orderBy("documentId").execute()).map(toEntry);
    },
    async set(changed) {
      if (changed.access === "unit" && changed.unit === null) throw unitMissing(changed.documentId);
      const entry: CatalogueEntry = { ...changed, updatedAt: now() };
      const { documentId: _, ...values } = { ...entry, fields: JSON.stringify(entry.fields) };
      await db
        .insertInto("catalogue")
        .values({ documentId: entry.documentId, ...values })
        .onConflict((conflict) => conflict.column("documentId").doUpdateSet(values))
        .execute();
      return entry;
    },
    async remove(documentId) {
      const { numDeletedRows } = await db.deleteFrom("catalogue").where("documentId", "=", documentId).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function unitMissing(documentId: string): AppError {
  return new AppError("bad-request", {
    message: `${documentId}: access "unit" without a unit`,
    publicText: {
      vi: "Văn bản chỉ dành cho một đơn vị thì phải nêu đơn vị đó.",
      en: "A document that is open to one unit only must name the unit.",
    },
  });
}
