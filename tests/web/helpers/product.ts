/**
 * The running product for browser tests: pages built from the sources, the real server, model and corpus.
 *
 * AIDE_WEB_URL names a server that already runs; then nothing is built or started.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const PORT = 4321;
/** A first start embeds the whole corpus. */
const START_MS = 240_000;

export interface Product {
  /** "http://127.0.0.1:4321" */
  readonly url: string;
  stop(): Promise<void>;
}

export async function buildPages(): Promise<void> {
  await build({ configFile: `${root}web/vite.config.ts` });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`the server was not ready within ${START_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Builds the pages, starts the server and waits for its index. */
export async function startProduct(): Promise<Product> {
  const running = process.env["AIDE_WEB_URL"];
  if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
  await buildPages();
  const url = `http://127.0.0.1:${PORT}`;
  const environment = { ...process.env, PORT: String(PORT), HOST: "127.0.0.1" };
  const child = spawn(process.execPath, ["bin/aide.mjs", "serve"], { cwd: root, env: environment, stdio: ["ignore", "ignore", "pipe"] });
  // What it said is of use only when it does not start; a log line a request would bury what the tests say.
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-10_000)));
  try {
    await waitUntilReady(url, child);
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`the server did not start; it said:\n${said}`, { cause: error });
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url, stop };
}
