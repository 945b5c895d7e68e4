/** The load and soak trials in their short form; `npm run trial -- load` and `-- soak` are the long ones, with the strict limits. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { percentile } from "./load/clients.ts";
import { lagBetween, memoryOf, memorySlope } from "./load/observe.ts";
import { questionSource } from "./load/questions.ts";
import { runLoadTrial } from "./load/trial.ts";
import { startRealServer, type RealServer } from "./server/real-server.ts";

const MINUTES = 60_000;

describe("the product under load", () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealServer({ roles: ["administrator"] });
  }, 3 * MINUTES);
  afterAll(() => server.stop());

  it(
    "answers below the knee, refuses politely above it, recovers, and answers on while documents are uploaded and indexed",
    async () => {
      const figures = await runLoadTrial({ server, seed: 1, stepSeconds: 1.5, steadySeconds: 8, floodSeconds: 4, togetherSeconds: 10 });
      // Machines that run tests are busy with others: how fast it was is for the long form, that nothing broke is for this one.
      const broken = figures.faults.filter((fault) => !fault.endsWith("status 503"));
      expect(broken).toEqual([]);
      expect(figures.knee).toBeGreaterThan(1);
      expect(figures.recoverySeconds).toBeLessThan(10);
      expect(figures.together.jobs).toBeGreaterThan(0);
      expect(figures.together.statuses.get(200) ?? 0).toBeGreaterThan(figures.together.asked / 2);
      expect(await memoryOf(server.pid)).toBeGreaterThan(100);
    },
    4 * MINUTES,
  );
});

describe("what the trial measures with", () => {
  it("percentiles", () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile([], 0.5)]).toEqual([51, 100, 0]);
  });

  it("lag between two readings, without what was before them", () => {
    const before = [
      [0.01, 1000],
      [0.05, 1000],
      [Infinity, 1000],
    ] as const;
    const quick = [
      [0.01, 1990],
      [0.05, 2000],
      [Infinity, 2000],
    ] as const;
    const slow = [
      [0.01, 1900],
      [0.05, 1950],
      [Infinity, 2000],
    ] as const;
    expect(lagBetween({ before, after: quick, share: 0.99 })).toBeCloseTo(10);
    expect(lagBetween({ before, after: slow, share: 0.99 })).toBe(Infinity);
    expect(lagBetween({ before, after: slow, share: 0.9 })).toBeCloseTo(10);
  });

  it("a slope over the last half: what warmed up before does not count", () => {
    const samples = Array.from({ length: 100 }, (_, at) => ({ hours: at / 100, megabytes: at < 50 ? at * 10 : 500 + (at / 100) * 3 }));
    expect(memorySlope(samples)).toBeCloseTo(3);
    expect(memorySlope(samples.map(({ hours }) => ({ hours, megabytes: 500 })))).toBe(0);
  });

  it("questions that differ, and come again with the same seed", () => {
    const [first, second] = [questionSource(1), questionSource(1)];
    const asked = Array.from({ length: 2000 }, () => first());
    expect(asked).toEqual(Array.from({ length: 2000 }, () => second()));
    expect(new Set(asked).size).toBeGreaterThan(1000);
  });
});
