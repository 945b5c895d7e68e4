/** Arithmetic on rows of a matrix: mean, unit length, int8. Pure. */

/** Divides a row by its length; a row of zeros stays as it is. Returns a new row. */
export function normalised(row: Float32Array): Float32Array {
  let sum = 0;
  for (const value of row) sum += value * value;
  const length = Math.sqrt(sum);
  return length === 0 ? row.slice() : row.map((value) => value / length);
}

export interface RowRange {
  readonly rows: Float32Array;
  readonly dimensions: number;
  readonly start: number;
  readonly end: number;
}

/** Unit-length mean of the rows from `start` up to `end`; zeros for an empty range. */
export function meanOfRows({ rows, dimensions, start, end }: RowRange): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let row = start; row < end; row += 1) {
    const offset = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + (rows[offset + d] ?? 0);
  }
  return normalised(sum);
}

/** Rows brought to unit length and scaled to int8, where 127 is 1.0. */
export function quantisedRows({ rows, dimensions, start, end }: RowRange): Int8Array {
  const result = new Int8Array((end - start) * dimensions);
  for (let row = start; row < end; row += 1) {
    const unit = normalised(rows.subarray(row * dimensions, (row + 1) * dimensions));
    for (let d = 0; d < dimensions; d += 1) result[(row - start) * dimensions + d] = Math.round((unit[d] ?? 0) * 127);
  }
  return result;
}
