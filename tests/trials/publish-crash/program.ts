/** Trial 1: crashes of a publish, replayed and real. */
import { printFaults, type Trial } from "../trial.ts";
import { runKillTrial } from "./kill.ts";
import { runReplay } from "./replay.ts";

/** Counts seeds: of each file operation of four publishes, for each kind of crash. */
export const publishCrash: Trial = {
  counts: { full: 20, short: 1 },
  async run({ count }) {
    const began = performance.now();
    const isShort = count <= 1;
    const figures = await runReplay({
      seeds: count,
      ...(isShort ? { operations: 25 } : {}),
      recoverEvery: isShort ? 10 : 20,
      onProgress: (states, faults) => {
        if (states % 500 === 0) console.log(`${states} states, ${faults} faults, ${Math.round((performance.now() - began) / 1000)} s`);
      },
    });
    const { operations, states, recovered, before, after } = figures;
    console.log(
      `${operations} operations of 4 publishes, ${states} states: ${before} as before, ${after} as after; ${recovered} recovered to the end`,
    );
    printFaults(figures.faults);
    return figures.faults.length === 0;
  },
};

const READY_WITHIN_MS = 5000;

/** Counts kills. */
export const publishKill: Trial = {
  counts: { full: 1000, short: 12 },
  async run({ count, seed, minutes }) {
    const figures = await runKillTrial({
      count,
      seed,
      untilMs: minutes * 60_000,
      onProgress: (done, faults) => {
        if (done % 25 === 0) console.log(`${done}/${count} kills, ${faults} faults`);
      },
    });
    const ready = figures.readyMs.toSorted((a, b) => a - b);
    const at = (share: number): number => Math.round(ready[Math.floor((ready.length - 1) * share)] ?? 0);
    console.log(`${figures.kills} kills, ${figures.acknowledged} acts acknowledged, ${figures.firsts} first publishes`);
    console.log(`ready again: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
    printFaults(figures.faults);
    return figures.faults.length === 0 && figures.kills === count && at(1) < READY_WITHIN_MS;
  },
};
