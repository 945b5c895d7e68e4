/** How a document is to be written in a terminal. */
import type { Language } from "../../contract/answer.ts";

export interface PrintOptions {
  readonly lang: Language;
  /** Columns of a whole line. */
  readonly width: number;
}

/** At most `limit` characters and an ellipsis where something is left out. */
export function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit).trimEnd()} …` : text;
}
