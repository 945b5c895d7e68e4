/** Glyphs with their places → words: marks set on their letters, letters drawn twice taken once, spaces told by gaps. */
import type { Word } from "./layout/page-content.ts";
import type { Glyph } from "./page-marks.ts";

/** Parts of the font size. */
const SAME_LINE = 0.2;
const WORD_GAP = 0.17;
const SAME_PLACE = 0.12;
const TOUCHING = 0.15;

/** Bullets of symbol fonts, which have no code of their own. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["\uf0b7", "•"],
  ["\uf0a7", "▪"],
  ["\uf0a8", "▪"],
  ["\uf06e", "▪"],
  ["\uf0d8", "-"],
  ["\uf02d", "-"],
  ["\uf02b", "+"],
  ["\uf0fc", "-"],
]);

const MARK = /^\p{M}+$/u;

/** Ligatures and the like in their plain letters. */
const plain = (text: string): string => (SYMBOLS.get(text) ?? text).replaceAll(/[\ufb00-\ufb06]/gu, (letter) => letter.normalize("NFKC"));

const composes = (base: string, mark: string): boolean => (base + mark).normalize("NFC").length < (base + mark).length;

/**
 * Marks drawn for themselves, set on a letter: the one drawn before when the two make a letter of the alphabet, else the
 * one drawn after. Both stand where the pen stands, so that only the alphabet tells.
 */
function setMarks(glyphs: readonly Glyph[]): Glyph[] {
  const result: Glyph[] = [];
  let waiting = "";
  for (const glyph of glyphs) {
    if (!MARK.test(glyph.text)) {
      const text = waiting !== "" && composes(glyph.text, waiting) ? (glyph.text + waiting).normalize("NFC") : glyph.text;
      waiting = "";
      result.push({ ...glyph, text });
      continue;
    }
    const before = result.at(-1);
    const near =
      before !== undefined && Math.abs(glyph.x - before.end) < before.size && Math.abs(glyph.baseline - before.baseline) < before.size;
    if (near && composes(before.text, glyph.text))
      result[result.length - 1] = { ...before, text: (before.text + glyph.text).normalize("NFC") };
    else waiting += glyph.text;
  }
  return result;
}

/** Groups glyphs of one baseline, each group from left to right. */
function baselines(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && glyph.baseline - last.baseline <= SAME_LINE * Math.min(glyph.size, last.size))
      row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x || Number(a.space) - Number(b.space) || a.end - b.end));
}

/** Bold made by drawing twice, and shadows: the same letter in the same place. */
function withoutDoubles(row: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of row) {
    const double = kept
      .slice(-4)
      .some((other) => other.text === glyph.text && !glyph.space && Math.abs(other.x - glyph.x) < SAME_PLACE * glyph.size);
    if (!double) kept.push(glyph);
  }
  return kept;
}

function wordsOf(row: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let current: Glyph[] = [];
  const close = (): void => {
    const first = current[0];
    if (first !== undefined) {
      const letters = current.reduce((sum, glyph) => sum + (glyph.bold ? 1 : 0), 0);
      words.push({
        text: current.map((glyph) => plain(glyph.text)).join(""),
        left: first.x,
        right: Math.max(...current.map((glyph) => glyph.end)),
        baseline: first.baseline,
        size: Math.max(...current.map((glyph) => glyph.size)),
        bold: letters * 2 > current.length,
      });
    }
    current = [];
  };
  for (const glyph of row) {
    const last = current.at(-1);
    if (glyph.space) {
      // A blank that lies under a letter is the other font's.
      if (last === undefined || glyph.end > last.end + TOUCHING * glyph.size) close();
      continue;
    }
    const resized = last !== undefined && Math.min(last.size, glyph.size) < 0.75 * Math.max(last.size, glyph.size);
    if (last !== undefined && (glyph.x - last.end > WORD_GAP * Math.max(glyph.size, last.size) || resized)) close();
    current.push(glyph);
  }
  close();
  return words;
}

/** Words from left to right, line by line. All glyphs must stand upright. */
export function makeWords(glyphs: readonly Glyph[]): Word[] {
  return baselines(setMarks(glyphs))
    .flatMap((row) => wordsOf(withoutDoubles(row)))
    .map((word) => ({ ...word, text: word.text.normalize("NFC") }));
}
