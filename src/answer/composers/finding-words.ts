/** The words of a finding on one line, for lists and tables. */
import { shortened } from "../../language/shorten.ts";
import { changeTouching, holdsNow } from "../later-change.ts";
import type { DraftBuilder, Piece } from "../draft.ts";
import { oneLine } from "../phrases.ts";
import type { ComposeInput, Finding } from "./types.ts";

/** Length of a quote in a list or a table, beside a fact that answers by itself and where the quote is the answer. */
export const BESIDE_FACT = 150;
export const ALONE = 420;

/** The quoted words on one line, for lists and tables; of a quote that is too long the sentence that answers. */
export function inline({ entry, quote, lead }: Finding, limit: number): string {
  const words = oneLine(entry.plan.text.slice(quote.start, quote.end));
  return shortened(words.length > limit && lead !== undefined ? lead : words, limit);
}

/** What a later document made of a line of a list or a table, after the line. */
export function changedSince(builder: DraftBuilder, { u, collection }: ComposeInput, { entry, quote }: Finding): Piece[] {
  const change = changeTouching(entry, quote, collection);
  return change === null ? [] : ["; ", ...holdsNow(builder, change, u)];
}
