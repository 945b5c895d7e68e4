/**
 * The composition of publishing without a server: for commands. Beside a running server jobs are left to that server;
 * without one they are done here.
 */
import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "./base/log.ts";
import type { Config } from "./config.ts";
import type { OpenOptions } from "./main.ts";
import { openEmbedder } from "./open-models.ts";
import { tokeniserVersion } from "./index/words.ts";
import type { Embedder } from "./models/embedder.ts";
import { buildCollection } from "./publish/build-collection.ts";
import { toldDiskFailure } from "./publish/failure-words.ts";
import { createPlacementOf } from "./publish/placement-of.ts";
import { createPublisher, type Publisher } from "./publish/publisher.ts";
import type { UnreadableFile } from "./corpus/types.ts";
import { storePath } from "./store/store-path.ts";
import { openStore } from "./store/open-store.ts";
import type { Job } from "./store/types/jobs.ts";
import type { Store } from "./store/types/store.ts";

export interface LocalPublisher {
  readonly store: Store;
  readonly publisher: Publisher;
  /** Waits until a job has ended, doing it here unless another process does. */
  finish(job: Job, onProgress: (job: Job) => void): Promise<Job>;
  /** Of the builds that were made here. */
  unreadable(): readonly UnreadableFile[];
  close(): Promise<void>;
}

export type LocalOptions = Pick<OpenOptions, "openEmbedder"> & { readonly log: Log };

const LOOK_MS = 200;
const MOST_FAILURES = 10;

/** Loads no model before one is needed. */
export async function openLocalPublisher(config: Config, options: LocalOptions): Promise<LocalPublisher> {
  const { corpusFolder, indexFolder, dataFolder } = config;
  await mkdir(dataFolder, { recursive: true });
  const store = await openStore(storePath(dataFolder));
  let opening: Promise<Embedder> | null = null;
  const embedder = (): Promise<Embedder> => (opening ??= (options.openEmbedder ?? openEmbedder)(config));
  let unreadable: readonly UnreadableFile[] = [];
  const publisher = createPublisher({
    folders: { corpusFolder, indexFolder },
    dataFolder,
    store,
    log: options.log,
    keep: config.publish.keepGenerations,
    build: async ({ wish, onProgress }) => {
      const report = await buildCollection(wish, { embedder: await embedder(), onProgress, now: () => new Date() });
      unreadable = report.unreadable;
      return report;
    },
    canServe: ({ tokeniser }) => tokeniser === tokeniserVersion,
    onBuildStarts: async () => undefined,
    // A running server sees CURRENT change.
    onPublished: async () => undefined,
    onPlacementChanged: async () => undefined,
    placementOf: createPlacementOf({ store, corpusFolder, standard: config.access.standard }),
  });
  return {
    store,
    publisher,
    unreadable: () => unreadable,
    async finish(job, onProgress) {
      const stop = publisher.listen((changed) => {
        if (changed.id === job.id) onProgress(changed);
      });
      try {
        for (let failures = 0; ;) {
          try {
            // Tried again: the server that was about to do it may have ended.
            await publisher.run();
          } catch (error) {
            // A fault of the disk that passes keeps nobody from a job that is there already.
            failures += 1;
            if (failures > MOST_FAILURES) throw toldDiskFailure(error);
          }
          const now = await store.jobs.byId(job.id);
          if (now === null) return job;
          if (now.state !== "waiting" && now.state !== "running") return now;
          if (!publisher.running()) onProgress(now);
          await sleep(LOOK_MS);
        }
      } finally {
        stop();
      }
    },
    async close() {
      await publisher.close();
      if (opening !== null) await opening.then((model) => model.close());
      await store.close();
    },
  };
}
