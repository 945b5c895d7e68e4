/** What every vector search promises. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openExactSearch } from "../../src/index/vector-search.ts";
import type { Rows, VectorSearch } from "../../src/index/vector-search.ts";
import { normalised } from "../../src/models/pooling.ts";

const dimensions = 8;
const row = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: dimensions, maxLength: dimensions })
  .filter((values) => values.some((value) => value !== 0))
  .map((values) => normalised(Float32Array.from(values)));
const rowsOf = (list: readonly Float32Array[]): Rows => ({ values: Float32Array.from(list.flatMap((values) => [...values])), dimensions });

export function describeVectorSearch(name: string, open: (rows: Rows) => Promise<VectorSearch>): void {
  describe(`${name} keeps the promises of a vector search`, () => {
    it("gives the hits of the exact search, best first, with their cosines", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 30 }),
          row,
          fc.integer({ min: 1, max: 40 }),
          async (list, query, limit) => {
            const hits = (await open(rowsOf(list))).search(query, limit);
            const expected = openExactSearch(rowsOf(list)).search(query, limit);
            expect(hits.map(({ score }) => score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 5)));
            for (const { ordinal, score } of hits)
              expect(score).toBeCloseTo(list[ordinal]?.reduce((sum, value, i) => sum + value * (query[i] ?? NaN), 0) ?? NaN, 5);
            expect(new Set(hits.map(({ ordinal }) => ordinal)).size).toBe(Math.min(limit, list.length));
          },
        ),
        { numRuns: 40 },
      );
    });

    it("never gives a passage that is not allowed", async () => {
      const list = Array.from({ length: 20 }, (_, i) =>
        normalised(Float32Array.from({ length: dimensions }, (__, d) => Math.sin(i * 7 + d))),
      );
      const search = await open(rowsOf(list));
      const query = list[3] ?? new Float32Array(dimensions);
      expect(search.search(query, 1)[0]).toMatchObject({ ordinal: 3, score: expect.closeTo(1, 5) });
      const hits = search.search(query, 20, (ordinal) => ordinal % 2 === 0);
      expect(hits.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    });

    it("finds nothing among no passages", async () => {
      expect((await open(rowsOf([]))).search(new Float32Array(dimensions).fill(0.1), 5)).toEqual([]);
    });
  });
}
