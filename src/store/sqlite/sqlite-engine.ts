/** What the store asks of SQLite beyond SQL: copies, checks, and erasing for good. */
import type Database from "libsql";
import type { Engine } from "../sql-store.ts";
import { backupDatabase } from "./backup.ts";
import { inMemory, structureFaults } from "./open-database.ts";
import { storeError } from "./store-errors.ts";

export function sqliteEngine({ database, path }: { database: Database.Database; path: string }): Engine {
  const translated = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw storeError(error);
    }
  };
  return {
    backup: (target) => backupDatabase(database, target),
    faults: async () => translated(() => structureFaults(database, true)),
    async scrub() {
      // The log still holds the pages as they were; emptied once no reader of another process needs it.
      if (path !== inMemory) translated(() => database.prepare("pragma wal_checkpoint(TRUNCATE)").all());
    },
  };
}
