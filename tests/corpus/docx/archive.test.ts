import { expect, test } from "vitest";
import { ARCHIVE_LIMITS, openArchive } from "../../../src/corpus/archive.ts";
import { writeZip, type ZipPart } from "./write-zip.ts";

const codeOf = async (parts: readonly ZipPart[]): Promise<string> => {
  const archive = await openArchive(writeZip(parts));
  return archive.ok ? "opened" : archive.code;
};
const readOf = async (parts: readonly ZipPart[], name: string): Promise<string> => {
  const archive = await openArchive(writeZip(parts));
  if (!archive.ok) return archive.code;
  const read = await archive.read(name);
  return read.ok ? Buffer.from(read.bytes).toString("utf8") : read.code;
};

test("an archive lists its entries and gives back their bytes, stored or deflated", async () => {
  const parts = [
    { name: "a.xml", content: "Kế hoạch" },
    { name: "folder/b.xml", content: "số 1", method: 0 },
  ];
  const archive = await openArchive(writeZip(parts));
  expect(archive.ok && archive.entries).toEqual([
    { name: "a.xml", bytes: 12 },
    { name: "folder/b.xml", bytes: 6 },
  ]);
  expect(await readOf(parts, "a.xml")).toBe("Kế hoạch");
  expect(await readOf(parts, "folder/b.xml")).toBe("số 1");
  expect(await readOf(parts, "c.xml")).toBe("missing");
});

test("bytes that are no archive, or the first half of one, are damaged", async () => {
  const whole = writeZip([{ name: "a", content: "a".repeat(1000) }]);
  for (const bytes of [Buffer.alloc(0), Buffer.from("PK\u0003\u0004"), Buffer.from("không phải"), whole.subarray(0, 40)])
    expect(await openArchive(bytes)).toEqual({ ok: false, code: "damaged" });
});

test("more entries than a document has are refused before any is listed", async () => {
  const parts = Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, at) => ({ name: `e${at}`, content: "", method: 0 }));
  expect(await codeOf(parts)).toBe("archive-limits");
  expect(await codeOf(parts.slice(1))).toBe("opened");
});

test("an entry that packs 200 times its size or more is a bomb, unless it is small", async () => {
  expect(await codeOf([{ name: "zeros", content: Buffer.alloc(20 * 1024 * 1024) }])).toBe("archive-limits");
  expect(await codeOf([{ name: "zeros", content: Buffer.alloc(1024 * 1024) }])).toBe("opened");
});

test("declared sizes count before anything is inflated: one entry, and all together", async () => {
  const lie = (bytes: number) => ({ content: "x".repeat(300_000), method: 0 as const, declaredBytes: bytes });
  expect(await codeOf([{ name: "one", content: Buffer.alloc(400_000, "ab"), declaredBytes: ARCHIVE_LIMITS.entryBytes + 1 }])).toBe(
    "archive-limits",
  );
  let seed = 1;
  const noise = Buffer.from(Array.from({ length: 400_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) >>> 8));
  const many = Array.from({ length: 3 }, (_, at) => ({ name: `n${at}`, content: noise, declaredBytes: 50 * 1024 * 1024 }));
  expect(await codeOf(many)).toBe("archive-limits");
  expect(await codeOf(many.slice(1))).toBe("opened");
  // A stored entry whose two sizes differ is not whole.
  expect(await codeOf([{ name: "stored", ...lie(5) }])).toBe("damaged");
});

test("inflating stops where an entry holds more than it declares", async () => {
  expect(await readOf([{ name: "liar", content: Buffer.alloc(30 * 1024 * 1024), declaredBytes: 1000 }], "liar")).toBe("archive-limits");
});

test("an entry that holds less than it declares, or other bytes than its checksum says, is damaged", async () => {
  expect(await readOf([{ name: "short", content: "abc", declaredBytes: 100 }], "short")).toBe("damaged");
  expect(await readOf([{ name: "flipped", content: "abc", declaredCrc: 1 }], "flipped")).toBe("damaged");
  expect(await readOf([{ name: "odd", content: "abc", method: 99 }], "odd")).toBe("damaged");
});

test("names that lead out of the archive or stand twice are refused", async () => {
  for (const name of ["../a", "a/../../b", "/etc/passwd", "C:/a", "a\\b", "", "a\u0000b"])
    expect(await codeOf([{ name, content: "x" }]), name).toBe("damaged");
  expect(
    await codeOf([
      { name: "word/a.xml", content: "x" },
      { name: "word/A.xml", content: "y" },
    ]),
  ).toBe("damaged");
  expect(await codeOf([{ name: "word/a..b.xml", content: "x" }])).toBe("opened");
});

test("an encrypted entry is said to be encrypted", async () => {
  expect(await codeOf([{ name: "a", content: "x", flags: 0x801 }])).toBe("encrypted");
  expect(await codeOf([{ name: "a", content: "x", flags: 0x841 }])).toBe("encrypted");
});
