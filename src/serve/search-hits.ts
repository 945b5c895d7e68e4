/** Ranked passages in the shape of POST /v1/search. */
import type { SearchHit } from "../contract/search.ts";
import type { Plan } from "../parse/types.ts";
import type { RankedPassage } from "../retrieve/types.ts";

/** Null for a passage whose document or section is not among the plans: a generation never holds one. */
export function toHit(ranked: RankedPassage, planOf: (documentId: string) => Plan | undefined): SearchHit | null {
  const { passage, score, parts } = ranked;
  const plan = planOf(passage.documentId);
  const section = plan?.sections.find(({ id }) => id === passage.sectionId);
  if (plan === undefined || section === undefined) return null;
  return {
    documentId: passage.documentId,
    section: { id: section.id, label: section.label, path: [...section.path] },
    text: plan.text.slice(passage.start, passage.end),
    score,
    parts: { dense: parts.dense, lexical: parts.lexical, sentence: parts.sentence, interaction: parts.interaction },
  };
}
