import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/files.ts";
import { openFileReader, type FileReader } from "../../src/corpus/file-reader.ts";
import { openReadingCache } from "../../src/corpus/reading-cache.ts";

let folder: string;
const readers: FileReader[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-cache-"));
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (options: Partial<Parameters<typeof openFileReader>[0]> = {}): FileReader => {
  const reader = openFileReader({ cache: null, ...options });
  readers.push(reader);
  return reader;
};
const plan = { fileName: "a.txt", bytes: Buffer.from("KẾ HOẠCH\nI. MỤC TIÊU") };

describe("reading a file", () => {
  it("gives its lines, each at its offset", async () => {
    expect(await open().read(plan)).toMatchObject({
      kind: "text",
      sourceHash: sha256(plan.bytes),
      outcome: {
        ok: true,
        lines: [
          { text: "KẾ HOẠCH", offset: 0 },
          { text: "I. MỤC TIÊU", offset: 9 },
        ],
      },
    });
  });

  it("gives each of many files its own lines, asked at once", async () => {
    const reader = open();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) => reader.read({ fileName: `${i}.txt`, bytes: Buffer.from(`văn bản ${i}`) })),
    );
    expect(results.map(({ outcome }) => (outcome.ok ? outcome.lines[0]?.text : outcome.code))).toEqual(
      Array.from({ length: 12 }, (_, i) => `văn bản ${i}`),
    );
  });

  it.each([
    ["nothing", "a.txt", "", "empty"],
    ["no letter", "a.txt", " \n-- \n", "empty"],
    ["a secrecy stamp", "a.txt", "TỐI MẬT\nKẾ HOẠCH", "secret"],
    ["a line of five million characters", "a.txt", "x".repeat(5_000_000), "too-large"],
    ["no known kind", "a.bin", "\u0000\u0001\u0002", "unsupported"],
  ])("refuses a file that holds %s", async (_, fileName, text, code) => {
    expect((await open().read({ fileName, bytes: Buffer.from(text) })).outcome).toMatchObject({ ok: false, code });
  });

  it("goes on after a file that took too long", async () => {
    const reader = open({ limits: { timeMs: 1 } });
    expect((await reader.read(plan)).outcome).toMatchObject({ ok: false, code: "limits" });
    expect((await reader.read(plan)).outcome).toMatchObject({ ok: false, code: "limits" });
    expect((await open().read(plan)).outcome).toMatchObject({ ok: true });
  });
});

describe("what was read", () => {
  const key = { sourceHash: sha256(plan.bytes), kind: "text" as const };

  it("is read again from what was kept, without a process", async () => {
    const cache = openReadingCache(folder);
    const { outcome } = await open({ cache }).read(plan);
    // With no time to read, only what was kept can answer.
    expect((await open({ cache, limits: { timeMs: 1 } }).read(plan)).outcome).toEqual(outcome);
  });

  it("is not believed when a bit of it was changed", async () => {
    const cache = openReadingCache(folder);
    await open({ cache }).read(plan);
    const [name = ""] = await readdir(folder);
    const stored = await readFile(join(folder, name), "utf8");
    for (const damaged of [stored.replace("MỤC", "MỨC"), stored.slice(0, 40), ""]) {
      await writeFile(join(folder, name), damaged);
      expect(await cache.find(key)).toBeNull();
    }
  });

  it("keeps nothing of a secret document, and no failure", async () => {
    const cache = openReadingCache(folder);
    await open({ cache }).read({ fileName: "a.txt", bytes: Buffer.from("MẬT\nKẾ HOẠCH") });
    expect(await readdir(folder)).toEqual([]);
  });

  it("goes when its source has gone", async () => {
    const cache = openReadingCache(folder);
    await open({ cache }).read(plan);
    await cache.prune(new Set([key.sourceHash]));
    expect(await readdir(folder)).toHaveLength(1);
    await cache.prune(new Set());
    expect(await readdir(folder)).toEqual([]);
  });

  it("is given even where nothing can be kept", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    expect((await open({ cache: openReadingCache(join(file, "below")) }).read(plan)).outcome).toMatchObject({ ok: true });
  });
});
