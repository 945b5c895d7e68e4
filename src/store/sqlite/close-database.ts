/** Ends a connection so that nothing of it stays behind. */
import type Database from "libsql";
import { isBusy, storeError } from "./store-errors.ts";

/**
 * The last one out folds the log into the file, which then is the whole database. libsql itself leaves that to the garbage
 * collector: until its prepared statements are collected, a closed connection keeps its files open and a lock on them.
 */
export function closeDatabase(database: Database.Database): void {
  try {
    if (!database.memory) database.prepare("pragma journal_mode = DELETE").all();
  } catch (error) {
    // Others have it open: they go on with the log.
    if (!isBusy(error)) throw storeError(error);
  } finally {
    database.close();
  }
}
