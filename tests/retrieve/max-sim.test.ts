import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMaxSim, plainMaxSim } from "../../src/retrieve/max-sim.ts";

const byte = fc.integer({ min: -127, max: 127 });
const rows = (dimensions: number) =>
  fc
    .integer({ min: 1, max: 12 })
    .chain((count) => fc.array(byte, { minLength: count * dimensions, maxLength: count * dimensions }))
    .map((values) => Int8Array.from(values));

describe("late interaction", () => {
  it.each([16, 32, 128])("gives with vector instructions what plain loops give, at %i dimensions", (dimensions) => {
    const engine = createMaxSim(dimensions);
    fc.assert(
      fc.property(rows(dimensions), rows(dimensions), (question, passage) => {
        const all = { values: passage, start: 0, end: passage.length / dimensions };
        expect(engine.ask(question).score(all)).toBeCloseTo(plainMaxSim(question, dimensions).score(all), 10);
      }),
      { numRuns: 60 },
    );
  });

  it("does not overflow at the largest values", () => {
    const largest = new Int8Array(128).fill(127);
    const passage = { values: largest, start: 0, end: 1 };
    expect(createMaxSim(128).ask(largest).score(passage)).toBe(128);
    expect(
      createMaxSim(128)
        .ask(largest.map((value) => -value))
        .score(passage),
    ).toBe(-128);
  });

  it("reads only the rows of the passage it was given", () => {
    const question = new Int8Array(16).fill(1);
    const values = new Int8Array(48).fill(1).fill(100, 16, 32);
    const { score } = createMaxSim(16).ask(question);
    expect(score({ values, start: 0, end: 1 })).toBeLessThan(score({ values, start: 1, end: 2 }));
    expect(score({ values, start: 2, end: 3 })).toBe(score({ values, start: 0, end: 1 }));
  });

  it("takes passages longer than the memory it began with, and a question or passage without tokens", () => {
    const question = new Int8Array(128).fill(3);
    const values = new Int8Array(128 * 5000);
    values.fill(3, values.length - 128);
    const engine = createMaxSim(128);
    const whole = { values, start: 0, end: 5000 };
    expect(engine.ask(question).score(whole)).toBeCloseTo(plainMaxSim(question, 128).score(whole), 10);
    expect(engine.ask(new Int8Array(0)).score(whole)).toBe(0);
    expect(engine.ask(question).score({ values, start: 7, end: 7 })).toBe(0);
  });

  it("works on plain loops where the size is no multiple of 16", () => {
    const question = Int8Array.of(127, 0, 0);
    expect(
      createMaxSim(3)
        .ask(question)
        .score({ values: Int8Array.of(0, 127, 0, 127, 0, 0), start: 0, end: 2 }),
    ).toBe(1);
  });
});
