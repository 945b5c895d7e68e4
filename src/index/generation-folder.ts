/** The index folder: which generations it holds, which one is live, which are old or left over. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Generation } from "./types.ts";
import { isMissingFile, replaceFile } from "../base/files.ts";

export const currentFileName = "CURRENT";
export const manifestFileName = "manifest.json";
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

/** The id that CURRENT names; null when it is missing or names nothing sensible. */
export async function readCurrentId(folder: string): Promise<string | null> {
  try {
    const id = (await readFile(join(folder, currentFileName), "utf8")).trim();
    return isGenerationId(id) ? id : null;
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** Makes a generation the live one: before or after, never between. */
export async function writeCurrentId(folder: string, id: string): Promise<void> {
  await replaceFile(join(folder, currentFileName), `${id}\n`);
}

/** Removes what a build that died left behind. Only for the holder of the build lock. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names)
    if (name.startsWith(temporaryPrefix) || name.startsWith(".lock-")) await rm(join(folder, name), { recursive: true, force: true });
}

export interface PruneOptions {
  readonly folder: string;
  /** How many to keep, the live one included. */
  readonly keep: number;
  /** Whether a generation could serve; asked only of those that would be kept. */
  readonly isIntact: (id: string) => Promise<boolean>;
}

/** Removes all but the live generation and the newest intact ones. Only for the holder of the build lock. */
export async function pruneGenerations({ folder, keep, isIntact }: PruneOptions): Promise<void> {
  const current = await readCurrentId(folder);
  let kept = current === null ? 0 : 1;
  for (const id of await listGenerations(folder)) {
    if (id === current) continue;
    if (kept < keep && (await isIntact(id))) kept += 1;
    else await rm(join(folder, id), { recursive: true, force: true });
  }
}
