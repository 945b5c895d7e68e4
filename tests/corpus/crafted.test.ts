/** Files made to do harm, or of a kind that no clerk sends: each gets one clear sentence, and the reader goes on. */
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileReader, type FileReader } from "../../src/corpus/file-reader.ts";
import { unreadableFile } from "../../src/corpus/unreadable.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { putTogether } from "../trials/reading/archives.ts";

let reader: FileReader;
beforeAll(() => {
  reader = openFileReader({ cache: null });
});
afterAll(() => reader.close());

const types = {
  name: "[Content_Types].xml",
  content: Buffer.from('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
};
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 * 1024, 0x20);

/** 150 KB that inflate to 150 MB. */
const bomb = (): Buffer =>
  putTogether([
    types,
    { name: "word/document.xml", content: zeros(60) },
    { name: "word/styles.xml", content: zeros(60) },
    { name: "word/numbering.xml", content: zeros(30) },
  ]);
/** Says that it is small. */
const liar = (): Buffer => putTogether([types, { name: "word/document.xml", content: zeros(40), declared: 1000 }]);

/** A PDF whose one page stream inflates to 200 MB. */
function pdfBomb(): Buffer {
  const packed = deflateSync(deflateSync(zeros(200)));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
  ].map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`);
  const stream = `4 0 obj\n<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${objects.join("")}${stream}`),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"),
  ]);
}

describe("a file made to do harm", () => {
  it.each([
    ["a zip bomb of 150 KB", "a.docx", bomb, ["archive-limits"]],
    ["an archive that lies about its size", "a.docx", liar, ["archive-limits", "damaged"]],
    ["a PDF whose page inflates to 200 MB", "a.pdf", pdfBomb, ["limits", "damaged", "empty"]],
    [
      "a picture of 60,000 × 60,000 points",
      "a.png",
      () =>
        Buffer.concat([
          Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
          Buffer.from("0000ea600000ea600800000000", "hex"),
          Buffer.from("5d2f8a4b", "hex"),
        ]),
      ["damaged", "limits", "too-large"],
    ],
    ["a line of five million letters", "a.txt", () => Buffer.from(`KẾ HOẠCH\n${"a".repeat(5_000_000)}`), ["too-large"]],
    ["an empty file", "a.pdf", () => Buffer.alloc(0), ["empty"]],
    [
      "entities that multiply",
      "a.docx",
      () =>
        putTogether([
          types,
          {
            name: "word/document.xml",
            content: Buffer.from('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>'),
          },
        ]),
      ["damaged"],
    ],
  ])(
    "%s is refused with one sentence in each language",
    async (_, fileName, make, codes) => {
      const before = performance.now();
      const { outcome } = await reader.read({ fileName, bytes: make() });
      expect(outcome.ok ? "read" : outcome.code).toBeOneOf(codes);
      expect(performance.now() - before).toBeLessThan(30_000);
      if (outcome.ok) return;
      const { message, messageEn } = unreadableFile({ fileName, code: outcome.code, detail: outcome.detail });
      for (const sentence of [message, messageEn]) expect(sentence).toMatch(/^(?:Tệp|The file) “a\.\w+” [^\n]{5,200}\.$/u);
      // It goes on.
      expect((await reader.read({ fileName: "b.txt", bytes: Buffer.from("KẾ HOẠCH") })).outcome.ok).toBe(true);
    },
    60_000,
  );
});

describe("lists sixty levels deep", () => {
  const items = (open: string, close: string): string =>
    Array.from({ length: 60 }, (_, i) => `${open}Cấp ${i + 1}`).join("") + close.repeat(60);
  it.each([
    ["a page", "a.html", `<!DOCTYPE html><html><body><p>KẾ HOẠCH</p>${items("<ul><li>", "</li></ul>")}</body></html>`],
    [
      "a text",
      "a.txt",
      Array.from(
        { length: 60 },
        (_, i) => `${" ".repeat(i)}${Array.from({ length: Math.min(i + 1, 4) }, () => "1").join(".")}. Cấp ${i + 1}`,
      ).join("\n"),
    ],
  ])("are read from %s, every item kept", async (_, fileName, text) => {
    const { kind, outcome } = await reader.read({ fileName, bytes: Buffer.from(text) });
    if (!outcome.ok || kind === null) throw new Error("not read");
    const plan = parsePlan({
      id: "a",
      fileName,
      sourceHash: "0".repeat(64),
      kind,
      lines: outcome.lines,
      notes: outcome.notes,
      catalogue: {},
    });
    expect(outcome.notes.map(({ code }) => code)).toEqual(kind === "html" ? ["nesting-deep"] : []);
    for (let i = 1; i <= 60; i++) expect(plan.text).toMatch(new RegExp(`Cấp ${i}$`, "mu"));
  });
});
