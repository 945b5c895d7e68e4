/** How sure the recognition of a line is. */
import type { ReadLine } from "../../readers/reader.ts";
import type { Word } from "./page-content.ts";

export interface Sureness {
  /** Mean of the words' confidence, weighted by their length, 0..1; absent where nothing was recognised. */
  readonly confidence?: number | undefined;
  /** Confidence of the least sure word of two letters or more: a better sign of a fault than the mean. */
  readonly weakest?: number | undefined;
}

/** A line as the layout leaves it; `weakest` is for the notes and goes before the line is handed over. */
export type LaidLine = ReadLine & Sureness;

const TELLING = /[\p{L}\p{N}]{2}/u;

export function surenessOf(words: readonly Word[]): Sureness {
  let [sum, letters, weakest] = [0, 0, 1];
  for (const { text, confidence } of words) {
    if (confidence === undefined) continue;
    sum += confidence * text.length;
    letters += text.length;
    if (TELLING.test(text)) weakest = Math.min(weakest, confidence);
  }
  return letters === 0 ? {} : { confidence: sum / letters, weakest };
}

/** The line as it is handed over. */
export function withoutWeakest({ text, page, continues, confidence }: LaidLine): ReadLine {
  return { text, page, ...(continues === undefined ? {} : { continues }), ...(confidence === undefined ? {} : { confidence }) };
}
