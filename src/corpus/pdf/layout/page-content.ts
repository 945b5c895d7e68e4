/**
 * What stands on a page, whoever found it: the text of a PDF or the recognition of a scan. Everything after this is
 * geometry. Units are points (1/72 inch), x to the right, y downwards from the top left of the page as it is read.
 */

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** y of the line that the letters stand on. */
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
  readonly bold: boolean;
  /** 0..1 for a recognised word, absent for a printed one. */
  readonly confidence?: number | undefined;
}

/** A straight line that is drawn on the page, as tables are ruled with. */
export interface Rule {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal rule, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
  /** Text that stands at an angle to the page, as a stamp or "DỰ THẢO" drawn across it. */
  readonly slanted: readonly string[];
}

/** The numbers' middle; 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The value below which a part (0..1) of the numbers lies; 0 for none. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
