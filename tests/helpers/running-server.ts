/** The server as it is started, with a fake model, on folders of its own; and callers of it. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOfSecret, newSecret } from "../../src/access/secrets.ts";
import { createLog } from "../../src/base/log.ts";
import { readConfig } from "../../src/config.ts";
import type { JobWireShape } from "../../src/contract/jobs.ts";
import type { Embedder } from "../../src/models/embedder.ts";
import { startServer, type RunningServer } from "../../src/start-server.ts";
import { storePath } from "../../src/store/store-path.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Role } from "../../src/store/types/accounts.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";

export interface ServerFolders {
  readonly root: string;
  readonly corpus: string;
  readonly index: string;
  readonly data: string;
}

export function newServerFolders(name = "aide-server-"): ServerFolders {
  const root = mkdtempSync(join(tmpdir(), name));
  const folders = { root, corpus: join(root, "corpus"), index: join(root, "index"), data: join(root, "data") };
  mkdirSync(folders.corpus);
  return folders;
}

export function removeServerFolders({ root }: ServerFolders): void {
  rmSync(root, { recursive: true, force: true });
}

/** A key of a new account, made in the store directly: people get theirs over HTTP or the command line. */
export async function keyFor(
  folders: ServerFolders,
  { role, unit = null, login }: { role: Role; unit?: string | null; login: string },
): Promise<string> {
  mkdirSync(folders.data, { recursive: true });
  const store = await openStore(storePath(folders.data));
  try {
    const known = await store.accounts.byLogin(login);
    const account = known ?? (await store.accounts.add({ login, displayName: login, role, unit }));
    if (account === "taken") throw new Error("login taken");
    const secret = newSecret("key");
    const keyHash = hashOfSecret("key", secret) ?? "";
    await store.apiKeys.add({ name: login, keyHash, accountId: account.id, scopes: ["ask", "publish", "manage"], expiresAt: null });
    return secret;
  } finally {
    await store.close();
  }
}

export interface Started {
  readonly server: RunningServer;
  readonly url: string;
  readonly lines: string[];
  readonly embedder: Embedder;
  call(path: string, options?: CallOptions): Promise<Response>;
  upload(
    file: { name: string; bytes: string | Uint8Array; fields?: Record<string, string>; replace?: string },
    key: string,
  ): Promise<Response>;
  /** Waits until it has ended. */
  job(id: string, key: string): Promise<JobWireShape>;
}

export interface CallOptions {
  readonly method?: string;
  readonly key?: string;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

export async function startTestServer(
  folders: ServerFolders,
  { env = {}, embedder = createFakeEmbedder() }: { env?: Record<string, string>; embedder?: Embedder } = {},
): Promise<Started> {
  const config = readConfig(
    { PORT: "0", AIDE_CORPUS: folders.corpus, AIDE_INDEX: folders.index, AIDE_DATA: folders.data, ...env },
    folders.root,
  );
  const lines: string[] = [];
  const log = createLog({ sink: (line) => lines.push(line), now: () => new Date() });
  const server = await startServer(config, { log, openEmbedder: () => Promise.resolve(embedder) });
  const { url } = server.listener;
  const call: Started["call"] = (path, { method = "GET", key, json, headers = {} } = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  return {
    server,
    url,
    lines,
    embedder,
    call,
    upload({ name, bytes, fields = {}, replace }, key) {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set("file", new File([typeof bytes === "string" ? bytes : Uint8Array.from(bytes)], name));
      const path = replace === undefined ? "/v1/documents" : `/v1/documents/${encodeURIComponent(replace)}`;
      return fetch(`${url}${path}`, {
        method: replace === undefined ? "POST" : "PUT",
        headers: { authorization: `Bearer ${key}` },
        body: form,
      });
    },
    async job(id, key) {
      for (let tries = 0; tries < 600; tries += 1) {
        const job = (await (await call(`/v1/jobs/${id}`, { key })).json()) as JobWireShape;
        if (job.state !== "waiting" && job.state !== "running") return job;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`job ${id} does not end`);
    },
  };
}
