/** Reads files in child processes with limits, and keeps what was read so that no file is read twice. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../base/files.ts";
import { detectKind } from "./detect-kind.ts";
import type { FileOutcome } from "./read-file.ts";
import { findIsolation, type Isolation } from "./reading-sandbox.ts";
import { startReadingProcess, type ProcessLimits, type ReadingProcess } from "./reading-process.ts";
import type { ReadingCache } from "./reading-cache.ts";
import type { FileKind } from "./types.ts";

export interface ReadResult {
  /** Null where the bytes are of no kind that is read. */
  readonly kind: FileKind | null;
  /** SHA-256 of the file's bytes. */
  readonly sourceHash: string;
  readonly outcome: FileOutcome;
}

export interface FileReader {
  /** @param fileName tells markdown from text only. Never throws for what a file holds. */
  read(file: { readonly fileName: string; readonly bytes: Uint8Array }): Promise<ReadResult>;
  /** How the reading processes are shut in; null before the first one was needed. */
  readonly isolation: () => Isolation | null;
  close(): Promise<void>;
}

export interface FileReaderOptions {
  /** Null keeps nothing. */
  readonly cache: ReadingCache | null;
  readonly limits?: Partial<ProcessLimits>;
  /** Default: the strongest that the machine grants. */
  readonly isolation?: Isolation;
}

const PLAIN: ReadonlySet<FileKind> = new Set(["text", "markdown"]);
/** Recognising a scan of a hundred pages takes minutes; nothing else does. */
const RECOGNISED: ReadonlySet<FileKind> = new Set(["pdf", "png", "jpeg", "tiff"]);
const ordinary: ProcessLimits = { timeMs: 90_000, memoryMiB: 1536, heapMiB: 768, cpuSeconds: 120, fileMiB: 512 };
const recognising: ProcessLimits = { ...ordinary, timeMs: 900_000, cpuSeconds: 1200 };

/** Nothing is started before the first file. */
export function openFileReader({ cache, limits = {}, isolation: wanted }: FileReaderOptions): FileReader {
  let isolation: Isolation | null = wanted ?? null;
  let folder: string | null = null;
  /** A process that has read plain text only; one that has opened anything else reads nothing after it. */
  let plain: ReadingProcess | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function start(kind: FileKind, workFolder: string): Promise<ReadingProcess> {
    isolation ??= await findIsolation();
    return startReadingProcess({ workFolder, isolation, limits: { ...(RECOGNISED.has(kind) ? recognising : ordinary), ...limits } });
  }

  async function readFresh(kind: FileKind, bytes: Uint8Array): Promise<FileOutcome> {
    if (PLAIN.has(kind)) {
      folder ??= await mkdtemp(join(tmpdir(), "aide-read-"));
      if (plain === null || !plain.alive()) plain = await start(kind, folder);
      return plain.read({ kind, bytes, workFolder: folder });
    }
    const workFolder = await mkdtemp(join(tmpdir(), "aide-read-"));
    try {
      const reading = await start(kind, workFolder);
      try {
        return await reading.read({ kind, bytes, workFolder });
      } finally {
        await reading.stop();
      }
    } finally {
      await rm(workFolder, { recursive: true, force: true });
    }
  }

  async function read({ fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array }): Promise<ReadResult> {
    const sourceHash = sha256(bytes);
    const detected = bytes.byteLength === 0 ? { refused: "empty" as const } : detectKind(bytes, fileName);
    if ("refused" in detected) return { kind: null, sourceHash, outcome: { ok: false, code: detected.refused } };
    const { kind } = detected;
    const key = { sourceHash, kind };
    const known = (await cache?.find(key)) ?? null;
    if (known !== null) return { kind, sourceHash, outcome: known };
    const outcome = await readFresh(kind, bytes);
    await cache?.keep(key, outcome);
    return { kind, sourceHash, outcome };
  }

  return {
    // One after the other: each may take what the machine has.
    read: (file) => {
      const result = turn.then(() => read(file));
      turn = result.catch(() => undefined);
      return result;
    },
    isolation: () => isolation,
    async close() {
      await turn.catch(() => undefined);
      await plain?.stop();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}
