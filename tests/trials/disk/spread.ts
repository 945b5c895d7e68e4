/** So many of the numbers below `limit`, the first and the last among them. */
export function spread(limit: number, wanted: number): readonly number[] {
  const count = Math.min(limit, Math.max(2, wanted));
  return Array.from({ length: count }, (_, i) => Math.round((i * (limit - 1)) / (count - 1)));
}
