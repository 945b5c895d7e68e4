/** Scores of different kinds made comparable: each has mean 0 and deviation 1 over the passages of one question. Pure. */

/**
 * z-scores of `values`; all zero when they do not differ. Unlike ranks they keep the margin by which one passage is
 * better, which is information (Bruch et al. 2023, "An analysis of fusion functions for hybrid retrieval").
 */
export function standardised(values: ArrayLike<number>): Float64Array {
  const { length } = values;
  const result = new Float64Array(length);
  if (length === 0) return result;
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += values[i] ?? 0;
  const mean = sum / length;
  let squares = 0;
  for (let i = 0; i < length; i += 1) squares += ((values[i] ?? 0) - mean) ** 2;
  const deviation = Math.sqrt(squares / length);
  if (deviation < 1e-9) return result;
  for (let i = 0; i < length; i += 1) result[i] = ((values[i] ?? 0) - mean) / deviation;
  return result;
}
