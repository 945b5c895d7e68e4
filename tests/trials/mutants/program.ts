/** Trial 2: counts mutants. */
import { printFaults, type Trial } from "../trial.ts";
import { runMutantTrial } from "./trial.ts";

export const mutants: Trial = {
  counts: { full: 20_000, short: 400 },
  async run({ count, seed }) {
    const figures = await runMutantTrial({
      count,
      seed,
      onProgress: (done, faults) => {
        if (done % 1000 === 0) console.log(`${done}/${count} mutants, ${faults} faults`);
      },
    });
    const kinds = [...figures.kinds].toSorted((a, b) => b[1] - a[1]).map(([kind, times]) => `${kind} ${times}`);
    console.log(`${figures.mutants} mutants: ${kinds.join(", ")}`);
    printFaults(figures.faults);
    return figures.faults.length === 0;
  },
};
