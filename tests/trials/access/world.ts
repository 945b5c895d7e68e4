/**
 * The server without its port: everything that ships, over a quick model, an in-memory store and documents with canaries.
 *
 * Callers come as HTTP requests to the application; nothing in the trial reaches behind it but to change the world.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccess, type Access } from "../../../src/access/open-access.ts";
import { hashOfSecret, newSecret, type SecretKind } from "../../../src/access/secrets.ts";
import { createLog, type Log } from "../../../src/base/log.ts";
import { readConfig } from "../../../src/config.ts";
import type { Role } from "../../../src/contract/access.ts";
import { maskPersonalData } from "../../../src/language/personal-data.ts";
import { openAide, type OpenedAide } from "../../../src/main.ts";
import { alignRecord } from "../../../src/publish/publish-collection.ts";
import { createPublisher, type Publisher, type PublisherOptions } from "../../../src/publish/publisher.ts";
import { createAnswerRecords } from "../../../src/serve/answer-records.ts";
import { createApp, type AppOptions } from "../../../src/serve/app.ts";
import { listen } from "../../../src/serve/listen.ts";
import { createMetrics } from "../../../src/serve/metrics.ts";
import { defaultServeSettings } from "../../../src/serve/serve-settings.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Account } from "../../../src/store/types/accounts.ts";
import type { Store } from "../../../src/store/types/store.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { canaryDocuments } from "./documents.ts";

export const widgetOrigin = "https://cong.tinh.gov.vn";

export interface World {
  readonly app: ReturnType<typeof createApp>;
  /** One request: over the port where the world has one, else straight to the application. */
  fetch(path: string, init: RequestInit): Promise<Response>;
  readonly store: Store;
  readonly access: Access;
  readonly aide: OpenedAide;
  readonly publisher: Publisher;
  /** Every line that was logged. */
  readonly lines: string[];
  account(login: string, role: Role, unit: string | null): Promise<Account>;
  session(account: Pick<Account, "id">, options?: { strong?: boolean }): Promise<string>;
  key(
    account: Pick<Account, "id">,
    options?: { scopes?: readonly string[]; expiresAt?: string | null },
  ): Promise<{ id: string; secret: string }>;
  widget(options?: { expiresAt?: string | null }): Promise<{ id: string; secret: string }>;
  now(): Date;
  /** Moves the clock on; milliseconds. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

/** @param overHttp asks through a port of this machine, as clients do. */
export async function openWorld({ overHttp = false }: { overHttp?: boolean } = {}): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), "aide-access-trial-"));
  const corpusFolder = join(root, "corpus");
  mkdirSync(corpusFolder);
  for (const { id, text } of canaryDocuments) writeFileSync(join(corpusFolder, `${id}.txt`), text);
  const config = readConfig({ AIDE_CORPUS: corpusFolder, AIDE_INDEX: join(root, "index"), AIDE_DATA: join(root, "data") }, root);
  let shift = 0;
  const now = (): Date => new Date(Date.now() + shift);
  const clock = (): number => performance.now() + shift;
  const store = await openStore(":memory:", { now });
  const lines: string[] = [];
  const log: Log = createLog({ sink: (line) => lines.push(line), now, mask: maskPersonalData });
  const aide = await openAide(config, { log, openEmbedder: () => Promise.resolve(createFakeEmbedder()) });
  const access = await openAccess({
    store,
    filed: () => Promise.resolve(new Map()),
    standard: config.access.standard,
    held: () => aide.held(),
    clock,
    now,
    freshMs: 0,
  });
  const context: PublisherOptions = {
    folders: { corpusFolder, indexFolder: config.indexFolder },
    dataFolder: root,
    store,
    log,
    keep: 2,
    build: (call) => aide.build(call),
    canServe: (manifest) => aide.canServe(manifest),
    onBuildStarts: () => Promise.resolve(),
    onPublished: async () => {
      await aide.reload();
      await access.book.reload();
    },
    onPlacementChanged: () => access.book.reload(),
    placementOf: (documentId) => Promise.resolve(access.book.document(documentId) ?? config.access.standard),
  };
  await alignRecord({ ...aide.found, purged: [] }, { context });
  // Jobs are accepted and never run: what happens before a job runs is what must not leak.
  const publisher = createPublisher(context);
  const answers = createAnswerRecords({ store, log, now, mask: maskPersonalData, keep: true, delayMs: 0 });
  let requests = 0;
  const options: AppOptions = {
    aide,
    access,
    store,
    publisher,
    answers,
    metrics: createMetrics(),
    settings: defaultServeSettings,
    log,
    limits: { bodyBytes: 65_536, inFlight: 64, heartbeatMs: 15_000 },
    pagesFolder: join(import.meta.dirname, "../../serve/support/pages"),
    version: "0.0.0",
    newId: () => `r-${String((requests += 1))}`,
    clock,
  };

  const fresh = (kind: SecretKind): { secret: string; hash: string } => {
    const secret = newSecret(kind);
    return { secret, hash: hashOfSecret(kind, secret) ?? "" };
  };

  const app = createApp(options);
  const listener = overHttp ? await listen({ app, port: 0, host: "127.0.0.1", stopMs: 1000 }) : null;
  return {
    app,
    fetch: async (path, init) => (listener === null ? app.request(`http://localhost${path}`, init) : fetch(`${listener.url}${path}`, init)),
    store,
    access,
    aide,
    publisher,
    lines,
    now,
    pass: (milliseconds) => void (shift += milliseconds),
    async account(login, role, unit) {
      const added = await store.accounts.add({ login, displayName: login, role, unit });
      if (added === "taken") throw new Error(`${login} is taken`);
      return added;
    },
    async session({ id }, { strong = true } = {}) {
      const account = await store.accounts.byId(id);
      if (account === null) throw new Error("no such account");
      return access.sessions.open(account, strong);
    },
    async key({ id: accountId }, { scopes = ["ask", "publish", "manage"], expiresAt = null } = {}) {
      const { secret, hash } = fresh("key");
      const { id } = await store.apiKeys.add({ name: "trial", keyHash: hash, accountId, scopes, expiresAt });
      return { id, secret };
    },
    async widget({ expiresAt = null } = {}) {
      const { secret, hash } = fresh("widget");
      const { id } = await store.widgetTokens.add({ name: "trial", tokenHash: hash, origins: [widgetOrigin], expiresAt });
      return { id, secret };
    },
    async close() {
      await listener?.stop();
      await publisher.close();
      await answers.flush();
      await aide.close();
      await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The headers with which a caller comes; a browser on our own pages where it is a session. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
}

export const noCredential: Credential = { headers: {} };
export const bySession = (secret: string): Credential => ({
  headers: { cookie: `aide=${secret}`, "sec-fetch-site": "same-origin" },
});
export const byKey = (secret: string): Credential => ({ headers: { authorization: `Bearer ${secret}` } });
export const byWidget = (secret: string, origin: string = widgetOrigin): Credential => ({
  headers: { authorization: `Bearer ${secret}`, origin },
});

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Received {
  readonly status: number;
  readonly text: string;
  /** Status, headers and body: everywhere that words could stand. */
  readonly whole: string;
}

export async function send(
  { fetch }: Pick<World, "fetch">,
  credential: Credential,
  { method, path, body, headers = {} }: Sent,
): Promise<Received> {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: { ...credential.headers, ...(body === undefined || isForm ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, whole: [String(response.status), ...[...response.headers].flat(), text].join("\n") };
}
