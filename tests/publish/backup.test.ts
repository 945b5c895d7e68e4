/** Backup and restore over a real store and real originals. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryLock } from "../../src/index/build-lock.ts";
import { checkBackup, writeBackup } from "../../src/publish/backup.ts";
import { restoreBackup } from "../../src/publish/restore.ts";
import { writeTar } from "../../src/publish/tar.ts";
import { openStore } from "../../src/store/open-store.ts";
import { storePath } from "../../src/store/store-path.ts";
import type { Store } from "../../src/store/types/store.ts";

let root: string;
let corpusFolder: string;
let dataFolder: string;
let store: Store;
const now = (): Date => new Date("2026-11-23T03:04:05Z");
const longName = `Kế hoạch ${"rất dài ".repeat(18)}2024.txt`;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "aide-backup-"));
  corpusFolder = join(root, "corpus");
  dataFolder = join(root, "data");
  mkdirSync(join(corpusFolder, ".versions", "a"), { recursive: true });
  mkdirSync(join(corpusFolder, ".incoming", "j-1"), { recursive: true });
  mkdirSync(dataFolder);
  writeFileSync(join(corpusFolder, "a.txt"), "một");
  writeFileSync(join(corpusFolder, longName), "hai".repeat(1000));
  writeFileSync(join(corpusFolder, "catalogue.json"), "{}");
  writeFileSync(join(corpusFolder, ".versions", "a", "00.txt"), "cũ");
  writeFileSync(join(corpusFolder, ".incoming", "j-1", "content"), "on its way");
  store = await openStore(storePath(dataFolder));
  await store.settings.set("key", "value");
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true });
});

const file = (): string => join(root, "backup.tar.gz");

describe("a backup", () => {
  it("holds the store, the originals with their earlier versions and the catalogue, and nothing that is on its way", async () => {
    const report = await writeBackup(file(), { store, corpusFolder, now });
    expect(report.files).toBe(5);
    expect(statSync(file()).mode & 0o077).toBe(0);
    const listed = spawnSync("tar", ["tzf", file()], { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
    expect(listed.stderr).toBe("");
    expect(listed.stdout).toContain("corpus/.versions/a/00.txt");
    expect(listed.stdout).not.toContain("on its way");
    expect(listed.stdout).not.toContain(".incoming");
    expect(readdirSync(root).toSorted()).toEqual(["backup.tar.gz", "corpus", "data"]);
  });

  it("overwrites no file", async () => {
    writeFileSync(file(), "precious");
    await expect(writeBackup(file(), { store, corpusFolder, now })).rejects.toMatchObject({ code: "conflict" });
    expect(readFileSync(file(), "utf8")).toBe("precious");
  });

  it("that was cut off, changed or made by another program is told from a whole one", async () => {
    await writeBackup(file(), { store, corpusFolder, now });
    const whole = readFileSync(file());
    for (const [what, change] of [
      ["cut off", () => truncateSync(file(), whole.length - 200)],
      [
        "changed",
        () => writeFileSync(file(), Buffer.concat([whole.subarray(0, 400), Buffer.from([(whole[400] ?? 0) ^ 1]), whole.subarray(401)])),
      ],
      ["another", () => writeFileSync(file(), "no archive at all")],
    ] as const) {
      change();
      await expect(checkBackup(file()), what).rejects.toMatchObject({ code: "bad-request" });
      writeFileSync(file(), whole);
    }
    await expect(checkBackup(file())).resolves.toMatchObject({ files: 5 });
  });
});

describe("a restore", () => {
  it("brings everything back as it was, and keeps aside what was there", async () => {
    await writeBackup(file(), { store, corpusFolder, now });
    await store.settings.set("key", "later");
    await store.close();
    writeFileSync(join(corpusFolder, "a.txt"), "changed");
    writeFileSync(join(corpusFolder, "new.txt"), "new");
    const report = await restoreBackup(file(), { dataFolder, corpusFolder, now });
    store = await openStore(storePath(dataFolder));
    expect(await store.settings.get("key")).toBe("value");
    expect(readFileSync(join(corpusFolder, "a.txt"), "utf8")).toBe("một");
    expect(readFileSync(join(corpusFolder, longName), "utf8")).toBe("hai".repeat(1000));
    expect(readFileSync(join(corpusFolder, ".versions", "a", "00.txt"), "utf8")).toBe("cũ");
    expect(existsSync(join(corpusFolder, "new.txt"))).toBe(false);
    expect(report.keptAside).toHaveLength(2);
    expect(readFileSync(join(report.keptAside[1] ?? "", "a.txt"), "utf8")).toBe("changed");
    expect(readFileSync(join(report.keptAside[1] ?? "", "new.txt"), "utf8")).toBe("new");
  });

  it("of a backup that is not whole touches nothing", async () => {
    await writeBackup(file(), { store, corpusFolder, now });
    const whole = readFileSync(file());
    writeFileSync(file(), whole.subarray(0, whole.length - 300));
    await expect(restoreBackup(file(), { dataFolder, corpusFolder, now })).rejects.toMatchObject({ code: "bad-request" });
    expect(readFileSync(join(corpusFolder, "a.txt"), "utf8")).toBe("một");
    expect(readdirSync(corpusFolder).filter((name) => name.startsWith(".restoring") || name.startsWith(".before"))).toEqual([]);
    expect(readdirSync(dataFolder).filter((name) => !name.startsWith("aide.db"))).toEqual([]);
  });

  it("waits for no server: it refuses while one runs", async () => {
    await writeBackup(file(), { store, corpusFolder, now });
    const lock = await tryLock(join(dataFolder, ".publisher"));
    await expect(restoreBackup(file(), { dataFolder, corpusFolder, now })).rejects.toMatchObject({ code: "conflict" });
    await lock?.release();
  });

  it.each(["corpus/../../outside.txt", "/etc/outside", "corpus/.versions/../../x"])("writes nothing to %s", async (name) => {
    const content = Buffer.from("x");
    async function* entries() {
      yield { name, size: 1, content: [content] };
    }
    const parts: Uint8Array[] = [];
    for await (const part of writeTar(entries())) parts.push(part);
    const { gzipSync } = await import("node:zlib");
    writeFileSync(file(), gzipSync(Buffer.concat(parts)));
    await expect(restoreBackup(file(), { dataFolder, corpusFolder, now })).rejects.toMatchObject({ code: "bad-request" });
    expect(existsSync(join(root, "outside.txt"))).toBe(false);
  });
});
