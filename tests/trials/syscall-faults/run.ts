/** Runs the fault trial in a process of its own, with the shim loaded; prints its figures as JSON. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileShim } from "../disk/shim.ts";
import type { ScenarioName } from "../disk/publishing-scenarios.ts";
import type { FaultFigures } from "./trial.ts";

export interface FaultRunOptions {
  readonly scenarios: readonly ScenarioName[];
  readonly calls: number;
  readonly onProgress?: (line: string) => void;
}

/** @throws Error when the process dies: a fault of one file must never end it. */
export async function runUnderShim({ scenarios, calls, onProgress }: FaultRunOptions): Promise<FaultFigures> {
  const folder = mkdtempSync(join(tmpdir(), "aide-fault-root-"));
  try {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", join(import.meta.dirname, "process.ts"), join(folder, "root"), String(calls), ...scenarios],
      {
        env: { ...process.env, LD_PRELOAD: compileShim(), AIDE_TRIAL_ROOT: join(folder, "root"), AIDE_TRIAL_STATE: join(folder, "state") },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let last = "";
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        last = line;
        onProgress?.(line);
      }
    });
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) throw new Error(`the process that publishes ended with ${String(code)}`);
    return JSON.parse(last) as FaultFigures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
