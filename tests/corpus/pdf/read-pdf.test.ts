import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pdfReader } from "../../../src/corpus/readers/read-pdf.ts";
import { goldParagraphs, linesWith, readParagraphs, readWith } from "./gold-lines.ts";
import { marketDecision, waterPlan } from "./plans.ts";

const WATER = "pdf/fixtures/lam-giang-214-kh-ubnd-2024.pdf";
const MARKET = "pdf/fixtures/vinh-hai-88-qd-ubnd-2025.pdf";
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "..", file)));

/** The same bytes with one piece of plain text replaced, as an editor of PDF files would. */
const edited = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"));

describe("a plan printed by LibreOffice: justified, indented, footnotes, a ruled table", async () => {
  const lines = await linesWith(pdfReader, WATER);

  test("every paragraph, column and table row is read whole and in reading order", () => {
    expect(readParagraphs(lines)).toEqual(goldParagraphs(waterPlan));
  });

  test("every line says on which page it stands", () => {
    const pageOf = (start: string): number | null | undefined => lines.find((line) => line.text.startsWith(start))?.page;
    expect(pageOf("KẾ HOẠCH")).toBe(1);
    expect(pageOf("2. Phát triển mô hình cảnh báo")).toBe(2);
    expect(pageOf("| STT")).toBe(3);
    expect(lines.every((line) => line.page !== null && line.confidence === undefined)).toBe(true);
  });

  test("a paragraph goes on over the page's end", () => {
    const first = lines.findIndex((line) => line.page === 2);
    expect(lines[first]).toMatchObject({ continues: true });
    expect(lines[first]?.text.startsWith("2024. Dữ liệu mở")).toBe(true);
  });
});

describe("a decision printed by Chromium: ragged, space between paragraphs, a table without rules", async () => {
  const lines = await linesWith(pdfReader, MARKET);

  test("every paragraph, column and table row is read whole and in reading order", () => {
    expect(readParagraphs(lines)).toEqual(goldParagraphs(marketDecision));
  });

  test("the line at the foot of each page is no part of the text", () => {
    expect(lines.filter((line) => /Trang \d/u.test(line.text))).toEqual([]);
  });
});

test("a page turned by a quarter is read as if it stood upright", async () => {
  const turned = edited(bytesOf(WATER), /\/MediaBox/gu, "/Rotate 90/MediaBox");
  expect(readParagraphs(await linesWith(pdfReader, turned))).toEqual(goldParagraphs(waterPlan));
});

test("bytes from another process, which come as Node's own buffers, are read all the same", async () => {
  const outcome = await readWith(pdfReader, readFileSync(join(import.meta.dirname, "..", MARKET)));
  expect(outcome.ok).toBe(true);
});

test("a file that needs a password is told from a damaged one", async () => {
  expect(await readWith(pdfReader, "pdf/fixtures/khoa-mo.pdf")).toEqual({ ok: false, code: "encrypted" });
});

test("a file that needs a password only to be changed is read", async () => {
  const lines = await linesWith(pdfReader, "pdf/fixtures/khoa-sua.pdf");
  expect(lines.map((line) => line.text)).toEqual(["KẾ HOẠCH", "Phát triển chợ số trên địa bàn thành phố Vĩnh Hải"]);
});

test.each([
  ["only the first bytes", (bytes: Uint8Array) => bytes.slice(0, 40)],
  ["nothing but zeros after its first bytes", (bytes: Uint8Array) => new Uint8Array([...bytes.slice(0, 20), ...new Uint8Array(5000)])],
])("a file of which there is %s is damaged", async (_, spoil) => {
  expect(await readWith(pdfReader, spoil(bytesOf(WATER)))).toEqual({ ok: false, code: "damaged" });
});

test("a hundred pages take less than five seconds", async () => {
  const { layOutPages } = await import("../../../src/corpus/pdf/layout/lay-out-pages.ts");
  const { openPdf } = await import("../../../src/corpus/pdf/open-pdf.ts");
  const { readPageMarks } = await import("../../../src/corpus/pdf/page-marks.ts");
  const { uprightPage } = await import("../../../src/corpus/pdf/upright-page.ts");
  const opened = await openPdf(bytesOf(WATER));
  if (!opened.ok) throw new Error(opened.code);
  const before = process.cpuUsage();
  const pages = [];
  for (let number = 1; number <= 100; number++) {
    // A page is parsed anew after its clean-up.
    const page = await opened.document.getPage(((number - 1) % 3) + 1);
    pages.push(uprightPage({ marks: await readPageMarks(page), number }));
    page.cleanup();
  }
  const lines = layOutPages(pages);
  const { user, system } = process.cpuUsage(before);
  await opened.close();
  expect(lines.length).toBeGreaterThan(2500);
  // Processor time: other programs on the machine do not count.
  expect((user + system) / 1_000_000).toBeLessThan(5);
}, 60_000);
