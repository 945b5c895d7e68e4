/** Groups passages of similar length, so that a forward pass carries little padding. */
import type { PassageInput } from "./embedder.ts";

/** Positions in the list of inputs. */
export type Batch = readonly number[];

function lengthOf(input: PassageInput): number {
  return input.sentences.reduce((sum, sentence) => sum + sentence.length + 1, input.context.length);
}

/**
 * Longest first. A batch's padded size (longest × count, in characters) stays under `maxCharacters`; a longer passage
 * is a batch of its own.
 */
export function planBatches(inputs: readonly PassageInput[], maxCharacters: number): readonly Batch[] {
  const lengths = inputs.map(lengthOf);
  const order = inputs.map((_, i) => i).toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b);
  const batches: number[][] = [];
  let current: number[] = [];
  for (const i of order) {
    const longest = lengths[current[0] ?? i] ?? 0;
    if (current.length > 0 && longest * (current.length + 1) > maxCharacters) {
      batches.push(current);
      current = [];
    }
    current.push(i);
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
