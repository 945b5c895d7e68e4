import { startRealServer } from "../server/real-server.ts";
import { printFaults, type Trial } from "../trial.ts";
import { runFuzzTrial } from "./trial.ts";

export const fuzz: Trial = {
  counts: { full: 100_000, short: 1200 },
  async run({ count, seed, minutes }) {
    const server = await startRealServer({ roles: ["administrator", "editor", "official"] });
    try {
      const figures = await runFuzzTrial({
        server,
        count,
        seed,
        untilMs: minutes * 60_000,
        onProgress: (done, faults) => {
          if (done % 5000 === 0) console.log(`${done}/${count}, ${faults} faults`);
        },
      });
      const statuses = [...figures.statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
      const unreached = figures.operations.filter((name) => !figures.reached.includes(name));
      console.log(`${figures.requests} requests, of these ${figures.malformed} malformed; ${statuses.join(", ")}`);
      console.log(
        `succeeded at least once: ${figures.reached.length} of ${figures.operations.length} operations, not ${unreached.join(", ") || "one of them not"}`,
      );
      console.log(`slowest /healthz between batches: ${Math.round(figures.slowestHealthMs)} ms`);
      printFaults(figures.faults);
      return figures.faults.length === 0;
    } finally {
      await server.stop();
    }
  },
};
