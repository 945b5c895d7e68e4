/** `npm run trial -- NAME [--count N] [--seed N] [--minutes N] [--short]`: long tests with figures; CI runs each in a short form. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { access } from "./access/program.ts";
import { children } from "./children/program.ts";
import { fuzz } from "./fuzz/program.ts";
import { load, soak } from "./load/program.ts";
import { mutants } from "./mutants/program.ts";
import { publishCrash, publishKill } from "./publish-crash/program.ts";
import { syscallFaults } from "./syscall-faults/program.ts";
import { publishLoad } from "./publish-load/program.ts";
import { runReadingTrial } from "./reading/trial.ts";
import type { Trial, TrialOptions } from "./trial.ts";

const fixtures = resolve(import.meta.dirname, "../reading/fixtures");

async function reading({ count, seed, minutes }: TrialOptions): Promise<boolean> {
  const began = performance.now();
  const figures = await runReadingTrial({
    folders: [fixtures],
    count,
    seed,
    timeMs: 90_000,
    untilMs: minutes * 60_000,
    readers: Math.max(1, availableParallelism()),
    onProgress: (done, faults) => {
      if (done % 250 === 0) console.log(`${done}/${count}, ${Math.round((performance.now() - began) / 1000)} s, ${faults} faults`);
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

const trials: Readonly<Record<string, Trial>> = {
  reading: { counts: { full: 10_000, short: 200 }, run: reading },
  "publish-crash": publishCrash,
  "publish-kill": publishKill,
  mutants,
  "syscall-faults": syscallFaults,
  "publish-load": publishLoad,
  children,
  access,
  fuzz,
  load,
  soak,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "600" },
    short: { type: "boolean", default: false },
  },
});
const trial = trials[positionals[0] ?? ""];
if (trial === undefined) {
  console.error(`npm run trial -- ${Object.keys(trials).join("|")} [--count N] [--seed N] [--minutes N] [--short]`);
  process.exitCode = 2;
} else {
  const count = Number(values.count ?? (values.short ? trial.counts.short : trial.counts.full));
  const held = await trial.run({ count, seed: Number(values.seed), minutes: Number(values.minutes) });
  process.exitCode = held ? 0 : 1;
}
