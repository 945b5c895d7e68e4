import { startRealServer } from "../server/real-server.ts";
import { printFaults, type Trial } from "../trial.ts";
import { runSoakTrial } from "./soak.ts";
import { describe, runLoadTrial } from "./trial.ts";

type Limit = readonly [what: string, kept: boolean];

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

function printLimits(limits: readonly Limit[]): boolean {
  for (const [what, kept] of limits) console.log(`${kept ? "kept" : "NOT KEPT"}: ${what}`);
  return limits.every(([, kept]) => kept);
}

/** Counts the seconds at 70% of the knee; the other phases follow from it. */
export const load: Trial = {
  counts: { full: 600, short: 10 },
  async run({ count, seed }) {
    const server = await startRealServer({ roles: ["administrator"] });
    try {
      const figures = await runLoadTrial({
        server,
        seed,
        stepSeconds: between(2, count / 40, 15),
        steadySeconds: count,
        floodSeconds: between(5, count / 10, 60),
        togetherSeconds: between(12, count / 5, 120),
        onPhase: (line) => console.log(line),
      });
      const { knee, steady, flood, recoverySeconds, together, crowding } = figures;
      console.log(`knee ${knee.toFixed(1)} questions/s; the server waited ${(crowding * 100).toFixed(0)}% of its working time for a core`);
      const kept = printLimits([
        [`70% of the knee: ${describe(steady)}; p99 under 1,000 ms`, steady.p99 < 1000],
        [`three times the knee: ${describe(flood)}; recovery ${recoverySeconds.toFixed(1)} s, under 10 s`, recoverySeconds < 10],
        [`question, upload and build together: event-loop lag p99 ${together.lagP99.toFixed(0)} ms, under 50 ms`, together.lagP99 < 50],
      ]);
      printFaults(figures.faults);
      return kept && figures.faults.length === 0;
    } finally {
      await server.stop();
    }
  },
};

/** Counts seconds. */
export const soak: Trial = {
  counts: { full: 3600, short: 40 },
  async run({ count, seed }) {
    const server = await startRealServer();
    try {
      const figures = await runSoakTrial({ server, seed, seconds: count, onPhase: (line) => console.log(line) });
      const { questions, slope, firstMegabytes, lastMegabytes, mostMegabytes } = figures;
      const memory = `${firstMegabytes.toFixed(0)} MB at first, ${lastMegabytes.toFixed(0)} at last, ${mostMegabytes.toFixed(0)} at most`;
      const kept = printLimits([
        [`${questions} questions in ${(count / 3600).toFixed(2)} h: ${memory}; ${slope.toFixed(1)} MB/h, not above 2`, slope <= 2],
      ]);
      printFaults(figures.faults);
      return kept && figures.faults.length === 0;
    } finally {
      await server.stop();
    }
  },
};
