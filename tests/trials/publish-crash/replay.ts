/**
 * Every state that a crash in the middle of a publish may leave, looked at.
 *
 * A real publish is run once, with every change it makes to its files written down by a library that stands between it
 * and the system (disk/shim.c). Each prefix of that record is then played into a model of a disk that forgets what was
 * not synced (disk/disk-model.ts), and the folder that comes out is opened as a start would open it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../src/store/open-store.ts";
import { storePath } from "../../../src/store/store-path.ts";
import { diskAfter, putDisk, readDisk, type Crash, type CrashKind, type Disk } from "../disk/disk-model.ts";
import { readRecord, type DiskOperation } from "../disk/record.ts";
import { compileShim } from "../disk/shim.ts";
import { spread } from "../disk/spread.ts";
import { namesUnder, openPublisher, prepare, scenarioNames, standingOf } from "../disk/publishing-scenarios.ts";
import type { ScenarioName, Standing } from "../disk/publishing-scenarios.ts";
import { seededRandom } from "../reading/random.ts";

export interface ReplayOptions {
  /** Seeds of each operation and kind of crash. */
  readonly seeds: number;
  /** Of each scenario, spread evenly; default all. */
  readonly operations?: number;
  /** Default: all. */
  readonly scenarios?: readonly ScenarioName[];
  /** One state of so many is also worked on to its end. */
  readonly recoverEvery: number;
  readonly onProgress?: (states: number, faults: number) => void;
}

export interface ReplayFigures {
  operations: number;
  states: number;
  recovered: number;
  before: number;
  after: number;
  readonly faults: string[];
}

interface Recorded {
  readonly name: ScenarioName;
  readonly root: string;
  readonly base: Disk;
  readonly operations: readonly DiskOperation[];
  readonly before: Standing;
  readonly after: Standing;
  readonly namesAfter: readonly string[];
  /** The upload counts as taken from this operation on. */
  readonly acknowledgedAt: number;
}

async function record(name: ScenarioName, { library, work }: { library: string; work: string }): Promise<Recorded> {
  const root = join(work, `recorded-${name}`);
  await prepare(root, name);
  const before = await standingOf(root);
  const base = readDisk(root, (path) => Number(BigInt.asUintN(32, BigInt(statSync(path).ino))));
  const path = join(work, `${name}.record`);
  const worker = join(import.meta.dirname, "recording-worker.ts");
  const done = spawnSync(process.execPath, ["--import", "tsx", worker, root, name], {
    env: { ...process.env, LD_PRELOAD: library, AIDE_TRIAL_ROOT: root, AIDE_TRIAL_RECORD: path },
    encoding: "utf8",
    timeout: 60_000,
  });
  if (done.status !== 0) throw new Error(`the recorded publish failed: ${done.stderr}`);
  const operations = readRecord(readFileSync(path));
  const acknowledgedAt = operations.findIndex((operation) => operation.kind === "mark" && operation.text === "acknowledged");
  if (acknowledgedAt < 0) throw new Error("the record holds no acknowledgement");
  return { name, root, base, operations, before, after: await standingOf(root), namesAfter: stable(namesUnder(root)), acknowledgedAt };
}

/** Generations have other names each time, and so has the folder of the process that received a file. */
function stable(names: readonly string[]): readonly string[] {
  return names.map((name) => name.replaceAll(/\d{8}T\d{9}Z-[0-9a-f]{8}/gu, "GENERATION")).toSorted();
}

const same = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @returns what is wrong with a state; "before" or "after" says which it is. */
async function look(root: string, { before, after }: Recorded): Promise<{ faults: string[]; is: "before" | "after" | "neither" }> {
  const faults: string[] = [];
  const now = await standingOf(root);
  // The very first index may be complete and not yet named: it is served, and said to be.
  const isUnnamedFirst = before.generation === null && now.generation === after.generation;
  if (now.notes.length > 0 && !isUnnamedFirst) faults.push(`notes: ${now.notes.join("; ")}`);
  const is = [before, after].find((standing) => same(standing.answered, now.answered) && standing.generation === now.generation);
  if (is === undefined) faults.push(`answers from ${now.answered.join(", ")} (${String(now.generation)})`);
  for (const original of now.originals)
    if (![...before.originals, ...after.originals].includes(original)) faults.push(`an original that nobody gave: ${original}`);
  const store = await openStore(storePath(join(root, "data")));
  try {
    faults.push(...(await store.faults()).map((fault) => `store: ${fault}`));
    const audit = await store.audit.verify();
    if (!audit.whole) faults.push(`audit trail: ${audit.publicText.en}`);
  } finally {
    await store.close();
  }
  return { faults, is: is === undefined ? "neither" : is === after ? "after" : "before" };
}

