/** Opens a SQLite file as the store needs it: safe on a power cut, shared between processes, erasing what is deleted. */
import { mkdirSync, closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { z } from "zod";
import { damagedStore, isBusy, storeError, unwritableStore } from "./store-errors.ts";

export const inMemory = ":memory:";

/**
 * full: a commit is on disk when it returns · relaxed: a power cut may take the last commits, never the file's wholeness;
 * a commit does not wait for the disk
 */
export type Durability = "full" | "relaxed";

const synchronous: Readonly<Record<Durability, string>> = { full: "synchronous = FULL", relaxed: "synchronous = NORMAL" };

const settings = [
  "foreign_keys = ON",
  // Deleted words are overwritten, not only marked as free.
  "secure_delete = ON",
  // Waiting longer would stop the whole program; the dialect waits.
  "busy_timeout = 20",
  // Page cache in KiB: the tables are small.
  "cache_size = -4000",
];

/** Readers and one writer at the same time, also from other processes. Kept in the file: set once that has been looked at. */
const sharing = "journal_mode = WAL";

/**
 * @param path `inMemory` or a file, created with its folder where it is missing, readable for its owner only.
 * @throws AppError "store-damaged" when it is no whole database, "store-unwritable" when it cannot be created or written.
 */
export function openDatabase(path: string, durability: Durability = "full"): Database.Database {
  if (path !== inMemory) createFile(path);
  let database: Database.Database;
  try {
    database = new Database(path);
  } catch (error) {
    throw unwritableStore(path, error);
  }
  try {
    for (const setting of [synchronous[durability], ...settings]) retryBusy(() => database.pragma(setting));
    const found = retryBusy(() => structureFaults(database));
    if (found.length > 0) throw damagedStore(path, found.join("; "));
    retryBusy(() => database.pragma(sharing));
    return database;
  } catch (error) {
    database.close();
    throw storeError(error);
  }
}

const danglingReference = z.object({ table: z.string(), rowid: z.number().nullable() });

/** What is wrong with pages, indices and references between tables; quick leaves out whether indices match their tables. */
export function structureFaults(database: Database.Database, thorough = false): readonly string[] {
  const pages = z.array(z.record(z.string(), z.string())).parse(database.prepare(`pragma ${thorough ? "integrity" : "quick"}_check`).all());
  const found = pages.flatMap((row) => Object.values(row)).filter((text) => text !== "ok");
  if (!thorough) return found;
  const references = z.array(danglingReference).parse(database.prepare("pragma foreign_key_check").all());
  return [...found, ...references.map(({ table, rowid }) => `${table} row ${rowid ?? "?"} refers to a row that is not there`)];
}

function createFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Opened for appending: creates a missing file with these rights and leaves one that exists as it is.
    closeSync(openSync(path, "a", 0o600));
  } catch (error) {
    throw unwritableStore(path, error);
  }
}

/** Another process may be taking up the log of one that died: a matter of milliseconds. */
function retryBusy<T>(work: () => T): T {
  const until = performance.now() + 5000;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
  }
}
