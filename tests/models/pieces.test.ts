import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBatches } from "../../src/models/passage-batches.ts";
import { meanOfRows, quantisedRows } from "../../src/models/pooling.ts";
import { layOutTokens } from "../../src/models/token-layout.ts";
import { decodeProjection, encodeProjection } from "../../src/models/token-projection.ts";
import { createProjection, plainProjection } from "../../src/models/project-rows.ts";
import { createWorkQueue } from "../../src/models/work-queue.ts";
import { EmbedderEmbeddings } from "../../src/models/langchain-embeddings.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";

const ids = fc.array(fc.integer({ min: 3, max: 900 }), { maxLength: 30 });

describe("laying out tokens", () => {
  it("gives each sentence its own tokens, and never more than the model reads", () => {
    fc.assert(
      fc.property(
        ids,
        fc.array(ids, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 20, max: 120 }),
        (context, sentences, maxTokens) => {
          const layout = layOutTokens({ prefix: [1, 2], context, sentences, opening: [0], closing: [2], maxTokens });
          expect(layout.ids.length).toBeLessThanOrEqual(maxTokens);
          expect(layout.ids.at(0)).toBe(0);
          expect(layout.ids.at(-1)).toBe(2);
          layout.sentences.forEach(({ start, end }, i) => {
            const tokens = layout.ids.slice(start, end);
            expect(tokens).toEqual(sentences[i]?.slice(0, tokens.length));
          });
          if (layout.ids.length < maxTokens && context.length <= maxTokens / 4)
            expect(layout.sentences.map(({ start, end }) => end - start)).toEqual(sentences.map(({ length }) => length));
        },
      ),
    );
  });
});

describe("batches of passages", () => {
  it("hold every passage once and stay under the limit unless one passage is longer", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }), (lengths) => {
        const batches = planBatches(
          lengths.map((length) => ({ context: "", sentences: ["x".repeat(length)] })),
          500,
        );
        expect(batches.flat().toSorted((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
        for (const batch of batches) {
          const longest = Math.max(...batch.map((i) => (lengths[i] ?? 0) + 1));
          expect(batch.length === 1 || longest * batch.length <= 500).toBe(true);
        }
      }),
    );
  });
});

describe("the queue before the model", () => {
  it("hands out questions before passages, each in order, and limits only questions", () => {
    const queue = createWorkQueue<string>(2);
    expect([
      queue.push("p1", "passages"),
      queue.push("q1", "question"),
      queue.push("q2", "question"),
      queue.push("q3", "question"),
      queue.push("p2", "passages"),
    ]).toEqual([true, true, true, false, true]);
    expect(queue.shift()).toBe("q1");
    queue.putBack("p0", "passages");
    expect([queue.shift(), queue.shift(), queue.length]).toEqual(["q2", "p0", 2]);
    expect(queue.drain()).toEqual(["p1", "p2"]);
    expect(queue.shift()).toBeUndefined();
  });
});

describe("rows", () => {
  it("have a mean of unit length, and zeros where there are none", () => {
    const rows = Float32Array.of(1, 0, 0, 1, 5, 5);
    expect([...meanOfRows({ rows, dimensions: 2, start: 0, end: 2 })]).toEqual([
      expect.closeTo(Math.SQRT1_2),
      expect.closeTo(Math.SQRT1_2),
    ]);
    expect([...meanOfRows({ rows, dimensions: 2, start: 1, end: 1 })]).toEqual([0, 0]);
  });

  it("become int8 with 127 for 1.0, whatever their length was", () => {
    expect([...quantisedRows({ rows: Float32Array.of(9, 9, 0, -4, 3, 0), dimensions: 2, start: 1, end: 3 })]).toEqual([0, -127, 127, 0]);
  });
});

describe("the stored projection", () => {
  const projection = {
    inputDimensions: 2,
    outputDimensions: 3,
    mean: Float32Array.of(0.5, -0.5),
    basis: Float32Array.of(1, 2, 3, 4, 5, 6),
  };

  it("is read as it was written", () => {
    expect(decodeProjection(encodeProjection(projection))).toEqual(projection);
  });

  it("is refused when it was cut off or is something else", () => {
    const bytes = encodeProjection(projection);
    expect(() => decodeProjection(bytes.subarray(0, bytes.length - 4))).toThrow(/size/);
    expect(() => decodeProjection(new Uint8Array(100))).toThrow(/not a token projection/);
  });
});

describe("projecting token vectors", () => {
  it.each([
    [4, 16, 1],
    [384, 128, 30],
    [12, 32, 1100],
    [5, 3, 4],
  ])("gives with vector instructions what plain loops give, %i to %i numbers, %i rows", (inputDimensions, outputDimensions, count) => {
    const numbers = (length: number, seed: number) => Float32Array.from({ length }, (_, i) => Math.sin(i * 12.9898 + seed));
    const projection = {
      inputDimensions,
      outputDimensions,
      mean: numbers(inputDimensions, 1),
      basis: numbers(inputDimensions * outputDimensions, 2),
    };
    const rows = numbers(inputDimensions * count, 3);
    const expected = plainProjection(projection)(rows);
    const actual = createProjection(projection)(rows);
    expect(actual).toHaveLength(count * outputDimensions);
    expect(Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? NaN))))).toBeLessThan(1e-3);
    expect(createProjection(projection)(new Float32Array(0))).toHaveLength(0);
  });
});

describe("the embedder for LangChain", () => {
  it("gives the pooled vectors as plain numbers", async () => {
    const fake = createFakeEmbedder();
    const embeddings = new EmbedderEmbeddings(fake);
    expect(await embeddings.embedQuery("du lịch")).toEqual([...(await fake.embedQuery("du lịch")).pooled]);
    const [first, second] = await embeddings.embedDocuments(["du lịch", "y tế"]);
    expect(first).toHaveLength(fake.model.dimensions);
    expect(first).not.toEqual(second);
  });
});
