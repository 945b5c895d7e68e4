/** Trial 3 in its short form; `npm run trial -- syscall-faults` is the long one. */
import { expect, it } from "vitest";
import { runUnderShim } from "./syscall-faults/run.ts";

it(
  "survives file calls that fail: the old index serves, the editor is told why, nothing is left behind",
  async () => {
    const figures = await runUnderShim({ scenarios: ["replace"], calls: 10 });
    expect(figures.faults).toEqual([]);
    expect(figures.runs).toBe(40);
    // Calls that never matter would be a trial that tries nothing.
    expect(figures.refused + figures.failed).toBeGreaterThan(5);
    expect(figures.calls["replace"]).toBeGreaterThan(100);
  },
  6 * 60_000,
);
