/** Puts a backup in the place of the store. */
import { constants, existsSync } from "node:fs";
import { copyFile, link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "libsql";
import { z } from "zod";
import { AppError } from "../base/app-error.ts";
import { isMissingFile, syncFolder } from "../base/files.ts";
import { refuseNewer } from "./migrations/migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { checkCopy } from "./sqlite/backup.ts";
import { closeDatabase } from "./sqlite/close-database.ts";
import { isBusy, storeError } from "./sqlite/store-errors.ts";

export interface Restored {
  /** Where the store that was there before is kept; null when there was none. */
  readonly kept: string | null;
}

/**
 * The old store stays beside the new one under a name with the time. After a crash on the way the old one or the new one is
 * in place, never none. The backup is read only; the store must not be open, in this process neither.
 *
 * @throws AppError "bad-usage" when `from` is missing or no store of this program, "store-damaged" when it is not whole,
 * "store-newer" when a newer program wrote it, "overloaded" when the store is open; errors of the disk.
 */
export async function restoreStore({ from, to, now }: { from: string; to: string; now: () => Date }): Promise<Restored> {
  const aside = `${to}.new`;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rm(aside, { force: true });
  try {
    await copySynced(from, aside);
    checkCopy(aside);
    refuseNewer(versionOf(aside, from), migrations);
    foldLog(to);
    const kept = await keep(to, `${to}.before-${now().toISOString().replaceAll(/[:.]/gu, "-")}`);
    await rename(aside, to);
    await syncFolder(dirname(to));
    return { kept };
  } catch (error) {
    for (const end of ["", "-wal", "-shm"]) await rm(`${aside}${end}`, { force: true });
    throw error;
  }
}

async function copySynced(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    throw isMissingFile(error) ? notAStore(from, error) : error;
  }
  const file = await open(to, "r+");
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The number of its last migration. */
function versionOf(path: string, named: string): number {
  const database = new Database(path);
  try {
    const rows = database.prepare("select max(number) as number from migrations").all();
    return z.tuple([z.object({ number: z.number() })]).parse(rows)[0].number;
  } catch (error) {
    throw notAStore(named, error);
  } finally {
    closeDatabase(database);
  }
}

/** What stands in the log becomes part of the file, and no log is left that would be taken for the new store's. */
function foldLog(path: string): void {
  // Opening would create it.
  if (!existsSync(path)) return;
  let database: Database.Database | null = null;
  try {
    database = new Database(path);
    database.prepare("pragma journal_mode = DELETE").all();
  } catch (error) {
    if (isBusy(error)) throw stillOpen(path, error);
    const fault = storeError(error);
    // One that is damaged is what a restore is for; it is kept as it is.
    if (!(fault instanceof AppError && fault.code === "store-damaged")) throw fault;
  } finally {
    database?.close();
  }
}

async function keep(path: string, name: string): Promise<string | null> {
  let kept: string | null = null;
  for (const end of ["", "-wal", "-shm"]) {
    try {
      // A second name for the store, which keeps its own until the new one takes it; the log of a damaged one moves.
      if (end === "") await link(path, name);
      else await rename(`${path}${end}`, `${name}${end}`);
      kept = name;
    } catch (error) {
      if (!isMissingFile(error)) throw error;
    }
  }
  return kept;
}

function notAStore(path: string, cause: unknown): AppError {
  return new AppError("bad-usage", {
    message: `${path} is no backup of a store`,
    publicText: {
      vi: `${path} không phải là bản sao lưu cơ sở dữ liệu của chương trình này.`,
      en: `${path} is no backup of this program's database.`,
    },
    cause,
  });
}

function stillOpen(path: string, cause: unknown): AppError {
  return new AppError("overloaded", {
    message: `${path} is open in another process`,
    publicText: {
      vi: "Cơ sở dữ liệu đang được dùng; hãy dừng máy chủ rồi khôi phục lại.",
      en: "The database is in use; stop the server, then restore again.",
    },
    cause,
  });
}
