/**
 * Nearest passages by pooled vectors: with hnswlib's exhaustive search where that optional package was compiled, else
 * in TypeScript. Both are exact and give the same order.
 */

export interface VectorHit {
  readonly ordinal: number;
  /** Cosine; the vectors are of unit length. */
  readonly score: number;
}

export interface VectorSearch {
  readonly kind: "hnswlib" | "exact";
  /** The `limit` best of the passages that `allowed` lets through, best first; equal scores by ordinal. */
  search(query: Float32Array, limit: number, allowed?: (ordinal: number) => boolean): readonly VectorHit[];
}

/** Rows of one matrix. */
export interface Rows {
  readonly values: Float32Array;
  readonly dimensions: number;
}

function byScore(a: VectorHit, b: VectorHit): number {
  return b.score - a.score || a.ordinal - b.ordinal;
}

/** Dot product of `query` with the row that begins at `offset`; four sums, so that the processor need not wait for one. */
export function dotAt(query: Float32Array, values: Float32Array, offset: number): number {
  const { length } = query;
  let a = 0,
    b = 0,
    c = 0,
    d = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    a += (query[i] ?? 0) * (values[offset + i] ?? 0);
    b += (query[i + 1] ?? 0) * (values[offset + i + 1] ?? 0);
    c += (query[i + 2] ?? 0) * (values[offset + i + 2] ?? 0);
    d += (query[i + 3] ?? 0) * (values[offset + i + 3] ?? 0);
  }
  for (; i < length; i += 1) a += (query[i] ?? 0) * (values[offset + i] ?? 0);
  return a + b + c + d;
}

/** The search that runs everywhere. */
export function openExactSearch({ values, dimensions }: Rows): VectorSearch {
  const count = values.length / dimensions;
  return {
    kind: "exact",
    search(query, limit, allowed = () => true) {
      const hits: VectorHit[] = [];
      for (let ordinal = 0; ordinal < count; ordinal += 1)
        if (allowed(ordinal)) hits.push({ ordinal, score: dotAt(query, values, ordinal * dimensions) });
      return hits.toSorted(byScore).slice(0, limit);
    },
  };
}

type Hnswlib = Pick<typeof import("hnswlib-node"), "BruteforceSearch">;

/** Null where the package is not installed or was not compiled. */
async function loadHnswlib(): Promise<Hnswlib | null> {
  try {
    // A CommonJS package: what its types list as its exports comes as the default one.
    const loaded = (await import("hnswlib-node")) as { readonly default?: Hnswlib };
    return loaded.default ?? null;
  } catch {
    // Optional: a machine without a compiler runs on the exact search, and says so.
    return null;
  }
}

function openHnswlibSearch(hnswlib: Hnswlib, { values, dimensions }: Rows): VectorSearch {
  const count = values.length / dimensions;
  const index = new hnswlib.BruteforceSearch("ip", dimensions);
  index.initIndex(Math.max(1, count));
  for (let ordinal = 0; ordinal < count; ordinal += 1)
    index.addPoint([...values.subarray(ordinal * dimensions, (ordinal + 1) * dimensions)], ordinal);
  return {
    kind: "hnswlib",
    search(query, limit, allowed) {
      if (count === 0 || limit <= 0) return [];
      const { neighbors, distances } = index.searchKnn([...query], Math.min(limit, count), allowed);
      return neighbors.map((ordinal, i) => ({ ordinal, score: 1 - (distances[i] ?? 1) })).toSorted(byScore);
    },
  };
}

/** @param preference "exact" to leave hnswlib out, for tests and comparison. */
export async function openVectorSearch(rows: Rows, preference: "any" | "exact" = "any"): Promise<VectorSearch> {
  const hnswlib = preference === "exact" ? null : await loadHnswlib();
  return hnswlib === null ? openExactSearch(rows) : openHnswlibSearch(hnswlib, rows);
}
