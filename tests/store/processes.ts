/** Starts writers and hears what the store acknowledged to them. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const writer = join(import.meta.dirname, "writer.ts");
export const writerCommand = [process.execPath, "--import", "tsx", writer] as const;

export interface Writer {
  readonly process: ChildProcess;
  /** The lines it has printed. */
  readonly lines: () => readonly string[];
  /** Resolves at its first line. */
  readonly begun: Promise<void>;
  readonly ended: Promise<number | null>;
}

export function startWriter({
  path,
  name,
  limit = Number.POSITIVE_INFINITY,
  command = writerCommand,
}: {
  path: string;
  name: string;
  limit?: number;
  command?: readonly string[];
}): Writer {
  const [program = "", ...words] = command;
  const child = spawn(program, [...words, path, name, String(limit)], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const begun = new Promise<void>((resolve) => {
    child.on("close", () => resolve());
    child.stdout.on("data", (bytes: Buffer) => {
      output += bytes.toString("utf8");
      if (output.includes("\n")) resolve();
    });
  });
  // What follows the last line break was cut off in the middle of being said.
  return { process: child, lines: () => output.split("\n").slice(0, -1), begun, ended };
}

/** The last step that was acknowledged to it. */
export function acknowledged(one: Writer): number {
  return Number(one.lines().findLast((line) => /^\d+$/u.test(line)) ?? "0");
}
