/** What every embedder promises, whatever is behind it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder, PassageInput } from "../../src/models/embedder.ts";

export const tourism: PassageInput = {
  context: "Nhiệm vụ, giải pháp: Sở Văn hóa, Thể thao và Du lịch",
  sentences: ["Ứng dụng trí tuệ nhân tạo trong lĩnh vực du lịch.", "Xây dựng bản đồ số các điểm tham quan cho du khách."],
};
export const health: PassageInput = {
  context: "Nhiệm vụ, giải pháp: Sở Y tế",
  sentences: ["Triển khai bệnh án điện tử tại các bệnh viện.", "Hỗ trợ bác sĩ chẩn đoán hình ảnh."],
};

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from({ length: a.length }, (_, i) => (a[i] ?? NaN) * (b[i] ?? NaN)).reduce((x, y) => x + y, 0);
}

function rowLengths(values: ArrayLike<number>, size: number, unit = 1): number[] {
  return Array.from({ length: values.length / size }, (_, row) =>
    Math.hypot(...Array.from({ length: size }, (__, d) => (values[row * size + d] ?? NaN) / unit)),
  );
}

export function describeEmbedder(name: string, open: () => Promise<Embedder>): void {
  describe(`${name} keeps the promises of an embedder`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await open();
    }, 60_000);
    afterAll(async () => {
      await embedder.close();
    });

    it("says what it is", () => {
      expect(embedder.state()).toBe("ready");
      expect(embedder.model.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(embedder.model.dimensions).toBeGreaterThan(0);
    });

    it("gives rows of the sizes that the model names, each of unit length", async () => {
      const { dimensions, tokenDimensions } = embedder.model;
      const [passage] = await embedder.embedPassages([tourism]);
      expect(passage?.pooled).toHaveLength(dimensions);
      expect(passage?.sentences).toHaveLength(2 * dimensions);
      expect(rowLengths(passage?.pooled ?? [], dimensions)).toEqual([expect.closeTo(1, 3)]);
      expect(rowLengths(passage?.sentences ?? [], dimensions)).toEqual([expect.closeTo(1, 3), expect.closeTo(1, 3)]);
      const tokens = passage?.tokens ?? new Int8Array();
      expect(tokens.length).toBeGreaterThan(10 * tokenDimensions);
      for (const length of rowLengths(tokens, tokenDimensions, 127)) expect(length).toBeCloseTo(1, 1);
    });

    it("finds the passage that a question is about by each kind of vector", async () => {
      const question = await embedder.embedQuery("ứng dụng trí tuệ nhân tạo cho du lịch");
      const passages = await embedder.embedPassages([health, tourism]);
      const pooled = passages.map((passage) => dot(question.pooled, passage.pooled));
      expect(pooled[1]).toBeGreaterThan(pooled[0] ?? Infinity);
      const { tokenDimensions } = embedder.model;
      const best = passages.map(({ tokens }) => {
        let sum = 0;
        for (let q = 0; q < question.tokens.length; q += tokenDimensions) {
          let highest = -Infinity;
          for (let t = 0; t < tokens.length; t += tokenDimensions)
            highest = Math.max(highest, dot(question.tokens.subarray(q, q + tokenDimensions), tokens.subarray(t, t + tokenDimensions)));
          sum += highest;
        }
        return sum;
      });
      expect(best[1]).toBeGreaterThan(best[0] ?? Infinity);
      const { dimensions } = embedder.model;
      const sentence = (row: number) =>
        dot(question.pooled, passages[1]?.sentences.subarray(row * dimensions, (row + 1) * dimensions) ?? []);
      expect(sentence(0)).toBeGreaterThan(sentence(1));
    });

    it("gives the same vectors for the same text, alone or among others, in the order of the input", async () => {
      const [alone] = await embedder.embedPassages([health]);
      const together = await embedder.embedPassages([tourism, { context: "", sentences: ["Ngắn."] }, health, tourism]);
      expect(together).toHaveLength(4);
      expect(dot(alone?.pooled ?? [], together[2]?.pooled ?? [])).toBeGreaterThan(0.999);
      expect(dot(together[0]?.pooled ?? [], together[3]?.pooled ?? [])).toBeGreaterThan(0.999);
      expect(dot(together[0]?.pooled ?? [], together[2]?.pooled ?? [])).toBeLessThan(0.99);
    });

    it("tells how far it has come, up to all", async () => {
      const seen: number[] = [];
      await embedder.embedPassages(
        Array.from({ length: 9 }, (_, i) => ({ context: "", sentences: [`Câu số ${i}. `.repeat(20)] })),
        (done) => seen.push(done),
      );
      expect(seen.at(-1)).toBe(9);
      expect(seen).toEqual([...seen].toSorted((a, b) => a - b));
    });

    it("takes no passages, an empty context, a text without letters and one far too long", async () => {
      expect(await embedder.embedPassages([])).toEqual([]);
      const odd = await embedder.embedPassages([
        { context: "", sentences: ["…"] },
        { context: "đầu mục ".repeat(3000), sentences: ["một câu rất dài ".repeat(3000), "câu cuối"] },
      ]);
      expect(odd.map(({ sentences }) => sentences.length / embedder.model.dimensions)).toEqual([1, 2]);
      for (const { pooled } of odd) expect([...pooled].every(Number.isFinite)).toBe(true);
      await expect(embedder.embedQuery("x".repeat(20_000))).resolves.toBeDefined();
      await expect(embedder.embedQuery("")).resolves.toBeDefined();
    });

    it("answers many at once, each its own", async () => {
      const texts = Array.from({ length: 12 }, (_, i) => `câu hỏi về lĩnh vực ${i} ${"ab".repeat(i)}`);
      const together = await Promise.all(texts.map((text) => embedder.embedQuery(text)));
      for (const [i, text] of texts.entries()) {
        const alone = await embedder.embedQuery(text);
        expect(dot(alone.pooled, together[i]?.pooled ?? [])).toBeGreaterThan(0.999);
      }
    });
  });
}
