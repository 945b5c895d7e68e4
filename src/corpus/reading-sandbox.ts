/**
 * How the reading process is shut in.
 *
 * bubblewrap, where Linux has it: a process tree without network that can write to its work folder only. Elsewhere
 * Node's own permission model keeps this process from writing anywhere else; programs that it starts are kept by
 * the limits on time, memory and file size alone.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

export type Isolation = "bubblewrap" | "node-permissions";

export interface ReadingCommand {
  readonly program: string;
  readonly arguments_: readonly string[];
}

export interface ReadingLimits {
  /** Heap of the reading process in MiB. */
  readonly heapMiB: number;
  /** CPU seconds of each process of the tree; a backstop behind the time limit. */
  readonly cpuSeconds: number;
  /** Largest file that may be written, in MiB. */
  readonly fileMiB: number;
}

const childFile = fileURLToPath(new URL("reading-child.ts", import.meta.url));
const typescriptLoader = pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm")).href;

/** Node 20 names the option "--experimental-permission", later ones "--permission". */
const permission = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";

export interface SandboxOptions {
  readonly limits: ReadingLimits;
  readonly isolation: Isolation;
  /** The program to run in it. Default: the one that reads files. */
  readonly entry?: string;
}

function nodeArguments(workFolder: string, { limits, isolation, entry = childFile }: SandboxOptions): string[] {
  const permissions =
    isolation === "bubblewrap"
      ? []
      : [permission, "--allow-fs-read=*", `--allow-fs-write=${workFolder}/*`, "--allow-child-process", "--allow-addons", "--allow-worker"];
  return [`--max-old-space-size=${limits.heapMiB}`, "--no-warnings", ...permissions, "--import", typescriptLoader, entry];
}

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** A /tmp of its own, in memory: LibreOffice wants one. The project is put back where it lies in the machine's. */
function bubblewrap(workFolder: string | null): string[] {
  const tree = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--ro-bind", projectFolder, projectFolder];
  const own = workFolder === null ? [] : ["--bind", workFolder, workFolder];
  return tree.concat(own, "--unshare-net", "--unshare-pid", "--die-with-parent", "--");
}

/** The command that starts a reading process which may write to `workFolder` and nowhere else. */
export function readingCommand(workFolder: string, options: SandboxOptions): ReadingCommand {
  const { limits, isolation } = options;
  const node = [process.execPath, ...nodeArguments(workFolder, options)];
  // Windows has no shell with limits; the time limit and the heap hold there.
  const limited =
    process.platform === "win32"
      ? node
      : ["/bin/sh", "-c", `ulimit -t ${limits.cpuSeconds}; ulimit -f ${limits.fileMiB * 2048}; exec "$@"`, "sh", ...node];
  const [program = process.execPath, ...arguments_] =
    isolation === "bubblewrap" ? ["bwrap", ...bubblewrap(workFolder), ...limited] : limited;
  return { program, arguments_ };
}

/** The strongest isolation that this machine grants; tried, not guessed. */
export function findIsolation(): Promise<Isolation> {
  if (process.platform !== "linux") return Promise.resolve("node-permissions");
  return new Promise((resolve) => {
    const trial = spawn("bwrap", [...bubblewrap(null), "true"], { stdio: "ignore", timeout: 5000 });
    trial.on("error", () => resolve("node-permissions"));
    trial.on("exit", (code) => resolve(code === 0 ? "bubblewrap" : "node-permissions"));
  });
}
