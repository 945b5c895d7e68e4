/** Opening a file that is not what it should be: a clear error with a way out, and the file left as it is. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A store with some hundred rows, closed. */
async function filledStore(): Promise<string> {
  const path = join(temporaryFolder(), "aide.db");
  const store = await openStore(path);
  for (let n = 0; n < 100; n += 1) await store.settings.set(`key ${n}`, "value ".repeat(50));
  await store.close();
  return path;
}

const damaged = {
  code: "store-damaged",
  publicText: { vi: expect.stringContaining("aide restore"), en: expect.stringContaining("aide restore") },
};

describe("opening a store", () => {
  it("makes folder and file where there are none, for nobody but the owner", async () => {
    const folder = join(temporaryFolder(), "new", "data");
    const store = await openStore(join(folder, "aide.db"));
    await store.settings.set("a", "1");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
    await store.close();
  });

  it("leaves one file behind when it is closed, which is the whole store", async () => {
    const path = await filledStore();
    expect(readdirSync(join(path, ".."))).toEqual(["aide.db"]);
    const copy = join(temporaryFolder(), "copy.db");
    copyFileSync(path, copy);
    const store = await openStore(copy);
    expect(await store.settings.get("key 99")).toBe("value ".repeat(50));
    await store.close();
  });

  it("takes an empty file for a new store", async () => {
    const path = join(temporaryFolder(), "aide.db");
    writeFileSync(path, "");
    const store = await openStore(path);
    expect(await store.accounts.count()).toBe(0);
    await store.close();
  });

  it("refuses a file that is no database, and does not touch it", async () => {
    const path = join(temporaryFolder(), "aide.db");
    writeFileSync(path, "Kế hoạch số 12\n".repeat(500));
    await expect(openStore(path)).rejects.toMatchObject(damaged);
    expect(readFileSync(path, "utf8")).toBe("Kế hoạch số 12\n".repeat(500));
  });

  it.each([
    ["its header overwritten", (bytes: Buffer) => bytes.fill(0, 0, 100)],
    ["a page of a table overwritten", (bytes: Buffer) => bytes.fill(0xff, 3 * 4096, 4 * 4096)],
    ["the end of its schema overwritten", (bytes: Buffer) => bytes.fill(0x7f, 3500, 4096)],
    ["every page but the first emptied", (bytes: Buffer) => bytes.fill(0, 4096)],
  ])("refuses a database with %s", async (_what, harm) => {
    const path = await filledStore();
    const bytes = readFileSync(path);
    harm(bytes);
    writeFileSync(path, bytes);
    await expect(openStore(path)).rejects.toMatchObject(damaged);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("refuses a database that was cut short", async () => {
    const path = await filledStore();
    truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096);
    await expect(openStore(path)).rejects.toMatchObject(damaged);
  });

  it("refuses a database of a newer program, and says what to do", async () => {
    const path = await filledStore();
    const database = new Database(path);
    database.exec("insert into migrations (number, name, applied_at) values (1000, 'later', '2030')");
    database.close();
    await expect(openStore(path)).rejects.toMatchObject({
      code: "store-newer",
      publicText: { vi: expect.stringContaining("(1000)"), en: expect.stringContaining("use the newer program") },
    });
  });

  it("refuses a path that leads through a file or ends at a folder", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "aide.db"));
    for (const path of [join(folder, "file", "aide.db"), join(folder, "aide.db")])
      await expect(openStore(path), path).rejects.toMatchObject({ code: "store-unwritable" });
  });

  it("works beside a store that is open already, in the same process or another", async () => {
    const path = await filledStore();
    const [first, second] = [await openStore(path), await openStore(path)];
    await first.settings.set("by", "first");
    expect(await second.settings.get("by")).toBe("first");
    await first.close();
    await second.settings.set("by", "second");
    await second.close();
    const third = await openStore(path);
    expect(await third.settings.get("by")).toBe("second");
    await third.close();
  });

  it("keeps the rights that an administrator gave the file", async () => {
    const path = await filledStore();
    chmodSync(path, 0o640);
    const store = await openStore(path);
    await store.close();
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
