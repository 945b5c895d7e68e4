/** Collections that never held the closed documents: built from the open ones alone, and asked what the server is asked. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccess } from "../../../src/access/open-access.ts";
import { createAnswerer } from "../../../src/answer/answerer.ts";
import { createLog } from "../../../src/base/log.ts";
import { buildGeneration } from "../../../src/index/build-generation.ts";
import type { Generation } from "../../../src/index/types.ts";
import { parsePlan } from "../../../src/parse/parse-plan.ts";
import { relatePlans } from "../../../src/parse/standing.ts";
import { createRanker } from "../../../src/retrieve/rank-passages.ts";
import { createAnswerRecords } from "../../../src/serve/answer-records.ts";
import type { Aide } from "../../../src/serve/aide.ts";
import { createApp } from "../../../src/serve/app.ts";
import { createMetrics } from "../../../src/serve/metrics.ts";
import { defaultServeSettings } from "../../../src/serve/serve-settings.ts";
import { createViews, type Live } from "../../../src/serve/views.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { sourceOf } from "../../helpers/small-collection.ts";
import { idlePublisher } from "../../serve/support/fake-publisher.ts";
import { canaryDocuments } from "./documents.ts";
import { noCredential, send, type Received, type Sent } from "./world.ts";

export interface Controls {
  /** @param ids of the documents that the collection is to hold. */
  ask(ids: readonly string[], sent: Sent): Promise<Received>;
  close(): Promise<void>;
}

type App = ReturnType<typeof createApp>;

export async function createControls(): Promise<Controls> {
  const folder = mkdtempSync(join(tmpdir(), "aide-access-control-"));
  const store = await openStore(":memory:");
  const log = createLog({ sink: () => {}, now: () => new Date() });
  const plans = canaryDocuments
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text }) => parsePlan(sourceOf({ id, number: "", date: "", subject: "", body: [] }, text)));
  const made = new Map<string, Promise<App>>();
  const embedder = createFakeEmbedder();

  async function openLive(generation: Generation): Promise<Live> {
    const ranker = await createRanker({ generation, embedder });
    return { generation, ranker, answerer: createAnswerer({ generation, ranker, newId: () => "a-1", now: () => new Date() }) };
  }

  async function make(ids: readonly string[]): Promise<App> {
    const own = relatePlans(plans.filter(({ id }) => ids.includes(id)));
    const built =
      own.length === 0
        ? null
        : await buildGeneration({
            plans: own,
            embedder,
            folder: join(folder, String(made.size)),
            corpusHash: "c".repeat(64),
            parserVersion: "1",
            now: () => new Date(0),
          });
    const whole = built === null ? null : await openLive(built.generation);
    const held = new Set(ids);
    const views = createViews({
      whole,
      openLive,
      embedder,
      readiness: () => ({
        status: whole === null ? "empty" : "ready",
        generation: whole?.generation.id ?? null,
        documents: 0,
        passages: 0,
        embedder: { model: "fake", state: "ready" },
        vectorSearch: whole?.ranker.vectorSearch ?? "hnswlib",
        notes: [],
      }),
      notesFor: () => [],
    });
    const aide: Aide = {
      view: (visible) => views.view(visible),
      held: () => held,
      forget: () => {},
      readiness: () => views.view("everything").readiness(),
      rebuild: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const clock = (): number => performance.now();
    const now = (): Date => new Date();
    return createApp({
      aide,
      access: await openAccess({
        store,
        filed: () => Promise.resolve(new Map()),
        standard: { access: "public", unit: null },
        held: () => held,
        clock,
        now,
        freshMs: 60_000,
      }),
      store,
      publisher: idlePublisher(store, log),
      answers: createAnswerRecords({ store, log, now, mask: (text) => text, keep: false }),
      metrics: createMetrics(),
      settings: defaultServeSettings,
      log,
      limits: { bodyBytes: 65_536, inFlight: 64, heartbeatMs: 15_000 },
      pagesFolder: folder,
      version: "0.0.0",
      newId: () => "r-1",
      clock,
    });
  }

  return {
    async ask(ids, sent) {
      const key = ids.toSorted().join(" ");
      const app = made.get(key) ?? make(ids);
      if (!made.has(key)) made.set(key, app);
      const { request } = await app;
      return send({ fetch: async (path, init) => request(`http://localhost${path}`, init) }, noCredential, sent);
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
