/**
 * The store of application data: accounts, keys, jobs, the catalogue, answers, feedback and the audit trail.
 *
 * Input: the path of a SQLite file. Output: a `Store`. Invariants: what a resolved promise reported is on disk, unless it was
 * opened as "relaxed"; several processes may have the same store open; nothing outside this folder sees SQL.
 */
import { libsqlDialect } from "./sqlite/libsql-dialect.ts";
import { openDatabase, type Durability } from "./sqlite/open-database.ts";
import { sqliteEngine } from "./sqlite/sqlite-engine.ts";
import { openSqlStore } from "./sql-store.ts";
import type { Store } from "./types/store.ts";

export interface OpenStoreOptions {
  /** Default: the system's clock. */
  readonly now?: () => Date;
  /**
   * "relaxed" is for records that nobody was promised, such as answers that were given: a write that waits for the disk
   * holds up every request of the server. Default "full".
   */
  readonly durability?: Durability;
}

/**
 * @param path a file, created where it is missing; ":memory:" for a store that ends with `close`.
 * @throws AppError "store-damaged", "store-newer" or "store-unwritable", each with a way out.
 */
export async function openStore(path: string, { now = () => new Date(), durability = "full" }: OpenStoreOptions = {}): Promise<Store> {
  const database = openDatabase(path, durability);
  return openSqlStore({ dialect: libsqlDialect(database), engine: sqliteEngine({ database, path }), now });
}
