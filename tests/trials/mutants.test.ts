/** Trial 2 in its short form; `npm run trial -- mutants` is the long one. */
import { expect, it } from "vitest";
import { runMutantTrial } from "./mutants/trial.ts";

it("finds every mutant of a generation before anything is searched in it, and the one before serves", { timeout: 120_000 }, async () => {
  const figures = await runMutantTrial({ count: 300, seed: 7 });
  expect(figures.faults).toEqual([]);
  expect(figures.mutants).toBe(300);
  expect(figures.kinds.size).toBeGreaterThan(12);
});
