/**
 * A generation as it would have been built from some of its documents only.
 *
 * Input: a generation and the ids that may be seen. Output: a generation of the same id. Invariants: plans, passages,
 * vectors and words are those of a collection that never held the others, so that whoever answers from it cannot tell
 * that there are others; the given generation is not changed and shares no array with the result.
 */
import type { Embedder, PassageEmbedding } from "../models/embedder.ts";
import { relatePlans, unrelatedPlan } from "../parse/standing.ts";
import type { Plan } from "../parse/types.ts";
import { makePassages, passageInput } from "./make-passages.ts";
import type { Generation, Passage } from "./types.ts";
import { collectVectors, embeddingAt } from "./vectors-file.ts";
import { buildWordsGently } from "./words.ts";

/** Plans of the visible documents, related as if the others did not exist. Cheap: no passages, no vectors. */
export function restrictPlans(plans: readonly Plan[], visible: ReadonlySet<string>): readonly Plan[] {
  const seen = plans.filter(({ id }) => visible.has(id));
  return seen.length === plans.length ? plans : relatePlans(seen.map(unrelatedPlan));
}

/** Passages of the plans, in their order. A copy whose original is not seen speaks for itself, as it did not before. */
export function restrictPassages(generation: Generation, plans: readonly Plan[]): readonly Passage[] {
  const before = new Map<string, Passage[]>();
  for (const passage of generation.passages) {
    const known = before.get(passage.documentId);
    if (known === undefined) before.set(passage.documentId, [passage]);
    else known.push(passage);
  }
  return plans
    .filter(({ copyOf }) => copyOf === null)
    .flatMap((plan) => before.get(plan.id) ?? makePassages(plan))
    .map((passage, ordinal) => ({ ...passage, ordinal }));
}

async function embeddingsOf({
  generation,
  plans,
  passages,
  embedder,
}: {
  generation: Generation;
  plans: readonly Plan[];
  passages: readonly Passage[];
  embedder: Pick<Embedder, "embedPassages">;
}): Promise<readonly PassageEmbedding[]> {
  const known = new Map<string, PassageEmbedding>();
  for (const { hash, ordinal } of generation.passages) known.set(hash, embeddingAt(generation.vectors, ordinal));
  // Only a copy with another place than its original's, and only where the original is hidden: nothing else is new.
  const missing = [...new Map(passages.filter(({ hash }) => !known.has(hash)).map((passage) => [passage.hash, passage])).values()];
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const inputs = missing.flatMap((passage) => {
    const plan = byId.get(passage.documentId);
    return plan === undefined ? [] : [passageInput(plan, passage)];
  });
  const fresh = inputs.length === 0 ? [] : await embedder.embedPassages(inputs);
  missing.forEach(({ hash }, i) => {
    const embedding = fresh[i];
    if (embedding !== undefined) known.set(hash, embedding);
  });
  return passages.map(({ hash, documentId }) => {
    const embedding = known.get(hash);
    if (embedding === undefined) throw new Error(`a passage of ${documentId} has no vectors`);
    return embedding;
  });
}

/**
 * Cuts a generation down to the documents that are visible; the generation itself where they are all.
 *
 * @param embedder the model that the generation was built with.
 * @throws what the embedder throws, where a copy has words of its own.
 */
export async function restrictGeneration({
  generation,
  visible,
  embedder,
}: {
  generation: Generation;
  visible: ReadonlySet<string>;
  embedder: Pick<Embedder, "embedPassages">;
}): Promise<Generation> {
  const plans = restrictPlans(generation.plans, visible);
  if (plans === generation.plans) return generation;
  const passages = restrictPassages(generation, plans);
  const vectors = collectVectors(await embeddingsOf({ generation, plans, passages, embedder }), generation.vectors);
  const textOf = new Map(plans.map((plan) => [plan.id, plan.text]));
  const words = await buildWordsGently(
    passages.map(({ ordinal, documentId, start, end, context }) => ({
      id: ordinal,
      text: textOf.get(documentId)?.slice(start, end) ?? "",
      context,
    })),
  );
  return { id: generation.id, createdAt: generation.createdAt, plans, passages, vectors, words };
}
