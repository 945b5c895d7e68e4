import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { pdfReader } from "../../../src/corpus/readers/read-pdf.ts";
import { pictureReader } from "../../../src/corpus/readers/read-picture.ts";
import { goldParagraphs, linesWith, readParagraphs, readWith, wordsFound } from "../pdf/gold-lines.ts";
import { marketDecision, waterPlan } from "../pdf/plans.ts";

const breakAt = marketDecision.blocks.findIndex((block) => block.kind === "page-break");
const secondPage = goldParagraphs({ blocks: marketDecision.blocks.slice(breakAt) });
const table = goldParagraphs({ blocks: waterPlan.blocks.filter((block) => block.kind === "table") });
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)));

describe("a fax of two pages", async () => {
  const outcome = await readWith(pictureReader, "ocr/fixtures/vinh-hai-88-qd-ubnd-2025.tiff");
  const lines = outcome.ok ? outcome.lines : [];
  const paragraphs = readParagraphs(lines);

  test("nearly all words are read", () => {
    expect(wordsFound(goldParagraphs(marketDecision), paragraphs)).toBeGreaterThan(0.95);
  });

  test("nine paragraphs and rows in ten are read without a fault and whole", () => {
    const gold = goldParagraphs(marketDecision).filter((text) => !/^-+$/u.test(text));
    const read = new Set(paragraphs);
    expect(gold.filter((text) => read.has(text)).length / gold.length).toBeGreaterThan(0.88);
  });

  test("the letterhead is read column by column, and lines know their page and how sure they are", () => {
    expect(paragraphs.slice(0, 2)).toEqual(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ VĨNH HẢI"]);
    expect(new Set(lines.map((line) => line.page))).toEqual(new Set([1, 2]));
    expect(lines.every((line) => line.confidence !== undefined && line.confidence > 0 && line.confidence <= 1)).toBe(true);
  });

  test("the page number at the foot is no part of the text", () => {
    expect(paragraphs.filter((text) => text.startsWith("Trang"))).toEqual([]);
  });

  test("the editor is told that the text was recognised, in both languages", () => {
    const note = outcome.ok ? outcome.notes.find(({ code }) => code === "ocr-used") : undefined;
    expect(note).toMatchObject({ line: null });
    expect(note?.message).toMatch(/ảnh quét/u);
    expect(note?.messageEn).toMatch(/scan/u);
  });
});

test("a scanned table with rules is read row by row, its numbers too", async () => {
  const rows = (await linesWith(pictureReader, "ocr/fixtures/lam-giang-phu-luc.jpg"))
    .map((line) => line.text)
    .filter((text) => text.startsWith("|"));
  expect(rows).toHaveLength(table.length);
  const cells = (row: string | undefined): string[] =>
    (row ?? "")
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  expect(rows.map((row) => cells(row)[0])).toEqual(table.map((row) => cells(row)[0]));
  expect(rows.map((row) => cells(row)[5])).toEqual(table.map((row) => cells(row)[5]));
  expect(wordsFound(table, rows)).toBeGreaterThan(0.93);
});

test.each(["vinh-hai-nam-ngang.png", "vinh-hai-nguoc.png"])("a page that lies or stands on its head is turned: %s", async (name) => {
  expect(wordsFound(secondPage, readParagraphs(await linesWith(pictureReader, `ocr/fixtures/${name}`)))).toBeGreaterThan(0.95);
});

describe("a PDF of which one page is a scan", async () => {
  const outcome = await readWith(pdfReader, "ocr/fixtures/vinh-hai-mot-trang-quet.pdf");
  const lines = outcome.ok ? outcome.lines : [];

  test("keeps the text of the other page and recognises this one", () => {
    expect(lines.filter((line) => line.page === 1).every((line) => line.confidence === undefined)).toBe(true);
    const scanned = lines.filter((line) => line.page === 2);
    expect(scanned.every((line) => line.confidence !== undefined)).toBe(true);
    expect(wordsFound(secondPage, readParagraphs(scanned))).toBeGreaterThan(0.95);
  });

  test("says which page it was", () => {
    expect(outcome.ok && outcome.notes[0]).toMatchObject({ code: "ocr-used", messageEn: expect.stringContaining("Page 2") });
  });
});

test("a PDF whose letters mean nothing is recognised by itself", async () => {
  // The code tables of its fonts taken away, as some printers' drivers leave them out: the glyphs keep their shapes only.
  const text = Buffer.from(readFileSync(join(import.meta.dirname, "../pdf/fixtures/vinh-hai-88-qd-ubnd-2025.pdf"))).toString("latin1");
  const outcome = await readWith(pdfReader, new Uint8Array(Buffer.from(text.replaceAll("/ToUnicode", "/ToNothing"), "latin1")));
  expect(outcome.ok && outcome.notes[0]?.code).toBe("ocr-used");
  expect(wordsFound(secondPage, outcome.ok ? readParagraphs(outcome.lines) : [])).toBeGreaterThan(0.95);
}, 60_000);

test("a blank page is no fault", async () => {
  const blank = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: "white" } })
    .png()
    .toBuffer();
  expect(await readWith(pictureReader, new Uint8Array(blank))).toEqual({ ok: true, lines: [], notes: [] });
});

test.each([
  ["half a picture", (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
  ["a picture's first bytes", (bytes: Uint8Array) => bytes.slice(0, 30)],
])("%s is told as damaged", async (_, spoil) => {
  expect(await readWith(pictureReader, spoil(bytesOf("lam-giang-phu-luc.jpg")))).toEqual({ ok: false, code: "damaged" });
});

test("a picture of more than a hundred million pixels is refused before it is opened", async () => {
  const huge = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: "white" } })
    .png()
    .toBuffer();
  expect(await readWith(pictureReader, new Uint8Array(huge))).toEqual({ ok: false, code: "limits" });
});
