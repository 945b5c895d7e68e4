/** The reading trial in its short form; `npm run trial -- reading` is the long one. */
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { runReadingTrial } from "./reading/trial.ts";

const MINUTES = 60_000;

it(
  "reads 200 mutated files of every format: each ends within its limits, none escapes its folder, what is read is sound",
  async () => {
    const figures = await runReadingTrial({
      folders: [resolve(import.meta.dirname, "../reading/fixtures")],
      count: 200,
      seed: 1,
      timeMs: 60_000,
      readers: 2,
    });
    expect(figures.faults).toEqual([]);
    expect(figures.escaped).toEqual([]);
    expect(figures.longestMs).toBeLessThan(65_000);
    // Harm that is never noticed, or never survived, would be a trial that tries nothing.
    expect(figures.outcomes.get("read") ?? 0).toBeGreaterThan(40);
    expect(figures.outcomes.get("damaged") ?? 0).toBeGreaterThan(20);
  },
  6 * MINUTES,
);
