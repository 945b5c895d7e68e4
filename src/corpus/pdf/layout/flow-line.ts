/** A line of running text in reading order, with what is needed to tell which paragraph it belongs to. */
import { surenessOf, type Sureness } from "./sureness.ts";
import { makeRun, type Run } from "./text-rows.ts";
import type { Word } from "./page-content.ts";

export interface FlowLine extends Run, Sureness {
  readonly kind: "line";
  readonly page: number;
  /** The column of a letterhead or a signature block that it stands in, null for the page's own text. */
  readonly column: number | null;
}

/** Makes a line of words of one baseline. */
export function flowLine(input: { words: readonly Word[]; page: number; column: number | null }): FlowLine {
  const words = input.words.toSorted((a, b) => a.left - b.left);
  return { ...makeRun(words), kind: "line", page: input.page, column: input.column, ...surenessOf(words) };
}
