/** A disk that is full, read-only or failing: the write says so, nothing of it stays, and the store goes on when the disk does. */
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type Database from "libsql";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/base/app-error.ts";
import { openStore } from "../../src/store/open-store.ts";
import { libsqlDialect } from "../../src/store/sqlite/libsql-dialect.ts";
import { openDatabase } from "../../src/store/sqlite/open-database.ts";
import { sqliteEngine } from "../../src/store/sqlite/sqlite-engine.ts";
import { storeError } from "../../src/store/sqlite/store-errors.ts";
import { openSqlStore } from "../../src/store/sql-store.ts";
import type { Store } from "../../src/store/types/store.ts";
import { acknowledged, startWriter, writerCommand } from "./processes.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function openBoth(): Promise<{ store: Store; database: Database.Database }> {
  const path = join(temporaryFolder(), "aide.db");
  const database = openDatabase(path);
  const store = await openSqlStore({ dialect: libsqlDialect(database), engine: sqliteEngine({ database, path }), now: () => new Date() });
  return { store, database };
}

/** One step that needs several pages and writes to two tables. */
const bigStep = (store: Store, key: string): Promise<void> =>
  store.transaction(async ({ settings, audit }) => {
    await audit.append({ actor: "cli", action: "grow" });
    await settings.set(key, "x".repeat(100_000));
  });

function canUse(program: string, ...words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("a write that the disk does not take", () => {
  it("fails with a clear error when the database may not grow, leaves nothing of itself, and later writes succeed", async () => {
    const { store, database } = await openBoth();
    await bigStep(store, "first");
    const pages = (database.pragma("page_count") as { page_count: number }[])[0]?.page_count ?? 0;
    database.pragma(`max_page_count = ${pages + 5}`);
    await expect(bigStep(store, "second")).rejects.toMatchObject({
      code: "store-unwritable",
      publicText: { vi: expect.stringContaining("Ổ đĩa đã đầy"), en: expect.stringContaining("The disk is full") },
    });
    expect(await store.settings.get("second")).toBeNull();
    expect(await store.settings.get("first")).toHaveLength(100_000);
    expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 1 });
    database.pragma("max_page_count = 100000");
    await bigStep(store, "second");
    expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 2 });
    await store.close();
  });

  it("fails with a clear error when the database may only be read, and reading goes on", async () => {
    const { store, database } = await openBoth();
    await store.settings.set("a", "1");
    database.pragma("query_only = ON");
    await expect(store.settings.set("a", "2")).rejects.toMatchObject({
      code: "store-unwritable",
      publicText: { vi: expect.stringContaining("AIDE_DATA"), en: expect.stringContaining("permissions") },
    });
    expect(await store.settings.get("a")).toBe("1");
    database.pragma("query_only = OFF");
    await store.settings.set("a", "3");
    expect(await store.settings.get("a")).toBe("3");
    await store.close();
  });

  it("ends with a clear error at a limit on the size of files, with everything that was acknowledged kept", async () => {
    const path = join(temporaryFolder(), "aide.db");
    const writer = startWriter({
      path,
      name: "w",
      command: ["bash", "-c", 'trap "" XFSZ; ulimit -f 900; exec "$@"', "bash", ...writerCommand],
    });
    expect(await writer.ended).toBe(1);
    expect(writer.lines().at(-1)).toMatch(/^store-unwritable: The disk .*the change was not saved/u);
    const store = await openStore(path);
    expect(Number(await store.settings.get("w"))).toBeGreaterThanOrEqual(acknowledged(writer));
    expect(acknowledged(writer)).toBeGreaterThan(3);
    expect(await store.audit.verify()).toMatchObject({ whole: true });
    expect(await store.faults()).toEqual([]);
    await store.close();
  });

  const hasSandbox = canUse("bwrap", "--ro-bind", "/", "/", "--size", "100000", "--tmpfs", "/tmp", "true");
  it.skipIf(!hasSandbox)("ends with a clear error on a disk of a few hundred kilobytes that is really full", async () => {
    const command = [
      "bwrap",
      "--ro-bind",
      "/",
      "/",
      "--dev",
      "/dev",
      "--proc",
      "/proc",
      "--size",
      "400000",
      "--tmpfs",
      "/mnt",
      ...writerCommand,
    ];
    const writer = startWriter({ path: "/mnt/data/aide.db", name: "w", command });
    expect(await writer.ended).toBe(1);
    expect(acknowledged(writer)).toBeGreaterThan(3);
    expect(writer.lines().at(-1)).toMatch(/^store-unwritable: The disk is full, the change was not saved/u);
  });

  it.skipIf(!hasSandbox)(
    "ends with a clear error at start on a disk that is read-only, whether or not there is a store on it",
    async () => {
      const path = join(temporaryFolder(), "aide.db");
      const store = await openStore(path);
      await store.close();
      for (const [at, says] of [
        [path, "read-only"],
        [join(path, "..", "none", "aide.db"), "AIDE_DATA"],
      ] as const) {
        const writer = startWriter({ path: at, name: "w", command: ["bwrap", "--ro-bind", "/", "/", "--proc", "/proc", ...writerCommand] });
        expect(await writer.ended).toBe(1);
        expect(writer.lines()).toEqual([expect.stringMatching(new RegExp(`^store-unwritable: .*${says}`, "u"))]);
      }
    },
  );

  it.skipIf(process.getuid?.() !== 0 || !canUse("setpriv", "--version"))(
    "ends with a clear error at start for a user who may not write",
    async () => {
      const folder = join(temporaryFolder(), "data");
      mkdirSync(folder);
      chmodSync(join(folder, ".."), 0o755);
      chmodSync(folder, 0o755);
      chownSync(folder, 0, 0);
      const command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", ...writerCommand];
      const writer = startWriter({ path: join(folder, "aide.db"), name: "w", command });
      await writer.ended;
      expect(writer.lines()).toEqual([expect.stringMatching(/^store-unwritable: .*permission is denied/u)]);
      expect(statSync(folder).nlink).toBe(2);
    },
  );
});

describe("what SQLite reports", () => {
  it.each([
    ["SQLITE_FULL", "store-unwritable"],
    ["SQLITE_READONLY", "store-unwritable"],
    ["SQLITE_READONLY_DIRECTORY", "store-unwritable"],
    ["SQLITE_CANTOPEN", "store-unwritable"],
    ["SQLITE_IOERR_WRITE", "store-unwritable"],
    ["SQLITE_IOERR_FSYNC", "store-unwritable"],
    ["SQLITE_IOERR_CORRUPTFS", "store-damaged"],
    ["SQLITE_CORRUPT", "store-damaged"],
    ["SQLITE_CORRUPT_INDEX", "store-damaged"],
    ["SQLITE_NOTADB", "store-damaged"],
    ["SQLITE_BUSY", "overloaded"],
  ])("as %s becomes %s, with the original kept as its cause", (code, expected) => {
    const original = Object.assign(new Error("as SQLite says"), { code });
    const error = storeError(original);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: expected, cause: original });
  });

  it("as a fault of our own stays what it is", () => {
    const own = Object.assign(new Error("syntax"), { code: "SQLITE_ERROR" });
    expect(storeError(own)).toBe(own);
    expect(storeError("text")).toBe("text");
  });
});
