/** The library between a program and the system's file calls (shim.c): compiled when a trial needs it, spoken to by access(2). */
import { spawnSync } from "node:child_process";
import { accessSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @returns the library's path. @throws Error on a system that is not Linux, or has no C compiler: a trial never passes by not running. */
export function compileShim(): string {
  if (process.platform !== "linux") throw new Error("this trial stands between a program and Linux's file calls");
  const library = join(mkdtempSync(join(tmpdir(), "aide-shim-")), "shim.so");
  const source = join(import.meta.dirname, "shim.c");
  const built = spawnSync("cc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`cc is needed for this trial: ${built.error?.message ?? built.stderr}`);
  return library;
}

/** Says something to the shim of this process; without one it goes unheard. */
export function tellShim(wish: string): boolean {
  try {
    accessSync(`/aide-trial/${wish}`);
    return true;
  } catch {
    return false;
  }
}
