/** Copies of the store, and stores out of copies. */
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { restoreStore } from "../../src/store/restore-store.ts";
import { acknowledged, startWriter } from "./processes.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const now = (): Date => new Date("2026-11-23T08:00:00.000Z");
const keptName = "aide.db.before-2026-11-23T08-00-00-000Z";

/** A store with one setting, closed. */
async function storeThatSays(value: string, path = join(temporaryFolder(), "aide.db")): Promise<string> {
  const store = await openStore(path);
  await store.settings.set("says", value);
  await store.close();
  return path;
}

async function whatItSays(path: string): Promise<string | null> {
  const store = await openStore(path);
  const value = await store.settings.get("says");
  await store.close();
  return value;
}

describe("a backup", () => {
  it("made while another process writes is whole, from one point in time, and holds all that was acknowledged before", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "aide.db");
    const writer = startWriter({ path, name: "server" });
    await writer.begun;
    await pause(200);
    const store = await openStore(path);
    for (let n = 0; n < 5; n += 1) {
      const before = acknowledged(writer);
      await store.backup(join(folder, `backup-${n}.db`));
      expect(statSync(join(folder, `backup-${n}.db`)).mode & 0o777).toBe(0o600);
      const copy = await openStore(join(folder, `backup-${n}.db`));
      const counter = Number(await copy.settings.get("server"));
      expect(counter).toBeGreaterThanOrEqual(before);
      expect((await copy.originals.current("server"))?.bytes).toBe(counter);
      expect(await copy.audit.verify()).toMatchObject({ whole: true, entries: counter });
      await copy.close();
      await pause(30);
    }
    const middle = acknowledged(writer);
    await pause(100);
    expect(acknowledged(writer)).toBeGreaterThan(middle);
    writer.process.kill("SIGKILL");
    await writer.ended;
    await store.close();
  });

  it("never takes the place of a file, and leaves nothing behind when it fails", async () => {
    const path = await storeThatSays("this");
    const target = join(temporaryFolder(), "backup.db");
    writeFileSync(target, "something else");
    const store = await openStore(path);
    await expect(store.backup(target)).rejects.toMatchObject({ code: "bad-usage" });
    expect(readFileSync(target, "utf8")).toBe("something else");
    await expect(store.backup(join(target, "backup.db"))).rejects.toThrow();
    expect(readdirSync(join(target, ".."))).toEqual(["backup.db"]);
    await store.close();
  });

  it("takes over what a backup that was broken off left", async () => {
    const path = await storeThatSays("this");
    const target = join(temporaryFolder(), "backup.db");
    writeFileSync(`${target}.new`, "half a backup");
    const store = await openStore(path);
    await store.backup(target);
    await store.close();
    expect(readdirSync(join(target, ".."))).toEqual(["backup.db"]);
    expect(await whatItSays(target)).toBe("this");
  });
});

describe("restoring", () => {
  it("puts a backup where there is no store yet", async () => {
    const to = join(temporaryFolder(), "data", "aide.db");
    expect(await restoreStore({ from: await storeThatSays("backup"), to, now })).toEqual({ kept: null });
    expect(await whatItSays(to)).toBe("backup");
    expect(statSync(to).mode & 0o777).toBe(0o600);
  });

  it("puts a backup in the place of the store, leaves the backup as it is and keeps the store beside it", async () => {
    const [from, to] = [await storeThatSays("backup"), await storeThatSays("store")];
    const bytes = readFileSync(from);
    const { kept } = await restoreStore({ from, to, now });
    expect(await whatItSays(to)).toBe("backup");
    expect(kept).toBe(join(to, "..", keptName));
    expect(await whatItSays(kept ?? "")).toBe("store");
    expect(readFileSync(from).equals(bytes)).toBe(true);
    expect(readdirSync(join(to, "..")).toSorted()).toEqual(["aide.db", keptName]);
  });

  it("keeps also what a killed process left in the log, in the old store and out of the new one", async () => {
    const path = join(temporaryFolder(), "aide.db");
    const writer = startWriter({ path, name: "server" });
    await writer.begun;
    await pause(200);
    writer.process.kill("SIGKILL");
    await writer.ended;
    expect(existsSync(`${path}-wal`)).toBe(true);
    const { kept } = await restoreStore({ from: await storeThatSays("backup"), to: path, now });
    expect(await whatItSays(path)).toBe("backup");
    const before = await openStore(kept ?? "");
    expect(Number(await before.settings.get("server"))).toBeGreaterThanOrEqual(acknowledged(writer));
    expect(await before.audit.verify()).toMatchObject({ whole: true });
    await before.close();
  });

  it("takes the place of a store that is damaged, whose log is not read into the new one", async () => {
    const path = join(temporaryFolder(), "aide.db");
    const writer = startWriter({ path, name: "server" });
    await writer.begun;
    await pause(200);
    writer.process.kill("SIGKILL");
    await writer.ended;
    writeFileSync(path, "no longer a database ".repeat(1000));
    const from = await storeThatSays("backup");
    await restoreStore({ from, to: path, now });
    expect(await whatItSays(path)).toBe("backup");
    const store = await openStore(path);
    expect(await store.settings.get("server")).toBeNull();
    expect(await store.faults()).toEqual([]);
    await store.close();
  });

  it("refuses while a process has the store open", async () => {
    const path = join(temporaryFolder(), "aide.db");
    const writer = startWriter({ path, name: "server" });
    await writer.begun;
    const from = await storeThatSays("backup");
    await expect(restoreStore({ from, to: path, now })).rejects.toMatchObject({ code: "overloaded" });
    const soFar = acknowledged(writer);
    await pause(200);
    expect(acknowledged(writer)).toBeGreaterThan(soFar);
    writer.process.kill("SIGKILL");
    await writer.ended;
  });

  it.each([
    ["missing", "bad-usage", (path: string) => rmSync(path)],
    ["no database", "store-damaged", (path: string) => writeFileSync(path, "text ".repeat(1000))],
    ["a database of something else", "bad-usage", (path: string) => run(path, "drop table migrations")],
    ["of a newer program", "store-newer", (path: string) => run(path, "update migrations set number = 1000")],
    [
      "at odds with itself",
      "store-damaged",
      (path: string) =>
        run(path, "pragma foreign_keys = off; insert into sessions values ('s', 'no such account', 0, '2026', '2026', '2026')"),
    ],
    ["damaged", "store-damaged", (path: string) => writeFileSync(path, readFileSync(path).fill(0xff, 8192, 16_384))],
  ])("refuses a backup that is %s, and leaves the store as it is", async (_what, code, harm) => {
    const [from, to] = [await storeThatSays("backup"), await storeThatSays("store")];
    harm(from);
    await expect(restoreStore({ from, to, now })).rejects.toMatchObject({ code });
    expect(await whatItSays(to)).toBe("store");
    expect(readdirSync(join(to, ".."))).toEqual(["aide.db"]);
  });

  it("takes a backup that was copied with a file manager after a clean stop", async () => {
    const path = await storeThatSays("copied");
    const copy = join(temporaryFolder(), "copy.db");
    copyFileSync(path, copy);
    const to = join(temporaryFolder(), "aide.db");
    await restoreStore({ from: copy, to, now });
    expect(await whatItSays(to)).toBe("copied");
  });
});

function run(path: string, statement: string): void {
  const database = new Database(path);
  database.exec(statement);
  database.close();
}
