/** Principal components of a set of vectors, by orthogonal iteration on their covariance. Pure and deterministic. */

export interface Moments {
  count: number;
  readonly sum: Float64Array;
  /** size × size, the upper triangle only. */
  readonly products: Float64Array;
  readonly size: number;
}

export function emptyMoments(size: number): Moments {
  return { count: 0, sum: new Float64Array(size), products: new Float64Array(size * size), size };
}

/** Adds one vector to the running sums. The one function here that changes its argument. */
export function addVector(moments: Moments, vector: Float32Array): void {
  const { size, sum, products } = moments;
  moments.count += 1;
  for (let i = 0; i < size; i += 1) {
    const value = vector[i] ?? 0;
    sum[i] = (sum[i] ?? 0) + value;
    for (let j = i; j < size; j += 1) products[i * size + j] = (products[i * size + j] ?? 0) + value * (vector[j] ?? 0);
  }
}

function covarianceOf({ count, sum, products, size }: Moments): Float64Array {
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = i; j < size; j += 1) {
      const value = (products[i * size + j] ?? 0) / count - ((sum[i] ?? 0) / count) * ((sum[j] ?? 0) / count);
      covariance[i * size + j] = value;
      covariance[j * size + i] = value;
    }
  return covariance;
}

/** Gram-Schmidt over columns kept as rows. */
function orthonormalise(rows: Float64Array[]): void {
  rows.forEach((row, i) => {
    for (const earlier of rows.slice(0, i)) {
      const dot = row.reduce((total, value, k) => total + value * (earlier[k] ?? 0), 0);
      for (let k = 0; k < row.length; k += 1) row[k] = (row[k] ?? 0) - dot * (earlier[k] ?? 0);
    }
    const length = Math.hypot(...row);
    for (let k = 0; k < row.length; k += 1) row[k] = (row[k] ?? 0) / length;
  });
}

/** The `wanted` directions of greatest variance, strongest first, each of unit length; and the share of variance they hold. */
export function principalComponents(moments: Moments, wanted: number, rounds = 40): { components: Float64Array[]; share: number } {
  const { size } = moments;
  const covariance = covarianceOf(moments);
  // A fixed sequence instead of randomness: the same texts give the same file.
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  };
  let rows = Array.from({ length: wanted }, () => Float64Array.from({ length: size }, next));
  orthonormalise(rows);
  const multiply = (row: Float64Array) =>
    Float64Array.from({ length: size }, (_, i) => {
      let total = 0;
      for (let j = 0; j < size; j += 1) total += (covariance[i * size + j] ?? 0) * (row[j] ?? 0);
      return total;
    });
  for (let round = 0; round < rounds; round += 1) {
    rows = rows.map(multiply);
    orthonormalise(rows);
  }
  const variances = rows.map((row) => multiply(row).reduce((total, value, i) => total + value * (row[i] ?? 0), 0));
  const trace = Array.from({ length: size }, (_, i) => covariance[i * size + i] ?? 0).reduce((a, b) => a + b, 0);
  return { components: rows, share: variances.reduce((a, b) => a + b, 0) / trace };
}
