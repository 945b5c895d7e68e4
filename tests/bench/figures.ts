/** Figures of a benchmark. */
import { readFileSync } from "node:fs";

/** The value below which `share` (0..1) of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

export function spread(values: readonly number[]): Spread {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** Memory of a process in MiB, NaN where the system does not tell. */
export function memoryOf(processId: number | undefined): number {
  if (processId === process.pid) return process.memoryUsage().rss / 2 ** 20;
  try {
    return Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1] ?? NaN) / 1024;
  } catch {
    // No /proc on this system.
    return NaN;
  }
}

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}
