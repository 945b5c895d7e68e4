/** How much each signal counts, by the question's language: data; `npm run eval:retrieval` shows what each is worth. */
import type { Language } from "../contract/answer.ts";
import weightsData from "./data/weights.json" with { type: "json" };
import type { ScoreParts } from "./types.ts";

export type Weights = Readonly<Record<Language, ScoreParts>>;

export const shippedWeights: Weights = weightsData;

/** Weighted sum of the standardised parts. */
export function fuse(parts: ScoreParts, weights: ScoreParts): number {
  return (
    weights.dense * parts.dense +
    weights.sentence * parts.sentence +
    weights.interaction * parts.interaction +
    weights.lexical * parts.lexical
  );
}
