import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { GreyPicture } from "../../../src/corpus/ocr/ocr-engine.ts";
import { findPictureRules } from "../../../src/corpus/ocr/picture-rules.ts";
import { openPicture as openOrNull, straightenPicture } from "../../../src/corpus/ocr/prepare-picture.ts";
import { liesOnItsSide, skewOf } from "../../../src/corpus/ocr/skew.ts";
import { findGrids } from "../../../src/corpus/pdf/layout/find-grids.ts";

async function openPicture(bytes: Uint8Array, page: number): Promise<GreyPicture> {
  const picture = await openOrNull(bytes, page);
  if (picture === null) throw new Error("damaged");
  return picture;
}

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)));

/** The straight page, turned. */
async function turned(degrees: number): Promise<GreyPicture> {
  const upright = await sharp(fixture("vinh-hai-nguoc.png")).rotate(180).toBuffer();
  return await openPicture(new Uint8Array(await sharp(upright).rotate(degrees, { background: "white" }).png().toBuffer()), 0);
}

test.each([-4, -1.3, -0.3, 0, 0.7, 2.5])("a lean of %d degrees is found to a tenth", async (degrees) => {
  expect(Math.abs(skewOf(await turned(degrees)) - degrees)).toBeLessThan(0.11);
});

test("a page on its side is told from an upright one", async () => {
  expect(liesOnItsSide(await turned(90))).toBe(true);
  expect(liesOnItsSide(await turned(1))).toBe(false);
});

test("a blank page leans nowhere", () => {
  const blank = { width: 600, height: 800, dpi: 100, data: new Uint8Array(480_000).fill(255) };
  expect(skewOf(blank)).toBe(0);
  expect(liesOnItsSide(blank)).toBe(false);
});

test("the rules of a scanned table make its grid, its letters make none", async () => {
  const picture = await straightenPicture(await openPicture(fixture("lam-giang-phu-luc.jpg"), 0));
  const grids = findGrids(findPictureRules(picture));
  expect(grids).toHaveLength(1);
  expect(grids[0]?.xs).toHaveLength(7);
  expect(grids[0]?.ys).toHaveLength(13);
});

test("a picture's own turn, as cameras write it down, is followed", async () => {
  const lying = await sharp(fixture("vinh-hai-nguoc.png")).withMetadata({ orientation: 3 }).jpeg().toBuffer();
  const asStored = await openPicture(fixture("vinh-hai-nguoc.png"), 0);
  const opened = await openPicture(new Uint8Array(lying), 0);
  const top = (picture: GreyPicture): number =>
    picture.data.subarray(0, picture.width * 200).reduce((ink, value) => ink + Number(value < 100), 0);
  const bottom = asStored.data.subarray(asStored.data.length - asStored.width * 200).reduce((ink, value) => ink + Number(value < 100), 0);
  expect(Math.abs(top(opened) - bottom)).toBeLessThan(0.2 * bottom);
});
