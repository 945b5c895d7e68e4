/** The weights that rankings are compared with: all signals, each alone, each left out. */
import type { ScoreParts } from "../../src/retrieve/types.ts";
import { shippedWeights, type Weights } from "../../src/retrieve/weights.ts";

export interface RankingSetting {
  readonly name: string;
  readonly weights: Weights;
}

const parts = ["dense", "sentence", "interaction", "lexical"] as const satisfies readonly (keyof ScoreParts)[];

const alone = (part: keyof ScoreParts): ScoreParts => ({ dense: 0, sentence: 0, interaction: 0, lexical: 0, [part]: 1 });
const only = (part: keyof ScoreParts): Weights => ({ vi: alone(part), en: alone(part) });
const without = (part: keyof ScoreParts): Weights => ({
  vi: { ...shippedWeights.vi, [part]: 0 },
  en: { ...shippedWeights.en, [part]: 0 },
});

export const rankingSettings: readonly RankingSetting[] = [
  { name: "all signals", weights: shippedWeights },
  ...parts.map((part) => ({ name: `${part} only`, weights: only(part) })),
  ...parts.map((part) => ({ name: `without ${part}`, weights: without(part) })),
];
