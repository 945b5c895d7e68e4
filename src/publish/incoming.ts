/**
 * Files on their way in, under `corpus/.incoming/`: being received by a process, or waiting for their job.
 *
 * Invariants: what a job waits for is a folder of the job's name with the bytes and the order, synced before the job is
 * there; folders of processes that died and of jobs that ended are removed, nothing else is.
 */
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isMissingFile, isThere, replaceFile, syncFolder, writeSynced } from "../base/files.ts";
import { processTag, isTagAlive } from "../index/build-lock.ts";

const OrderSchema = z.strictObject({
  documentId: z.string(),
  /** Under which it is to stand in the folder of originals. */
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  by: z.string(),
  /** Left out: as it is now, or public where nothing is said yet. */
  access: z.enum(["public", "officials", "unit"]).optional(),
  unit: z.string().nullable().optional(),
  title: z.string().optional(),
});
/** What is to become of an incoming file. */
export type UploadOrder = z.infer<typeof OrderSchema>;

/** With the process that wrote it: one that died before its job was there gave nothing. */
const StoredOrderSchema = z.strictObject({ order: OrderSchema, process: z.string() });

const contentName = "content";
const orderName = "order.json";
const stagingPrefix = "staging-";

const incomingFolder = (corpusFolder: string): string => join(corpusFolder, ".incoming");
const jobFolder = (corpusFolder: string, jobId: string): string => join(incomingFolder(corpusFolder), jobId);

/** A folder of this process on the same file system as the originals, where files may be received. */
export async function stagingFolder(corpusFolder: string): Promise<string> {
  const folder = join(incomingFolder(corpusFolder), `${stagingPrefix}${await processTag()}`);
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(corpusFolder);
  return folder;
}

/**
 * Makes a received file and its order one folder, on the disk.
 *
 * @param path of the file, synced, under `stagingFolder`.
 * @returns the folder, for `giveToJob`.
 */
export async function packUpload(path: string, order: UploadOrder): Promise<string> {
  const folder = `${path}.folder`;
  try {
    await mkdir(folder);
    await writeSynced(join(folder, orderName), JSON.stringify({ order, process: await processTag() }));
    await rename(path, join(folder, contentName));
    await syncFolder(folder);
    return folder;
  } catch (error) {
    await discard(folder);
    throw error;
  }
}

/** The job's folder from now on, also after a power cut. Call it in the transaction that adds the job. */
export async function giveToJob({ corpusFolder, packed, jobId }: { corpusFolder: string; packed: string; jobId: string }): Promise<void> {
  await rename(packed, jobFolder(corpusFolder, jobId));
  await syncFolder(incomingFolder(corpusFolder));
}

export async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

const BeforeSchema = z.strictObject({
  /** Files that held the document, with their hashes. */
  files: z.array(z.strictObject({ fileName: z.string(), sha256: z.string() })),
  /** What the catalogue said; null for nothing. */
  catalogue: z
    .strictObject({
      documentId: z.string(),
      access: z.enum(["public", "officials", "unit"]),
      unit: z.string().nullable(),
      fields: z.record(z.string(), z.unknown()),
      updatedBy: z.string(),
    })
    .nullable(),
});
/** How things stood before an upload took its place: what its failure must bring back. */
export type BeforeUpload = z.infer<typeof BeforeSchema>;

const beforeName = "before.json";

/** Kept once: when the job is done again after a crash, the first note counts. @returns the one that counts. */
export async function noteBefore(
  { corpusFolder, jobId }: { corpusFolder: string; jobId: string },
  find: () => Promise<BeforeUpload>,
): Promise<BeforeUpload> {
  const path = join(jobFolder(corpusFolder, jobId), beforeName);
  try {
    return BeforeSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (!isMissingFile(error)) throw error;
  }
  const before = await find();
  await replaceFile(path, JSON.stringify(before));
  return before;
}

export interface Incoming {
  readonly order: UploadOrder;
  /** Null once the file was put among the originals. */
  readonly contentPath: string | null;
}

/** Null when the job has no folder: it ended. */
export async function findIncoming(corpusFolder: string, jobId: string): Promise<Incoming | null> {
  const folder = jobFolder(corpusFolder, jobId);
  let text: string;
  try {
    text = await readFile(join(folder, orderName), "utf8");
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
  const contentPath = join(folder, contentName);
  return { order: StoredOrderSchema.parse(JSON.parse(text)).order, contentPath: (await isThere(contentPath)) ? contentPath : null };
}

/** Once the job has ended. */
export async function clearIncoming(corpusFolder: string, jobId: string): Promise<void> {
  await discard(jobFolder(corpusFolder, jobId));
}

/**
 * Removes what dead processes and ended jobs left.
 *
 * @param stateOf whether a job of this id has ended; null for one that is not known.
 */
export async function sweepIncoming(corpusFolder: string, hasEnded: (jobId: string) => Promise<boolean | null>): Promise<void> {
  const root = incomingFolder(corpusFolder);
  for (const name of await namesIn(root)) {
    const path = join(root, name);
    if (name.startsWith(stagingPrefix)) {
      if (!(await isTagAlive(name.slice(stagingPrefix.length)))) await discard(path);
      continue;
    }
    // Of a job that is not known: its process may be about to add it.
    if ((await hasEnded(name)) ?? !(await isGiverAlive(path))) await discard(path);
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

async function isGiverAlive(folder: string): Promise<boolean> {
  try {
    return await isTagAlive(StoredOrderSchema.parse(JSON.parse(await readFile(join(folder, orderName), "utf8"))).process);
  } catch {
    // Without an order there is nothing that a job could be added for.
    return false;
  }
}
