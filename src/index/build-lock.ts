/** One build at a time for an index folder, across processes; the lock of a process that died is taken over. */
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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

/** Whether the process that wrote this lock is still there. */
async function isHeldBy(content: string): Promise<boolean> {
  const [processText = "", start = ""] = content.split(" ");
  const processId = Number(processText);
  // A lock that was cut off while it was written belongs to a writer that died.
  if (!Number.isInteger(processId) || processId <= 0 || !isAlive(processId)) return false;
  const actual = await startOf(processId);
  return start === "" || actual === null || start === actual;
}

/** Removes the lock of a dead process; false when the lock is a living one's. */
async function removeStale(path: string): Promise<boolean> {
  const content = await readOrNull(path);
  if (content === null) return true;
  if (await isHeldBy(content)) return false;
  // Renamed first: of several that find the same stale lock one gets it, and a lock taken meanwhile is given back.
  const aside = `${path}-${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readOrNull(aside)) !== content) await link(aside, path);
    await rm(aside, { force: true });
  } catch (error) {
    if (!isMissingFile(error) && errorCode(error) !== "EEXIST") throw error;
    await rm(aside, { force: true });
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

/** Tries once more after a dead process's lock was removed. */
async function linkOwn(own: string, path: string): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      // Written aside and linked: a lock is never seen half written.
      await link(own, path);
      return true;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
      if (!(await removeStale(path))) return false;
    }
  }
  return false;
}

/** @throws AppError "overloaded" when another build is running. */
export async function takeBuildLock(folder: string): Promise<BuildLock> {
  const path = join(folder, lockFileName);
  const own = `${path}-${randomUUID()}`;
  await writeFile(own, `${process.pid} ${(await startOf(process.pid)) ?? ""}`);
  try {
    if (await linkOwn(own, path)) return { release: () => rm(path, { force: true }) };
  } finally {
    await rm(own, { force: true });
  }
  throw new AppError("overloaded", {
    message: `${path} is held by another build`,
    publicText: {
      vi: "Một lần lập chỉ mục khác đang chạy; xin đợi nó xong.",
      en: "Another build of the index is running; please wait until it is done.",
    },
  });
}
