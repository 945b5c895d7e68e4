/** The index folder: which generations it holds, which one is live, which one was put back by hand, which are old or left over. */
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Generation } from "./types.ts";
import { isMissingFile, replaceFile, syncFolder } from "../base/files.ts";

export const currentFileName = "CURRENT";
export const manifestFileName = "manifest.json";
/** Names the generation that was put back by hand: it stays until the next publish, though the documents say otherwise. */
const pinnedFileName = "PINNED";
const temporaryPrefix = ".building-";
const idPattern = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/u;

/** Sorts by time of creation: "20261123T031700123Z-0123abcd". */
export function newGenerationId(now: Date, contentHash: string): Generation["id"] {
  return `${now.toISOString().replaceAll(/[-:.]/gu, "")}-${contentHash.slice(0, 8)}`;
}

export function isGenerationId(text: string): boolean {
  return idPattern.test(text);
}

export function temporaryFolder(folder: string, id: string): string {
  return join(folder, `${temporaryPrefix}${id}`);
}

/** Ids of the generations in a folder, newest first; empty where there is no folder. */
export async function listGenerations(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isGenerationId).toSorted().toReversed();
  } catch (error) {
    if (isMissingFile(error)) return [];
    throw error;
  }
}

async function readId(path: string): Promise<string | null> {
  try {
    const id = (await readFile(path, "utf8")).trim();
    return isGenerationId(id) ? id : null;
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** The id that CURRENT names; null when it is missing or names nothing sensible. */
export function readCurrentId(folder: string): Promise<string | null> {
  return readId(join(folder, currentFileName));
}

/**
 * Makes a generation the live one: before or after, never between. A failure leaves, or puts back, the one before.
 *
 * @throws errors of the disk.
 */
export async function writeCurrentId(folder: string, id: string): Promise<void> {
  const before = await readCurrentId(folder);
  const path = join(folder, currentFileName);
  try {
    await replaceFile(path, `${id}\n`);
  } catch (error) {
    // The rename may have happened, and only its way to the disk failed: who is told of a failure must not meet a success.
    if ((await readCurrentId(folder)) === id && before !== id) {
      if (before !== null) await replaceFile(path, `${before}\n`);
      else await rm(path, { force: true }).then(() => syncFolder(folder));
    }
    throw error;
  }
}

/** The generation that was put back by hand and is still the live one, else null. */
export async function readPinnedId(folder: string): Promise<string | null> {
  const pinned = await readId(join(folder, pinnedFileName));
  return pinned !== null && pinned === (await readCurrentId(folder)) ? pinned : null;
}

/** Makes an older generation the live one, until the next publish. Only for the holder of the build lock. */
export async function pinGeneration(folder: string, id: string): Promise<void> {
  // First the pin: it means nothing until CURRENT names the same.
  await replaceFile(join(folder, pinnedFileName), `${id}\n`);
  await writeCurrentId(folder, id);
}

/** When a generation was made, as its id says it. */
export function timeOf(id: string): number {
  return Date.parse(id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/u, "$1-$2-$3T$4:$5:$6.$7Z"));
}

/** Removes what a build that died left behind. Only for the holder of the build lock. */
export async function removeLeftovers(folder: string): Promise<void> {
  const current = await readCurrentId(folder);
  // Newer than the live one, and nobody went back to that: complete, and its build died before it went live.
  if (current !== null && (await readPinnedId(folder)) === null)
    for (const id of await listGenerations(folder)) if (id > current) await removeGeneration(folder, id);
  const names = await readdir(folder);
  const isLeftOver = (name: string): boolean =>
    name.startsWith(temporaryPrefix) || name === `${currentFileName}.new` || name === `${pinnedFileName}.new`;
  for (const name of names) if (isLeftOver(name)) await rm(join(folder, name), { recursive: true, force: true });
}

export interface PruneOptions {
  readonly folder: string;
  /** How many to keep, the live one included. */
  readonly keep: number;
  /** The generation that was live before, kept before any other. */
  readonly before?: string | null;
  /** Whether a generation could serve; asked only of those that would be kept. */
  readonly isIntact: (id: string) => Promise<boolean>;
}

/**
 * Removes all but the live generation, the one before and the newest intact ones. Only for the holder of the build lock.
 *
 * @returns the ids that were removed.
 */
export async function pruneGenerations({ folder, keep, before = null, isIntact }: PruneOptions): Promise<readonly string[]> {
  const current = await readCurrentId(folder);
  const others = (await listGenerations(folder)).filter((id) => id !== current);
  const ordered = [...others.filter((id) => id === before), ...others.filter((id) => id !== before)];
  let kept = current === null ? 0 : 1;
  const removed: string[] = [];
  for (const id of ordered) {
    if (kept < keep && (await isIntact(id))) {
      kept += 1;
      continue;
    }
    await removeGeneration(folder, id);
    removed.push(id);
  }
  return removed;
}

/** Under another name first: a folder that is half removed is never taken for a generation. Only for the holder of the build lock. */
export async function removeGeneration(folder: string, id: string): Promise<void> {
  const aside = temporaryFolder(folder, id);
  try {
    await rename(join(folder, id), aside);
  } catch (error) {
    if (isMissingFile(error)) return;
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}
