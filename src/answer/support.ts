/** How well a passage supports an answer: a calibrated chance, from the share of the topic and the model's likeness. */
import type { Language } from "../contract/answer.ts";
import type { RankedPassage } from "../retrieve/types.ts";
import weights from "./data/support.json" with { type: "json" };

/** What the share of the topic counts when the model does not answer: words alone mislead more often. */
const WORDS_ALONE = 0.65;

/** Chance that a passage answers, 0..1. Without the model (cosine 0) the share of the topic alone decides. */
export function chanceOf(input: { ranked: Pick<RankedPassage, "cosine" | "maxSim">; coverage: number; lang: Language }): number {
  const { ranked, coverage, lang } = input;
  if (ranked.cosine === 0) return WORDS_ALONE * coverage;
  const weight = weights[lang];
  const sum = weight.coverage * coverage + weight.cosine * ranked.cosine + weight.maxSim * ranked.maxSim + weight.bias;
  return 1 / (1 + Math.exp(-sum));
}