/** What the next start makes of a state: what was acknowledged is published, nothing is left over. */
async function recover(root: string, { recorded, acknowledged }: { recorded: Recorded; acknowledged: boolean }): Promise<string[]> {
  const { before, after, namesAfter } = recorded;
  const local = await openPublisher(root);
  const failures: string[] = [];
  try {
    await local.publisher.run();
    await local.publisher.idle();
    // As a start would: a generation whose build died is no concern of the jobs.
    const job = await local.publisher.index("trial");
    await local.finish(job, () => undefined);
    const failed = await local.store.jobs.list({ states: ["failed"] });
    failures.push(...failed.map(({ kind, errorEn }) => `the job ${kind} failed: ${errorEn ?? ""}`));
  } finally {
    await local.close();
  }
  const now = await standingOf(root);
  const faults = [...failures, ...now.notes.map((note) => `after recovery: ${note}`)];
  const isAfter = same(now.answered, after.answered) && same(now.originals, after.originals);
  const isBefore = same(now.answered, before.answered) && same(now.originals, before.originals);
  if (acknowledged && !isAfter) faults.push(`acknowledged, and lost: ${now.originals.join(", ")}; answers from ${now.answered.join(", ")}`);
  if (!acknowledged && !isAfter && !isBefore)
    faults.push(`half recovered: ${now.originals.join(", ")}; answers from ${now.answered.join(", ")}`);
  const left = stable(namesUnder(root)).filter((name) => !namesAfter.includes(name) && !name.startsWith("index/GENERATION/"));
  const known = /^corpus\/[ab]\.txt$|^index\/CURRENT$/u;
  faults.push(...left.filter((name) => !known.test(name)).map((name) => `left behind: ${name}`));
  return faults;
}

/** @returns figures of all scenarios together. */
export async function runReplay({
  seeds,
  operations = Number.POSITIVE_INFINITY,
  recoverEvery,
  scenarios = scenarioNames,
  onProgress,
}: ReplayOptions): Promise<ReplayFigures> {
  const work = mkdtempSync(join(tmpdir(), "aide-replay-"));
  const figures: ReplayFigures = { operations: 0, states: 0, recovered: 0, before: 0, after: 0, faults: [] };
  try {
    const library = compileShim();
    for (const name of scenarios) {
      const recorded = await record(name, { library, work });
      figures.operations += recorded.operations.length;
      const state = join(work, "state");
      for (const at of spread(recorded.operations.length + 1, operations))
        for (const crash of crashesAt(at, { seeds, operations: recorded.operations }))
          await examine({ recorded, crash, state, recoverEvery, figures, onProgress });
      rmSync(recorded.root, { recursive: true, force: true });
    }
    return figures;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A crash of the program alone has one outcome; the others have as many as there are seeds. */
function crashesAt(
  after: number,
  { seeds, operations }: { seeds: number; operations: readonly DiskOperation[] },
): readonly (Crash & { seed: number })[] {
  const crash = (kind: CrashKind, seed: number) => ({ kind, after, seed, random: seededRandom(after * 1000 + seed) });
  const many = Array.from({ length: seeds }, (_, seed) => seed);
  const isWrite = operations[after]?.kind === "write";
  return [crash("crash", 0), ...many.map((seed) => crash("lost", seed)), ...(isWrite ? many.map((seed) => crash("torn", seed)) : [])];
}

interface Examination {
  readonly recorded: Recorded;
  readonly crash: Crash & { readonly seed: number };
  readonly state: string;
  readonly recoverEvery: number;
  readonly figures: ReplayFigures;
  readonly onProgress: ReplayOptions["onProgress"];
}

async function examine({ recorded, crash, state, recoverEvery, figures, onProgress }: Examination): Promise<void> {
  const { name, base, operations, acknowledgedAt } = recorded;
  putDisk(diskAfter(base, { operations, crash }), state);
  figures.states += 1;
  const where = `${name}, operation ${crash.after} of ${operations.length}, ${crash.kind}, seed ${crash.seed}`;
  const faults: string[] = [];
  try {
    const looked = await look(state, recorded);
    faults.push(...looked.faults);
    if (looked.is !== "neither") figures[looked.is] += 1;
    if (figures.states % recoverEvery === 0) {
      figures.recovered += 1;
      faults.push(...(await recover(state, { recorded, acknowledged: crash.after > acknowledgedAt })));
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  figures.faults.push(...faults.map((fault) => `${where}: ${fault}`));
  onProgress?.(figures.states, figures.faults.length);
}
