/** Builds the web pages with Vite when they are not there or older than their sources. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isMissingFile } from "../base/files.ts";

export type PagesState = "missing" | "stale" | "fresh";

export interface PageFolders {
  /** Where package.json stands. */
  readonly projectFolder: string;
  /** Where the built pages stand. */
  readonly pagesFolder: string;
}

const builtPage = "index.html";
/** What the pages are made of, beside web/ itself. */
const sources = ["web", join("src", "contract")];

/** "fresh" also where only built pages were installed, without their sources. */
export async function pagesState({ projectFolder, pagesFolder }: PageFolders): Promise<PagesState> {
  const built = await modifiedAt(join(pagesFolder, builtPage));
  if (built === null) return "missing";
  for (const source of sources) {
    if ((await newestIn(join(projectFolder, source))) > built) return "stale";
  }
  return "fresh";
}

/** @throws Error with Vite's own output when the build fails; whatever was built before is then still there. */
export async function buildPages({ projectFolder }: PageFolders): Promise<void> {
  const config = join(projectFolder, "web", "vite.config.ts");
  if (!existsSync(config)) throw new Error("web/vite.config.ts is not there");
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  // A process of its own: the bundler's memory is given back before the server starts.
  const child = spawn(process.execPath, [vite, "build", "--config", config], { cwd: projectFolder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (text: string): void => {
    output = (output + text).slice(-4000);
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`vite build ended with ${String(code)}: ${output.trim()}`);
}

async function modifiedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

async function newestIn(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const times = await Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => modifiedAt(join(entry.parentPath, entry.name))),
    );
    return Math.max(0, ...times.map((time) => time ?? 0));
  } catch (error) {
    if (isMissingFile(error)) return 0;
    throw error;
  }
}
