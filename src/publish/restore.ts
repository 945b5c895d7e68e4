/**
 * Puts back what a backup holds: the store and the originals.
 *
 * Invariants: everything is unpacked aside and checked before anything is touched; what was there is moved aside, never
 * deleted; nothing runs on the folders meanwhile. A failure in the middle is undone.
 */
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "../base/app-error.ts";
import { isMissingFile, syncFile, syncFolder } from "../base/files.ts";
import { tryLock } from "../index/build-lock.ts";
import { readBackup, storeEntryName, type BackupReport } from "./backup.ts";

export interface RestoreOptions {
  readonly dataFolder: string;
  readonly corpusFolder: string;
  readonly now: () => Date;
}

export interface RestoreReport extends BackupReport {
  /** Where what was there before is now; empty when nothing was. */
  readonly keptAside: readonly string[];
}

/** @throws AppError "bad-request" for a backup that is not whole, "conflict" while a server runs on the folders. */
export async function restoreBackup(path: string, { dataFolder, corpusFolder, now }: RestoreOptions): Promise<RestoreReport> {
  await mkdir(dataFolder, { recursive: true });
  await mkdir(corpusFolder, { recursive: true });
  const lock = await tryLock(join(dataFolder, ".publisher"));
  if (lock === null) throw serverRuns();
  // On the disks of their later places, so that they get there by renames.
  const incoming = { data: join(dataFolder, ".restoring"), corpus: join(corpusFolder, ".restoring") };
  try {
    for (const folder of Object.values(incoming)) await rm(folder, { recursive: true, force: true });
    const report = await readBackup(path, ({ name, content }) => unpack({ name, content, incoming }));
    const stamp = now().toISOString().replaceAll(/[-:.]/gu, "");
    const keptAside = [
      await exchange({
        folder: dataFolder,
        incoming: incoming.data,
        aside: `.before-${stamp}`,
        isOurs: (name) => name.startsWith("aide.db"),
      }),
      await exchange({
        folder: corpusFolder,
        incoming: incoming.corpus,
        aside: `.before-${stamp}`,
        isOurs: (name) => !name.startsWith(".") || name === ".versions" || name === ".incoming",
      }),
    ];
    return { ...report, keptAside: keptAside.filter((folder) => folder !== null) };
  } finally {
    for (const folder of Object.values(incoming)) await rm(folder, { recursive: true, force: true });
    await lock.release();
  }
}

interface Unpacking {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly incoming: { readonly data: string; readonly corpus: string };
}

async function unpack({ name, content, incoming }: Unpacking): Promise<void> {
  const inCorpus = name.startsWith("corpus/") ? name.slice("corpus/".length) : null;
  if (inCorpus === null && name !== storeEntryName) throw new Error(`${name} belongs to no backup`);
  const path = inCorpus === null ? join(incoming.data, "aide.db") : join(incoming.corpus, inCorpus);
  await mkdir(dirname(path), { recursive: true });
  await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  await syncFile(path);
}

interface Exchange {
  readonly folder: string;
  readonly incoming: string;
  /** Name of the folder that takes what was there. */
  readonly aside: string;
  readonly isOurs: (name: string) => boolean;
}

async function exchange({ folder, incoming, aside, isOurs }: Exchange): Promise<string | null> {
  const kept = join(folder, aside);
  const undo: (() => Promise<void>)[] = [];
  const move = async (from: string, to: string): Promise<void> => {
    await rename(from, to);
    undo.push(() => rename(to, from));
  };
  try {
    const before = (await readdir(folder)).filter((name) => isOurs(name) && join(folder, name) !== incoming);
    if (before.length > 0) await mkdir(kept);
    for (const name of before) await move(join(folder, name), join(kept, name));
    for (const name of await namesIn(incoming)) await move(join(incoming, name), join(folder, name));
    await syncFolder(folder);
    return before.length > 0 ? kept : null;
  } catch (error) {
    for (const back of undo.toReversed()) await back();
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissingFile(error)) return [];
    throw error;
  }
}

function serverRuns(): AppError {
  return new AppError("conflict", {
    message: "another process holds the publisher's lock",
    publicText: {
      vi: "Máy chủ đang chạy trên các thư mục này; hãy dừng máy chủ rồi khôi phục.",
      en: "A server is running on these folders; stop it, then restore.",
    },
  });
}
