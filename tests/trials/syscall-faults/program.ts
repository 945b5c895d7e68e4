/** Trial 3: counts the calls of each publish that fail, each with four errors. */
import { scenarioNames } from "../disk/publishing-scenarios.ts";
import { printFaults, type Trial } from "../trial.ts";
import { runUnderShim } from "./run.ts";

export const syscallFaults: Trial = {
  // More than a publish makes: all of them.
  counts: { full: 100_000, short: 8 },
  async run({ count }) {
    const figures = await runUnderShim({
      calls: count,
      scenarios: count <= 8 ? ["add"] : scenarioNames,
      onProgress: (line) => {
        if (!line.startsWith("{")) console.log(line);
      },
    });
    const calls = Object.entries(figures.calls).map(([name, number]) => `${name} ${number}`);
    console.log(`file calls: ${calls.join(", ")}; ${figures.runs} publishes with one failing`);
    console.log(`refused ${figures.refused}, failed ${figures.failed}, done in spite of it ${figures.done}`);
    printFaults(figures.faults);
    return figures.faults.length === 0;
  },
};
