/**
 * The running product for browser tests: pages built from the sources, the real server, model and corpus.
 *
 * AIDE_WEB_URL names a server that already runs; then nothing is built or started.
 */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** A first start embeds the whole corpus. */
const START_MS = 240_000;

export interface Product {
  /** "http://127.0.0.1:41234": any free port, so that two checkouts can be tested at once. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function buildPages(): Promise<void> {
  await build({ configFile: `${root}web/vite.config.ts` });
}

/** The address that the server prints once it listens, its index ready. */
function addressOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string): void => reject(new Error(`${why}; it said:\n${said}`));
    const limit = setTimeout(() => fail(`the server was not ready within ${String(START_MS)} ms`), START_MS);
    child.once("exit", (code) => {
      clearTimeout(limit);
      fail(`the server ended with code ${String(code)}`);
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const address = /http:\/\/\S+/u.exec(text)?.[0];
      if (address === undefined) return;
      clearTimeout(limit);
      resolve(address);
    });
    // Kept for when it does not start: a log line a request would bury what the tests say.
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-10_000)));
  });
}

/** Builds the pages, starts the server and waits for its index. */
export async function startProduct(): Promise<Product> {
  const running = process.env["AIDE_WEB_URL"];
  if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
  await buildPages();
  const environment = { ...process.env, PORT: "0", HOST: "127.0.0.1" };
  const child = spawn(process.execPath, ["bin/aide.mjs", "serve"], { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  try {
    return { url: await addressOf(child), stop };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}
