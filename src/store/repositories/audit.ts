/** The audit trail in SQL. */
import { sql } from "kysely";
import { entryHash } from "../audit-chain.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { Schema } from "../schema.ts";
import type { AuditCheck, AuditEntry, AuditHead, AuditTrail } from "../types/audit.ts";
import { createAuditWalk, readDetails } from "../audit-walk.ts";
import { inTransaction, type RepositoryContext, type Tables } from "./row-helpers.ts";
import { noRow } from "../no-row.ts";

/** Entries read at once on verifying. */
const PAGE = 500;

function toEntry(row: Schema["audit"]): AuditEntry {
  return { ...row, details: readDetails(row.details) ?? {} };
}

async function readHead(db: Tables): Promise<AuditHead | null> {
  return (await db.selectFrom("auditHead").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirst()) ?? null;
}

export function createAuditTrail({ db, now }: RepositoryContext): AuditTrail {
  return {
    append: ({ actor, action, object = "", details = {} }) =>
      inTransaction(db, async (transaction) => {
        // Raising the number first locks the row: the next writer sees this entry's hash, or waits for it.
        const { seq, hash: previousHash } = await transaction
          .updateTable("auditHead")
          .set({ seq: sql<number>`seq + 1` })
          .where("id", "=", 1)
          .returning(["seq", "hash"])
          .executeTakeFirstOrThrow(noRow);
        const content = { seq, at: now(), actor, action, object, details, previousHash };
        const entry: AuditEntry = { ...content, hash: entryHash(content) };
        await transaction
          .insertInto("audit")
          .values({ ...entry, details: canonicalJson(details) })
          .execute();
        await transaction.updateTable("auditHead").set({ hash: entry.hash }).where("id", "=", 1).execute();
        return entry;
      }),
    async list({ before, actor, object, limit = 100 } = {}) {
      let query = db.selectFrom("audit").selectAll();
      if (before !== undefined) query = query.where("seq", "<", before);
      if (actor !== undefined) query = query.where("actor", "=", actor);
      if (object !== undefined) query = query.where("object", "=", object);
      return (await query.orderBy("seq", "desc").limit(limit).execute()).map(toEntry);
    },
    async head() {
      return (await readHead(db)) ?? { seq: 0, hash: "" };
    },
    // In one transaction, so that what others add meanwhile does not look like a fault.
    verify: (noted) => inTransaction(db, (transaction) => verify(transaction, noted)),
  };
}

async function verify(db: Tables, noted: AuditHead | undefined): Promise<AuditCheck> {
  const walk = createAuditWalk({ head: await readHead(db), noted });
  const page = db.selectFrom("audit").selectAll().orderBy("seq").limit(PAGE);
  let rows = await page.execute();
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    for (const row of rows) {
      const fault = walk.next(row);
      if (fault !== null) return fault;
    }
    rows = await page.where("seq", ">", last.seq).execute();
  }
  return walk.end();
}
