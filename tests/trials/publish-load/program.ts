import { printFaults, type Trial } from "../trial.ts";
import { runPublishLoadTrial, type Spread } from "./trial.ts";

const CLIENTS = 50;
const shown = ({ median, p99, longest }: Spread): string => `median ${median} ms, p99 ${p99} ms, longest ${longest} ms`;

export const publishLoad: Trial = {
  counts: { full: 200, short: 6 },
  async run({ count, minutes }) {
    const figures = await runPublishLoadTrial({
      publishes: count,
      clients: CLIENTS,
      untilMs: minutes * 60_000,
      onProgress: (done, faults) => {
        if (done % 10 === 0) console.log(`${done}/${count} publishes, ${faults} faults`);
      },
    });
    console.log(`${figures.publishes} publishes under ${CLIENTS} clients: ${figures.answers} answers, ${figures.searches} searches`);
    console.log(`${figures.checked} texts held against ${figures.generations} generations`);
    console.log(`upload to live: ${shown(figures.publishMs)}`);
    console.log(`answers: ${shown(figures.answerMs)}`);
    printFaults(figures.faults);
    return figures.faults.length === 0 && figures.publishes === count;
  },
};
