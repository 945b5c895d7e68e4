/** One build at a time for an index folder, across processes; the lock of a process that died is taken over. */
import { randomUUID } from "node:crypto";
import { link, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../base/app-error.ts";
import { errorCode, isMissingFile } from "../base/files.ts";

const lockFileName = ".lock";

/** When a process started, in the system's ticks; null where the system does not tell. Tells a process from a later one with its number. */
async function startOf(processId: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${processId}/stat`, "utf8");
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    // No such process, or a system without /proc.
    return null;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and is another user's.
    return errorCode(error) === "EPERM";
  }
}

/** Names this process, and no later one with its number. */
export async function processTag(): Promise<string> {
  return `${process.pid}-${(await startOf(process.pid)) ?? ""}`;
}

/** Whether the process of a tag is still there. */
export function isTagAlive(tag: string): Promise<boolean> {
  return isHeldBy(tag.replace("-", " "));
}

/** Whether the process that wrote this lock is still there. */
async function isHeldBy(content: string): Promise<boolean> {
  const [processText = "", start = ""] = content.split(" ");
  const processId = Number(processText);
  // A lock that was cut off while it was written belongs to a writer that died.
  if (!Number.isInteger(processId) || processId <= 0 || !isAlive(processId)) return false;
  const actual = await startOf(processId);
  return start === "" || actual === null || start === actual;
}

/**
 * Removes the lock of a dead process, or leaves that to another process that is about it.
 *
 * @returns false when the lock is a living process's.
 */
async function removeStale(path: string, own: string): Promise<boolean> {
  const content = await readOrNull(path);
  if (content === null) return true;
  if (await isHeldBy(content)) return false;
  // One at a time, and looked at again inside: a lock that another took meanwhile is never removed for the dead one's.
  const breaking = `${path}.breaking`;
  try {
    await link(own, breaking);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    const breaker = await readOrNull(breaking);
    if (breaker !== null && !(await isHeldBy(breaker))) await rm(breaking, { force: true });
    await sleep(BREAKING_PAUSE_MS);
    return true;
  }
  try {
    const now = await readOrNull(path);
    if (now !== null && !(await isHeldBy(now))) await rm(path, { force: true });
  } finally {
    await removeSurely(breaking);
  }
  return true;
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

export interface BuildLock {
  release(): Promise<void>;
}

const LOCK_PAUSE_MS = 50;

/** A lock that stayed because its removal failed once would keep everybody out as long as this process lives. */
async function removeSurely(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch {
    await sleep(LOCK_PAUSE_MS);
    await rm(path, { force: true });
  }
}

const ATTEMPTS = 40;
const BREAKING_PAUSE_MS = 5;

/** Tries again after a dead process's lock was removed. */
async function linkOwn(own: string, path: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      // Written aside and linked: a lock is never seen half written.
      await link(own, path);
      return true;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
      if (!(await removeStale(path, own))) return false;
    }
  }
  return false;
}

/**
 * Tries once for a lock file of this process.
 *
 * @returns null when a living process holds it.
 */
export async function tryLock(path: string): Promise<BuildLock | null> {
  const own = `${path}-${await processTag()}-${randomUUID().slice(0, 8)}`;
  try {
    await writeFile(own, `${process.pid} ${(await startOf(process.pid)) ?? ""}`);
    if (!(await linkOwn(own, path))) return null;
  } finally {
    await removeSurely(own);
  }
  try {
    await removeAsides(path);
  } catch (error) {
    await removeSurely(path);
    throw error;
  }
  return { release: () => removeSurely(path) };
}

/** What processes left that died while they wrote a lock aside. */
async function removeAsides(path: string): Promise<void> {
  const prefix = `${basename(path)}-`;
  for (const name of await readdir(dirname(path))) {
    const tag = name.startsWith(prefix) ? name.slice(prefix.length).replace(/-[^-]*$/u, "") : null;
    if (tag !== null && !(await isTagAlive(tag))) await rm(join(dirname(path), name), { force: true });
  }
}

/** @throws AppError "overloaded" when another build is still running after `waitMs`; default 0. */
export async function takeBuildLock(folder: string, { waitMs = 0 }: { readonly waitMs?: number } = {}): Promise<BuildLock> {
  const path = join(folder, lockFileName);
  const until = performance.now() + waitMs;
  do {
    const lock = await tryLock(path);
    if (lock !== null) return lock;
    await sleep(Math.min(LOCK_PAUSE_MS, waitMs));
  } while (performance.now() < until);
  throw new AppError("overloaded", {
    message: `${path} is held by another build`,
    publicText: {
      vi: "Một lần lập chỉ mục khác đang chạy; xin đợi nó xong.",
      en: "Another build of the index is running; please wait until it is done.",
    },
  });
}
