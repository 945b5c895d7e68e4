/** A total that a document states, against the sum of its items. */
export interface CheckedTotal {
  readonly sectionId: string;
  /** The words that state the total, verbatim. */
  readonly quote: string;
  readonly stated: number;
  readonly summed: number;
  /** Formatted for people, with the unit the document uses. */
  readonly statedText: string;
  readonly summedText: string;
  readonly parts: readonly string[];
  readonly matches: boolean;
}
