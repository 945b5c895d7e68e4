import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openFileReader, type FileReader } from "../../src/corpus/file-reader.ts";
import { readCorpus as readWith, type ReadCorpusOptions } from "../../src/corpus/read-corpus.ts";
import type { Corpus } from "../../src/corpus/types.ts";
import { splitLines } from "../../src/corpus/split-lines.ts";

let reader: FileReader;
beforeAll(() => {
  reader = openFileReader({ cache: null });
});
afterAll(() => reader.close());
const readCorpus = (from: string, options: Omit<ReadCorpusOptions, "reader"> = {}): Promise<Corpus> =>
  readWith(from, { reader, ...options });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-corpus-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const textOf = (corpus: Corpus, id: string) => corpus.documents.find((document) => document.id === id)?.lines.map(({ text }) => text);

describe("reading the corpus", () => {
  it("reads the plans that ship with the project, sorted, with their lines and hashes", async () => {
    const corpus = await readCorpus(fileURLToPath(new URL("../../corpus", import.meta.url)));
    expect(corpus.documents).toHaveLength(5);
    expect(corpus.unreadable).toEqual([]);
    expect(corpus.documents.map(({ id }) => id)).toEqual(corpus.documents.map(({ id }) => id).toSorted());
    for (const document of corpus.documents) {
      expect(document.sourceHash).toMatch(/^[0-9a-f]{64}$/);
      expect(document.lines.length).toBeGreaterThan(30);
    }
  });

  it("reads UTF-8 with and without a mark, UTF-16 of both orders, and every kind of line break alike", async () => {
    const text = "Kế hoạch\nSở Y tế\n\nĐiều 1";
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    await put("a.txt", text);
    await put("b.txt", `\uFEFF${text}`);
    await put("c.txt", utf16);
    await put("d.md", Buffer.from(utf16).swap16());
    await put("e.txt", text.replaceAll("\n", "\r\n"));
    await put("f.TXT", text.replaceAll("\n", "\r"));
    const corpus = await readCorpus(folder);
    for (const id of ["a", "b", "c", "d", "e", "f"]) expect(textOf(corpus, id)).toEqual(["Kế hoạch", "Sở Y tế", "", "Điều 1"]);
    expect(corpus.documents.find(({ id }) => id === "d")?.kind).toBe("markdown");
  });

  it("gives a value with a plain sentence for each file it cannot read, and reads the others", async () => {
    await put("good.txt", "Kế hoạch");
    await put("blank.txt", " \r\n\t ");
    await put("empty.txt", "");
    await put("old.txt", Buffer.from([0x4b, 0xd5, 0x20, 0x68, 0xb9, 0x63, 0x68]));
    await put("binary.txt", Buffer.from([0x41, 0, 0x42]));
    await put("large.txt", "x".repeat(2000));
    await put("plan.pdf", "%PDF-1.4");
    await mkdir(join(folder, "folder.txt"));
    const corpus = await readCorpus(folder, { maxBytes: 1000 });
    expect(corpus.documents.map(({ id }) => id)).toEqual(["good"]);
    expect(Object.fromEntries(corpus.unreadable.map(({ fileName, code }) => [fileName, code]))).toEqual({
      "blank.txt": "empty",
      "empty.txt": "empty",
      "old.txt": "encoding",
      "binary.txt": "encoding",
      "large.txt": "too-large",
      "plan.pdf": "damaged",
      "folder.txt": "unsupported",
    });
    for (const { fileName, message } of corpus.unreadable) expect(message).toContain(fileName);
  });

  it("keeps the first of two files that would have one id and says so", async () => {
    await put("plan.md", "một");
    await put("plan.txt", "hai");
    const corpus = await readCorpus(folder);
    expect(corpus.documents.map(({ fileName }) => fileName)).toEqual(["plan.md"]);
    expect(corpus.unreadable[0]).toMatchObject({ fileName: "plan.txt", code: "name-taken", message: expect.stringContaining("plan.md") });
  });

  it("passes over hidden files, temporary files and the catalogue", async () => {
    for (const name of [".hidden.txt", "~$plan.txt", "plan.txt~", "plan.txt.new"]) await put(name, "x");
    await put("catalogue.json", "{}");
    expect(await readCorpus(folder)).toEqual({ documents: [], unreadable: [] });
  });

  it("hands over what the catalogue says of a document", async () => {
    await put("a.txt", "một");
    await put("b.txt", "hai");
    await put("catalogue.json", JSON.stringify({ documents: { a: { aliases: ["BT"], supersedes: ["b"] } } }));
    const { documents } = await readCorpus(folder);
    expect(documents.map(({ catalogue }) => catalogue)).toEqual([{ aliases: ["BT"], supersedes: ["b"] }, {}]);
  });

  it.each([
    ["no JSON", "{"],
    ["an unknown key", '{"documents":{"a":{"plaec":"x"}}}'],
    ["a wrong type", '{"documents":{"a":{"aliases":"BT"}}}'],
  ])("refuses a catalogue with %s and names the file", async (_, content) => {
    await put("catalogue.json", content);
    await expect(readCorpus(folder)).rejects.toMatchObject({
      code: "bad-config",
      publicText: { vi: expect.stringContaining("catalogue.json") },
    });
  });

  it("says how to mend it when the folder is not there", async () => {
    await expect(readCorpus(join(folder, "none"))).rejects.toMatchObject({
      code: "bad-config",
      publicText: { en: expect.stringContaining("AIDE_CORPUS") },
    });
  });
});

describe("splitting lines", () => {
  it("keeps every character but the breaks, each line at its offset", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "ế", " ", "\n", "\r\n", "\r", "😀")).map((parts) => parts.join("")),
        (text) => {
          const lines = splitLines(text);
          for (const line of lines) expect(text.slice(line.offset, line.offset + line.text.length)).toBe(line.text);
          expect(lines.map((line) => line.text).join("")).toBe(text.replace(/[\r\n]/gu, ""));
        },
      ),
    );
  });
});
