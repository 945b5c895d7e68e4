/** `npm run trial -- NAME [--count N] [--seed N]`: long tests with figures; CI runs each in a short form. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runReadingTrial } from "./reading/trial.ts";

const fixtures = resolve(import.meta.dirname, "../reading/fixtures");

async function reading({ count, seed }: { count: number; seed: number }): Promise<boolean> {
  const began = performance.now();
  const figures = await runReadingTrial({
    folders: [fixtures],
    count,
    seed,
    timeMs: 90_000,
    readers: Math.max(1, availableParallelism()),
    onProgress: (done) => {
      if (done % 250 === 0) console.log(`${done}/${count}, ${Math.round((performance.now() - began) / 1000)} s`);
    },
  });
  const outcomes = [...figures.outcomes].toSorted((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`);
  console.log(`${figures.files} mutated files: ${outcomes.join(", ")}`);
  console.log(
    `longest ${(figures.longestMs / 1000).toFixed(1)} s; escaped: ${figures.escaped.join(", ") || "none"}; faults: ${figures.faults.length}`,
  );
  for (const fault of figures.faults.slice(0, 50)) console.log(`  ${fault}`);
  return figures.faults.length === 0 && figures.escaped.length === 0;
}

const trials: Readonly<Record<string, (options: { count: number; seed: number }) => Promise<boolean>>> = { reading };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
});
const trial = trials[positionals[0] ?? ""];
if (trial === undefined) {
  console.error(`npm run trial -- ${Object.keys(trials).join("|")} [--count N] [--seed N]`);
  process.exitCode = 2;
} else {
  const held = await trial({ count: Number(values.count), seed: Number(values.seed) });
  process.exitCode = held ? 0 : 1;
}
