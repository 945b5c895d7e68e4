/** What is seen of the server from outside: its event loop's lag by /metrics, and the memory of all its processes. */
import { readdir, readFile } from "node:fs/promises";
import type { RealServer } from "../server/real-server.ts";

/** Bounds in seconds, each with how many waits were not above it. */
type LagBuckets = readonly (readonly [number, number])[];

export async function readLag({ url }: RealServer): Promise<LagBuckets> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^aide_event_loop_lag_seconds_bucket\{le="([^"]+)"\} (\d+)$/gmu)].map(([, bound = "", count = ""]) => [
    bound === "+Inf" ? Infinity : Number(bound),
    Number(count),
  ]);
}

/** The bound below which this share of the waits between two readings lay, in milliseconds. */
export function lagBetween({ before, after, share }: { before: LagBuckets; after: LagBuckets; share: number }): number {
  const counts = after.map(([bound, count], at) => [bound, count - (before[at]?.[1] ?? 0)] as const);
  const total = counts.at(-1)?.[1] ?? 0;
  let previous: readonly [number, number] = [0, 0];
  for (const [bound, count] of counts) {
    if (count >= total * share) {
      if (bound === Infinity) return Infinity;
      const inside = count === previous[1] ? 1 : (total * share - previous[1]) / (count - previous[1]);
      return (previous[0] + (bound - previous[0]) * inside) * 1000;
    }
    previous = [bound, count];
  }
  return Infinity;
}

/** Resident memory of a process and all its children, in MB: what the machine must have. */
export async function memoryOf(pid: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/u.test(name)) continue;
    // A process may end while it is looked at.
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const parent = /\) \S (\d+)/u.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [child, parent] of parents)
      if (family.has(parent) && !family.has(child)) {
        family.add(child);
        grew = true;
      }
  }
  let pages = 0;
  for (const member of family) pages += Number((await readFile(`/proc/${member}/statm`, "utf8").catch(() => "0 0")).split(" ")[1]);
  return (pages * 4096) / 1024 / 1024;
}

export interface MemorySample {
  readonly hours: number;
  readonly megabytes: number;
}

/** Least squares over the last half, in MB an hour: what grows for ever shows there, what warms up does not. */
export function memorySlope(samples: readonly MemorySample[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = (read: (sample: MemorySample) => number): number => half.reduce((sum, sample) => sum + read(sample), 0) / half.length;
  const [hours, megabytes] = [mean((sample) => sample.hours), mean((sample) => sample.megabytes)];
  const over = half.reduce((sum, sample) => sum + (sample.hours - hours) * (sample.megabytes - megabytes), 0);
  const under = half.reduce((sum, sample) => sum + (sample.hours - hours) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** Nanoseconds that the main thread of a process ran, and that it was ready to run without a core to run on. */
export interface Waiting {
  readonly ran: number;
  readonly waited: number;
}

export async function readWaiting(pid: number): Promise<Waiting> {
  const [ran = "0", waited = "0"] = (await readFile(`/proc/${pid}/task/${pid}/schedstat`, "utf8").catch(() => "0 0")).split(" ");
  return { ran: Number(ran), waited: Number(waited) };
}

export function waitingBetween(before: Waiting, after: Waiting): number {
  const [ran, waited] = [after.ran - before.ran, after.waited - before.waited];
  return ran + waited === 0 ? 0 : waited / (ran + waited);
}
