/** Pages for tests of the layout, written as lines at places; a letter is half as wide as it is high. */
import type { PageContent, Rule, Word } from "../../../src/corpus/pdf/layout/page-content.ts";

export interface MadeLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

const DEFAULT_SIZE = 12;

export function wordsOf({ text, x, y, size = DEFAULT_SIZE, bold = false }: MadeLine): Word[] {
  let left = x;
  return text.split(" ").map((word) => {
    const made = { text: word, left, right: left + word.length * size * 0.5, baseline: y, size, bold };
    left = made.right + size * 0.25;
    return made;
  });
}

export const page = (lines: readonly MadeLine[], more: Partial<PageContent> = {}): PageContent => ({
  number: 1,
  width: 595,
  height: 842,
  words: lines.flatMap(wordsOf),
  rules: [],
  slanted: [],
  ...more,
});

/** Rules of a grid with these borders. */
export const grid = (xs: readonly number[], ys: readonly number[]): Rule[] => [
  ...ys.map((at): Rule => ({ direction: "horizontal", at, from: xs[0] ?? 0, to: xs.at(-1) ?? 0 })),
  ...xs.map((at): Rule => ({ direction: "vertical", at, from: ys[0] ?? 0, to: ys.at(-1) ?? 0 })),
];
