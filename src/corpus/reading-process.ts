/** One reading process and what is read in it: started, watched, and killed with all that it started. */
import { spawn } from "node:child_process";
import { memoryOfGroup } from "./memory-of-group.ts";
import type { FileOutcome, FileToRead } from "./read-file.ts";
import type { FromReadingChild } from "./reading-messages.ts";
import { readingCommand, type ReadingLimits, type SandboxOptions } from "./reading-sandbox.ts";

export interface ProcessLimits extends ReadingLimits {
  /** For one file, in milliseconds. */
  readonly timeMs: number;
  /** Of the whole process tree, in MiB. */
  readonly memoryMiB: number;
}

export interface ReadingProcess {
  readonly alive: () => boolean;
  /** One file at a time. Never throws: a process that dies or goes beyond a limit gives an outcome. */
  read(file: FileToRead): Promise<FileOutcome>;
  /** Kills the process and all that it started; resolves when it is gone. */
  stop(): Promise<void>;
}

const WATCH_MS = 200;

/** @param workFolder the only folder that the process and what it starts may write to. */
export function startReadingProcess({
  workFolder,
  ...sandbox
}: SandboxOptions & { workFolder: string; limits: ProcessLimits }): ReadingProcess {
  const { limits } = sandbox;
  const { program, arguments_ } = readingCommand(workFolder, sandbox);
  const child = spawn(program, arguments_, {
    cwd: workFolder,
    // A group of its own, so that one signal reaches the programs that it starts.
    detached: process.platform !== "win32",
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: workFolder,
      TMPDIR: workFolder,
      TEMP: workFolder,
      LC_ALL: "C.UTF-8",
      TSX_DISABLE_CACHE: "1",
    },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  let pending: ((outcome: FileOutcome) => void) | null = null;
  let alive = true;
  let overLimit = false;
  const settle = (outcome: FileOutcome): void => {
    pending?.(outcome);
    pending = null;
  };
  const gone = new Promise<void>((resolve) => {
    const end = (): void => {
      alive = false;
      settle({ ok: false, code: "limits", detail: overLimit ? "beyond a limit" : "the reading process ended" });
      resolve();
    };
    child.on("exit", end);
    child.on("error", () => {
      if (child.pid === undefined) end();
    });
  });
  child.on("message", (message: FromReadingChild) => {
    if (message.kind === "read-done") settle(message.outcome);
  });

  function kill(): void {
    if (child.pid === undefined || !alive) return;
    try {
      if (process.platform === "win32") child.kill("SIGKILL");
      else process.kill(-child.pid, "SIGKILL");
    } catch {
      // Gone by itself in this moment.
    }
  }
  function killOverLimit(): void {
    overLimit = true;
    kill();
  }
  async function watchMemory(): Promise<void> {
    const used = child.pid === undefined ? null : await memoryOfGroup(child.pid);
    if (used !== null && used > limits.memoryMiB) killOverLimit();
  }

  return {
    alive: () => alive,
    async read(file) {
      if (!alive) return { ok: false, code: "limits" };
      const clock = setTimeout(killOverLimit, limits.timeMs);
      const watch = setInterval(() => void watchMemory(), WATCH_MS);
      try {
        return await new Promise<FileOutcome>((resolve) => {
          pending = resolve;
          child.send({ kind: "read", file }, (error) => {
            if (error !== null) killOverLimit();
          });
        });
      } finally {
        clearTimeout(clock);
        clearInterval(watch);
      }
    },
    async stop() {
      kill();
      await gone;
    },
  };
}
