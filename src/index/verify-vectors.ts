/** Whether stored vectors are what a search can rank: of unit length, and each nearest to itself. */
import type { PassageVectors } from "./types.ts";
import { dotAt } from "./vector-search.ts";

/** Rounding of 32-bit sums over some hundred numbers stays far below it. */
const TOLERANCE = 1e-3;

/**
 * Asks the vectors for themselves.
 *
 * @param sample how many passages are asked for, spread evenly; default 100. The lengths of all are looked at.
 * @returns what is wrong, one sentence each; empty when nothing is.
 */
export function findVectorFaults({ pooled, dimensions }: Pick<PassageVectors, "pooled" | "dimensions">, sample = 100): readonly string[] {
  const count = pooled.length / dimensions;
  const row = (ordinal: number): Float32Array => pooled.subarray(ordinal * dimensions, (ordinal + 1) * dimensions);
  const faults: string[] = [];
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const length = Math.sqrt(dotAt(row(ordinal), pooled, ordinal * dimensions));
    if (!(Math.abs(length - 1) <= TOLERANCE)) faults.push(`the vector of passage ${ordinal} has the length ${length.toFixed(4)}`);
  }
  const step = Math.max(1, Math.floor(count / sample));
  for (let ordinal = 0; ordinal < count; ordinal += step) {
    const query = row(ordinal);
    const own = dotAt(query, pooled, ordinal * dimensions);
    let best = own;
    for (let other = 0; other < count; other += 1) best = Math.max(best, dotAt(query, pooled, other * dimensions));
    // Equal words in two documents have equal vectors: either may come first.
    if (!(best - own <= TOLERANCE)) faults.push(`passage ${ordinal} is not found by its own vector`);
  }
  return faults;
}
