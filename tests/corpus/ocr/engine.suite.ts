/** What every engine must do; run for each by `engine.test.ts`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GreyPicture, OcrEngine } from "../../../src/corpus/ocr/ocr-engine.ts";
import { openPicture as openOrNull, straightenPicture } from "../../../src/corpus/ocr/prepare-picture.ts";
import { goldParagraphs, wordsFound } from "../pdf/gold-lines.ts";
import { marketDecision } from "../pdf/plans.ts";

async function openPicture(bytes: Uint8Array, page: number): Promise<GreyPicture> {
  const picture = await openOrNull(bytes, page);
  if (picture === null) throw new Error("damaged");
  return picture;
}

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)));

/** A part of a picture. */
function cut(picture: GreyPicture, box: { top: number; bottom: number }): GreyPicture {
  return { ...picture, height: box.bottom - box.top, data: picture.data.slice(box.top * picture.width, box.bottom * picture.width) };
}

export function engineSuite(name: string, start: () => Promise<OcrEngine>): void {
  describe(`${name} as an engine`, () => {
    let engine: OcrEngine;
    let picture: GreyPicture;
    beforeAll(async () => {
      engine = await start();
      picture = await straightenPicture(await openPicture(fixture("vinh-hai-88-qd-ubnd-2025.tiff"), 0));
    }, 60_000);
    afterAll(async () => {
      await engine.close();
    });

    test("recognises the words of a scanned page, nearly all of them", async () => {
      const words = await engine.recognise(picture, "page");
      const first = marketDecision.blocks.findIndex((block) => block.kind === "page-break");
      const gold = goldParagraphs({ blocks: marketDecision.blocks.slice(0, first) }).filter((text) => !/^-+$/u.test(text));
      expect(
        wordsFound(
          gold,
          words.map((word) => word.text),
        ),
      ).toBeGreaterThan(0.93);
    }, 120_000);

    test("gives every word a place on the page, a confidence and a line", async () => {
      const words = await engine.recognise(picture, "page");
      for (const word of words) {
        expect(word.left).toBeGreaterThanOrEqual(0);
        expect(word.right).toBeLessThanOrEqual(picture.width);
        expect(word.bottom).toBeGreaterThan(word.top);
        expect(word.confidence).toBeGreaterThanOrEqual(0);
        expect(word.confidence).toBeLessThanOrEqual(1);
      }
      const heading = words.filter((word) => /^(?:QUYẾT|ĐỊNH)$/u.test(word.text)).slice(0, 2);
      expect(new Set(heading.map((word) => word.line)).size).toBe(1);
    }, 120_000);

    test("reads one block as well as a page", async () => {
      const words = await engine.recognise(
        cut(picture, { top: Math.round(0.3 * picture.height), bottom: Math.round(0.4 * picture.height) }),
        "block",
      );
      expect(words.map((word) => word.text).join(" ")).toContain(
        "Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ",
      );
    }, 120_000);

    test("finds nothing on a blank page, and that is no fault", async () => {
      expect(await engine.recognise({ width: 800, height: 1000, dpi: 100, data: new Uint8Array(800_000).fill(255) }, "page")).toEqual([]);
    }, 120_000);
  });
}
