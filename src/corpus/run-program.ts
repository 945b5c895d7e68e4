/** Runs a program of the system (tesseract, soffice) on files of a work folder, within limits. */
import { spawn } from "node:child_process";

export interface ProgramRun {
  readonly program: string;
  readonly arguments_: readonly string[];
  /** Where it runs; also its HOME and temporary folder. */
  readonly folder: string;
  /** Killed after this many milliseconds. */
  readonly timeoutMs: number;
  /** Killed when it has written more than this to its outputs. Default 20 MiB. */
  readonly maxOutputBytes?: number;
}

export type ProgramResult =
  | { readonly ended: "ok"; readonly output: Buffer }
  /** Not installed. */
  | { readonly ended: "missing" }
  | { readonly ended: "failed"; readonly reason: string };

const keptErrorCharacters = 1000;

/** Never throws; a program that cannot be started, fails or goes beyond a limit is a value. */
export function runProgram({
  program,
  arguments_,
  folder,
  timeoutMs,
  maxOutputBytes = 20 * 1024 * 1024,
}: ProgramRun): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, arguments_, {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", HOME: folder, TMPDIR: folder, LC_ALL: "C.UTF-8", OMP_THREAD_LIMIT: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      killSignal: "SIGKILL",
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    let errors = "";
    child.stdout.on("data", (part: Buffer) => {
      bytes += part.byteLength;
      if (bytes > maxOutputBytes) child.kill("SIGKILL");
      else parts.push(part);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors = (errors + text).slice(-keptErrorCharacters);
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ENOENT" ? { ended: "missing" } : { ended: "failed", reason: error.message }),
    );
    child.on("close", (code, signal) =>
      resolve(
        code === 0
          ? { ended: "ok", output: Buffer.concat(parts) }
          : { ended: "failed", reason: `${signal ?? `exit code ${String(code)}`} ${errors.trim()}` },
      ),
    );
  });
}
