/** Where LibreOffice is on this machine. */
import { realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runProgram } from "../run-program.ts";

/** Where installers put it without a name in the PATH. */
const INSTALLED = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
  "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com",
];
/** The shell's own look-up, in the folders of PATH or in those given. */
const LOOK_UP = 'PATH="${1:-$PATH}"; command -v soffice || command -v libreoffice || true';
const LOOK_UP_MS = 5000;

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there, or not for this user: no program to start either way.
    return false;
  }
}

async function inPath(folder: string, path: string | undefined): Promise<string | null> {
  const arguments_ = ["-c", LOOK_UP, "sh", ...(path === undefined ? [] : [path])];
  const result = await runProgram({ program: "/bin/sh", arguments_, folder, timeoutMs: LOOK_UP_MS });
  const found = result.ended === "ok" ? result.output.toString("utf8").trim() : "";
  return found !== "" && (await isFile(found)) ? found : null;
}

export interface OfficeSearch {
  /** A folder of the caller's, as every program gets one. */
  readonly folder: string;
  /** Folders as in PATH, instead of the environment's; other places are not looked into then. */
  readonly path?: string | undefined;
}

/**
 * The path of LibreOffice, null where it is not installed. The program itself is taken rather than the script that starts
 * it where both are there: a script killed at its time limit would leave the program running.
 */
export async function findOffice({ folder, path }: OfficeSearch): Promise<string | null> {
  let found = await inPath(folder, path);
  for (const place of path === undefined ? INSTALLED : []) if (found === null && (await isFile(place))) found = place;
  if (found === null) return null;
  const program = await realpath(found);
  const binary = join(dirname(program), "soffice.bin");
  return (await isFile(binary)) ? binary : program;
}
