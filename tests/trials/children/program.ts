import { printFaults, type Trial } from "../trial.ts";
import { runChildrenTrial } from "./trial.ts";

export const children: Trial = {
  counts: { full: 1000, short: 12 },
  async run({ count, seed, minutes }) {
    const figures = await runChildrenTrial({
      kills: count,
      clients: 3,
      seed,
      untilMs: minutes * 60_000,
      onProgress: (killed, faults) => {
        if (killed % 25 === 0) console.log(`${killed}/${count} killed, ${faults} faults`);
      },
    });
    const listed = (counts: Readonly<Record<string, number>>): string =>
      Object.entries(counts)
        .map(([name, times]) => `${name} ${times}`)
        .join(", ") || "none";
    console.log(`killed: ${listed(figures.killed)}; ready again after ${figures.recoveryMs} ms`);
    console.log(
      `${figures.answers} answers, ${figures.fromWords} from words alone and said so, ${figures.whileAway} of them held against the model being away; longest ${figures.longestAnswerMs} ms`,
    );
    console.log(`uploads: ${figures.jobsDone} done; told why not: ${listed(figures.jobsFailed)}`);
    printFaults(figures.faults);
    return figures.faults.length === 0;
  },
};
