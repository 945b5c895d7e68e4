/** The processes that a process started, and those that these started: from /proc, so Linux only. */
import { readFile, readdir } from "node:fs/promises";

export interface Descendant {
  readonly pid: number;
  /** Its program with all arguments. */
  readonly command: string;
}

interface Process extends Descendant {
  readonly parent: number;
}

async function readProcess(pid: number): Promise<Process | null> {
  try {
    const [status, command] = await Promise.all([readFile(`/proc/${pid}/stat`, "utf8"), readFile(`/proc/${pid}/cmdline`, "utf8")]);
    // The name in parentheses may hold spaces; state and parent follow it.
    const [state, parent] = status.slice(status.lastIndexOf(")") + 2).split(" ");
    // One that has ended and was not yet collected has no command any more.
    return state === "Z" ? null : { pid, parent: Number(parent), command: command.replaceAll("\0", " ").trim() };
  } catch {
    // Gone since the folder was listed.
    return null;
  }
}

export async function descendantsOf(root: number): Promise<readonly Descendant[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name)).map(Number);
  const processes = (await Promise.all(pids.map(readProcess))).filter((one) => one !== null);
  const found: Process[] = [];
  let parents = new Set([root]);
  while (parents.size > 0) {
    const children = processes.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map(({ pid }) => pid));
  }
  return found;
}

/** How many files, sockets and pipes a process has open. */
export async function openFilesOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}
