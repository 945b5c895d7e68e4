/** The product as users start it, in a process of its own, over folders of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { newSecret, hashOfSecret } from "../../../src/access/secrets.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Role } from "../../../src/store/types/accounts.ts";

const project = resolve(import.meta.dirname, "../../..");

export interface RealServerOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A key is made for each, with every scope. */
  readonly roles?: readonly Role[];
}

export interface RealServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Everything of this run: corpus, index and data. */
  readonly folder: string;
  /** API keys, in the order of the roles. */
  readonly keys: readonly string[];
  /** Null while it runs; else how it ended. */
  ended(): string | null;
  /** What it logged so far. */
  log(): string;
  /** Asks it to stop and removes its folder. @returns its exit code. */
  stop(): Promise<number | null>;
}

const START_MS = 120_000;

/** @throws when it does not say its address in time. */
export async function startRealServer({ port = 0, env = {}, roles = [] }: RealServerOptions = {}): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), "aide-server-"));
  await cp(join(project, "corpus"), join(folder, "corpus"), { recursive: true });
  const keys = await makeKeys(join(folder, "data"), roles);
  const child = spawn(process.execPath, [join(project, "bin/aide.mjs"), "serve"], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      PORT: String(port),
      AIDE_CORPUS: join(folder, "corpus"),
      AIDE_INDEX: join(folder, "index"),
      AIDE_DATA: join(folder, "data"),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  // The end of a log of a hundred thousand requests tells enough.
  child.stderr.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2_000_000)));
  let ended: string | null = null;
  const exit = new Promise<number | null>((done) => {
    child.once("exit", (code, signal) => {
      ended = `exit ${String(code)} signal ${String(signal)}`;
      done(code);
    });
  });
  const url = await addressIn({ child, read: () => output }).catch(async (error: unknown) => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${String(error)}\n${errors.slice(-3000)}`);
  });
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    folder,
    keys,
    ended: () => ended,
    log: () => errors,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
      const code = await exit;
      clearTimeout(late);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function makeKeys(dataFolder: string, roles: readonly Role[]): Promise<readonly string[]> {
  if (roles.length === 0) return [];
  const store = await openStore(join(dataFolder, "aide.db"));
  try {
    const keys: string[] = [];
    for (const role of roles) {
      const account = await store.accounts.add({ login: `trial-${role}`, displayName: role, role });
      const key = newSecret("key");
      const keyHash = hashOfSecret("key", key);
      if (account === "taken" || keyHash === null) throw new Error("the trial's account could not be made");
      await store.apiKeys.add({
        name: `trial-${role}`,
        keyHash,
        accountId: account.id,
        scopes: ["ask", "publish", "manage"],
        expiresAt: null,
      });
      keys.push(key);
    }
    return keys;
  } finally {
    await store.close();
  }
}

async function addressIn({ child, read }: { child: ChildProcess; read: () => string }): Promise<string> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const url = /https?:\/\/\S+:\d+/u.exec(read())?.[0];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`the server ended with ${String(child.exitCode)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the server did not start in time");
}
