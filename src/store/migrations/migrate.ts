/** Brings a database to the tables of this program: forward only, each step in a transaction. */
import { sql, type Kysely } from "kysely";
import { AppError } from "../../base/app-error.ts";
import type { Migration } from "./migration.ts";

/** @returns the number of the last migration that was applied, 0 for an empty database. */
export async function schemaVersion<Tables>(db: Kysely<Tables>): Promise<number> {
  await sql`create table if not exists migrations (number integer primary key, name text not null, applied_at text not null)`.execute(db);
  const { rows } = await sql<{ number: number | null }>`select max(number) as number from migrations`.execute(db);
  return rows[0]?.number ?? 0;
}

/** @throws AppError "store-newer" when the database has migrations that this program does not know. */
export function refuseNewer(version: number, known: readonly Migration[]): void {
  const last = known.at(-1)?.number ?? 0;
  if (version <= last) return;
  throw new AppError("store-newer", {
    message: `the store has version ${version}, this program knows ${last}`,
    publicText: {
      vi: `Cơ sở dữ liệu thuộc phiên bản mới hơn (${version}) so với chương trình này (${last}); hãy dùng bản chương trình mới hơn, hoặc khôi phục bản sao lưu cũ bằng "aide restore".`,
      en: `The database is of a newer version (${version}) than this program knows (${last}); use the newer program, or restore an older backup with "aide restore".`,
    },
  });
}

/** @returns how many migrations were applied. */
export async function migrate<Tables>({
  db,
  migrations,
  now,
}: {
  db: Kysely<Tables>;
  migrations: readonly Migration[];
  now: () => Date;
}): Promise<number> {
  // Read and written in one transaction: of two programs that start at once, one applies and the other finds it done.
  return db.transaction().execute(async (transaction) => {
    const version = await schemaVersion(transaction);
    refuseNewer(version, migrations);
    const missing = migrations.filter(({ number }) => number > version);
    for (const { number, name, statements } of missing) {
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await sql`insert into migrations (number, name, applied_at) values (${number}, ${name}, ${now().toISOString()})`.execute(transaction);
    }
    return missing.length;
  });
}
