import { expect, test } from "vitest";
import { makeWords } from "../../../src/corpus/pdf/glyph-words.ts";
import type { Glyph } from "../../../src/corpus/pdf/page-marks.ts";

const SIZE = 10;

/** A glyph of a font of 10 points whose letters are all 5 wide. */
const glyph = (text: string, x: number, more: Partial<Glyph> = {}): Glyph => ({
  text,
  x,
  end: x + 5,
  baseline: 100,
  size: SIZE,
  bold: false,
  space: text === " ",
  angle: 0,
  ...more,
});
/** Glyphs one after the other. */
const typed = (text: string, x = 0): Glyph[] => Array.from(text, (letter, index) => glyph(letter, x + 5 * index));
const mark = (text: string, x: number): Glyph => glyph(text, x, { end: x });
const texts = (glyphs: readonly Glyph[]): string[] => makeWords(glyphs).map((word) => word.text);

test("letters drawn one by one make words, and gaps part them", () => {
  expect(texts([...typed("nhân"), ...typed("dân", 24)])).toEqual(["nhân", "dân"]);
});

test("letters drawn out of their order, as with a font split in two, come in their places", () => {
  const plain = [glyph("T", 0), glyph("N", 10), glyph("H", 15), glyph(" ", 20), glyph("L", 25), glyph("M", 35)];
  const accented = [glyph("Ỉ", 5), glyph("Â", 30)];
  expect(texts([...plain, ...accented])).toEqual(["TỈNH", "LÂM"]);
});

test("a blank of one font that lies under a letter of the other parts nothing", () => {
  expect(texts([glyph("c", 0), glyph(" ", 5), glyph("a", 10), glyph("ả", 5)])).toEqual(["cảa"]);
});

test("letters drawn twice for boldness are taken once, twins in a word are not", () => {
  const twice = typed("KẾ").flatMap((one) => [one, { ...one, x: one.x + 0.3, end: one.end + 0.3 }]);
  expect(texts(twice)).toEqual(["KẾ"]);
  expect(texts(typed("xoong"))).toEqual(["xoong"]);
});

test("marks drawn for themselves are set on the letter before them", () => {
  expect(texts([glyph("e", 0), mark("\u0302", 5), mark("\u0301", 5), glyph("t", 5)])).toEqual(["ết"]);
});

test("marks drawn before their letter are set on the letter after them", () => {
  expect(texts([glyph("t", 0), mark("\u0302", 5), glyph("e", 5), glyph("m", 10)])).toEqual(["têm"]);
});

test("a raised number is a word of its own, which touches the word before", () => {
  const raised = glyph("1", 10, { end: 13, size: 6, baseline: 96 });
  expect(texts([...typed("xã"), raised]).toSorted()).toEqual(["1", "xã"]);
});

test("bullets of symbol fonts become plain bullets", () => {
  expect(texts([glyph("\uf0b7", 0), ...typed("Nội", 20)])).toEqual(["•", "Nội"]);
});
