/**
 * Mutated files through the product's reader and parser: the process that reads them for a server must go on, whatever
 * a file does; each ends within its limits, and nothing is written but in its own folder.
 */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openFileReader, type FileReader } from "../../../src/corpus/file-reader.ts";
import { unreadableFile } from "../../../src/corpus/unreadable.ts";
import { parsePlan } from "../../../src/parse/parse-plan.ts";
import { faultsOf } from "../../parse/soundness.ts";
import { mutate } from "./mutations.ts";
import { seededRandom } from "./random.ts";
import { drawSample, readSamples } from "./samples.ts";

export interface ReadingTrialOptions {
  readonly folders: readonly string[];
  readonly count: number;
  readonly seed: number;
  /** For one file; the product's own is longer for scans. */
  readonly timeMs: number;
  /** Readers at work side by side. */
  readonly readers: number;
  /** No further mutant is begun after this many milliseconds. Default: no end but `count`. */
  readonly untilMs?: number;
  readonly onProgress?: (done: number, faults: number) => void;
}

export interface ReadingTrialFigures {
  readonly files: number;
  /** How files ended: "read" or the code of the refusal. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** One line each: what was wrong with which mutant. */
  readonly faults: readonly string[];
  /** The longest time until an outcome, in milliseconds. */
  readonly longestMs: number;
  /** Folders' entries that were not there before. */
  readonly escaped: readonly string[];
}

/** Places where a file that escapes would be seen. */
async function entries(temporary: string): Promise<Set<string>> {
  const project = resolve(import.meta.dirname, "../../..");
  const folders = [project, join(project, "corpus"), join(project, "src"), homedir(), temporary];
  const names = await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))));
  return new Set(names.flat());
}

export async function runReadingTrial(options: ReadingTrialOptions): Promise<ReadingTrialFigures> {
  const { folders, count, seed, timeMs, onProgress, untilMs = Infinity } = options;
  const samples = await readSamples(folders);
  const others = [...samples.values()].flat().map(({ bytes }) => bytes);
  const temporary = await mkdtemp(join(tmpdir(), "aide-trial-"));
  const before = await entries(temporary);
  const usual = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  let [next, done, longestMs] = [0, 0, 0];
  const began = performance.now();

  async function readOne(reader: FileReader, index: number): Promise<void> {
    // Each mutant from a seed of its own, so that one can be made again without those before it.
    const random = seededRandom(seed * 1_000_003 + index);
    const sample = drawSample(samples, random);
    const mutant = await mutate(sample.bytes, random, others);
    const name = `mutant ${index} of seed ${seed} (${sample.fileName}, ${mutant.how})`;
    const asked = performance.now();
    const { kind, outcome } = await reader.read({ fileName: sample.fileName, bytes: mutant.bytes });
    longestMs = Math.max(longestMs, performance.now() - asked);
    const ended = outcome.ok ? "read" : outcome.code;
    outcomes.set(ended, (outcomes.get(ended) ?? 0) + 1);
    if (!outcome.ok) {
      const { message, messageEn } = unreadableFile({ fileName: sample.fileName, code: outcome.code, detail: outcome.detail });
      if (message.length > 300 || messageEn.length > 300) faults.push(`${name}: more than a sentence: ${message}`);
      return;
    }
    if (kind === null) faults.push(`${name}: read without a kind`);
    else
      faults.push(
        ...faultsOf(
          parsePlan({
            id: "mutant",
            fileName: sample.fileName,
            sourceHash: "0".repeat(64),
            kind,
            lines: outcome.lines,
            notes: outcome.notes,
            catalogue: {},
          }),
        )
          .slice(0, 2)
          .map((fault) => `${name}: ${fault}`),
      );
  }

  async function work(): Promise<void> {
    const reader = openFileReader({ cache: null, limits: { timeMs } });
    try {
      for (let index = next++; index < count && performance.now() - began < untilMs; index = next++) {
        await readOne(reader, index).catch((error: unknown) => faults.push(`mutant ${index} of seed ${seed}: ${String(error)}`));
        onProgress?.(++done, faults.length);
      }
    } finally {
      await reader.close();
    }
  }

  try {
    await Promise.all(Array.from({ length: options.readers }, work));
    const escaped = [...(await entries(temporary))].filter((path) => !before.has(path));
    return { files: done, outcomes, faults, longestMs, escaped };
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
    await rm(temporary, { recursive: true, force: true });
  }
}
