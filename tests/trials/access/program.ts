/** `npm run trial -- access`: the matrix, then random histories in the process, then some of them through a real port. */
import type { Trial } from "../trial.ts";
import { runMatrix } from "./matrix.ts";
import { runHistories, type HistoryFigures } from "./trial.ts";

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, times]) => `${name} ${String(times)}`)
    .join(", ");

function show(name: string, { histories, changes, looks, seen, compared, faults }: HistoryFigures, began: number): void {
  const asked = [...looks.values()].reduce((sum, times) => sum + times, 0);
  console.log(
    `${name}: ${String(histories)} histories, ${String(asked)} requests, ${String(compared)} answers compared with a collection without the closed documents, ` +
      `${String(seen)} words shown to those who may see them, ${String(Math.round((performance.now() - began) / 1000))} s; faults: ${String(faults.length)}`,
  );
  console.log(`  changes: ${listed(changes)}`);
  console.log(`  roads: ${listed(looks)}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
}

/** A history through the port costs about as much as four in the process. */
const OVER_HTTP = 0.05;

export const access: Trial = {
  counts: { full: 10_000, short: 60 },
  async run({ count, seed, minutes }) {
    const matrix = await runMatrix();
    const { routes, callers, objects, checks } = matrix;
    console.log(
      `matrix: ${String(routes)} routes × ${String(callers)} callers × up to ${String(objects)} objects, ${String(checks)} requests; faults: ${String(matrix.faults.length)}`,
    );
    for (const fault of matrix.faults.slice(0, 20)) console.log(`  ${fault}`);
    const untilMs = minutes * 60_000;
    const onProgress = (done: number, faults: number): void => {
      if (done % 500 === 0) console.log(`${String(done)}/${String(count)}, ${String(faults)} faults`);
    };
    let began = performance.now();
    const inside = await runHistories({ count, seed, untilMs, onProgress });
    show("in the process", inside, began);
    began = performance.now();
    const outside = await runHistories({ count: Math.max(5, Math.round(count * OVER_HTTP)), seed: seed + 1, untilMs, overHttp: true });
    show("over HTTP", outside, began);
    return [matrix.faults, inside.faults, outside.faults].every(({ length }) => length === 0);
  },
};
