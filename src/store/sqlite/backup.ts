/** A copy of the database at one point in time, checked before it gets its name. */
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "libsql";
import { AppError } from "../../base/app-error.ts";
import { isThere, syncFolder } from "../../base/files.ts";
import { closeDatabase } from "./close-database.ts";
import { structureFaults } from "./open-database.ts";
import { damagedStore, storeError } from "./store-errors.ts";

/**
 * Others may read and write meanwhile. It copies on the calling thread (about a second for 100 MB), so a server leaves it to
 * the command line, which may run beside it.
 *
 * @throws AppError "bad-usage" when the file exists, "store-unwritable" when the disk is full, "store-damaged" when the copy
 * is not whole.
 */
export async function backupDatabase(database: Database.Database, path: string): Promise<void> {
  if (await isThere(path)) throw alreadyThere(path);
  const aside = `${path}.new`;
  try {
    await rm(aside, { force: true });
    // Created first, so that nobody but the owner may read it; SQLite accepts an empty file.
    await (await open(aside, "wx", 0o600)).close();
    copyInto(database, aside);
    checkCopy(aside);
    await syncFile(aside);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

function copyInto(database: Database.Database, path: string): void {
  try {
    database.prepare("vacuum into ?").run([path]);
  } catch (error) {
    throw storeError(error);
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @throws AppError "store-damaged" when it is not a whole database. */
export function checkCopy(path: string): void {
  let copy: Database.Database | null = null;
  try {
    copy = new Database(path);
    const found = structureFaults(copy, true);
    if (found.length > 0) throw damagedStore(path, found.join("; "));
  } catch (error) {
    throw storeError(error);
  } finally {
    if (copy !== null) closeDatabase(copy);
  }
}

function alreadyThere(path: string): AppError {
  return new AppError("bad-usage", {
    message: `${path} exists`,
    publicText: {
      vi: `Đã có ${path}; hãy chọn tên khác cho bản sao lưu.`,
      en: `${path} exists already; choose another name for the backup.`,
    },
  });
}
