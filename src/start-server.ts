/**
 * The composition of a running server: store, aide, access, publishing and HTTP.
 *
 * Invariants: what a crash cut off is taken up again after the port is open, not before; a generation that another
 * process published is taken into use; a stop lets answers in flight finish and leaves a running job to the next start.
 */
import { mkdir } from "node:fs/promises";
import type { Access } from "./access/open-access.ts";
import type { Config } from "./config.ts";
import { openAide, type OpenOptions } from "./main.ts";
import { createPlacementOf } from "./publish/placement-of.ts";
import { alignRecord } from "./publish/publish-collection.ts";
import type { PublisherOptions } from "./publish/publisher.ts";
import { createPublisher } from "./publish/publisher.ts";
import { watchCorpus, type CorpusWatch } from "./publish/watch-corpus.ts";
import { watchCurrent } from "./publish/watch-current.ts";
import { createApp } from "./serve/app.ts";
import { listen, type Listener } from "./serve/listen.ts";
import { openServer } from "./serve/open-server.ts";
import { storePath } from "./store/store-path.ts";
import { readStoredPublishing } from "./stored-publishing.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/types/store.ts";

export interface RunningServer {
  readonly listener: Listener;
  /** What a person at the terminal should know. */
  readonly notes: readonly string[];
  readonly access: Access;
  /** @returns whether every answer in flight was finished. */
  stop(): Promise<boolean>;
}

export type StartOptions = Pick<OpenOptions, "log" | "onProgress" | "onFile" | "openEmbedder" | "rememberedAnswers">;

/** How often to try for the publisher's lock while a command holds it, in milliseconds. */
const LOCK_LOOK_MS = 1000;

/** @throws AppError of the store, the aide or the port. What was opened is closed again then. */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  await mkdir(config.dataFolder, { recursive: true });
  const store = await openStore(storePath(config.dataFolder));
  const closing: (() => Promise<unknown> | void)[] = [() => store.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    return await start({ config, options, store, closing, closeAll });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

interface StartParts {
  readonly config: Config;
  readonly options: StartOptions;
  readonly store: Store;
  /** What is to be closed, in the order in which it was opened. */
  readonly closing: (() => Promise<unknown> | void)[];
  readonly closeAll: () => Promise<void>;
}

async function start({ config, options, store, closing, closeAll }: StartParts): Promise<RunningServer> {
  const { log } = options;
  const { corpusFolder, indexFolder, dataFolder, limits, pagesFolder, version } = config;
  const publishing = await readStoredPublishing(store);
  const aide = await openAide(config, { ...options, publishing, buildIn: "child" });
  closing.push(() => aide.close());
  const server = await openServer({ aide, store, log, corpusFolder, dataFolder, settings: config, app: { limits, pagesFolder, version } });
  closing.push(() => server.close());
  const { book } = server.access;
  let watch: CorpusWatch | null = null;
  const context: PublisherOptions = {
    folders: { corpusFolder, indexFolder },
    dataFolder,
    store,
    log,
    keep: config.publish.keepGenerations,
    build: (call) => aide.build(call),
    canServe: (manifest) => aide.canServe(manifest),
    onBuildStarts: async () => watch?.note(),
    onPublished: async (report) => {
      await aide.reload(report?.unreadable);
      await book.reload();
    },
    onPlacementChanged: () => book.reload(),
    placementOf: createPlacementOf({ store, corpusFolder, standard: config.access.standard }),
  };
  // Files that were put there while no server ran are recorded like those that came with an upload.
  if (!publishing.unfinished) await alignRecord({ ...aide.found, purged: [] }, { context });
  const publisher = createPublisher(context);
  closing.push(() => publisher.close());
  const app = createApp({ ...server.options, publisher });
  const listener = await listen({ app, port: config.port, host: config.host, stopMs: limits.stopMs });
  closing.push(() => listener.stop());
  const takeJobs = setInterval(() => void runJobs(), LOCK_LOOK_MS);
  takeJobs.unref();
  closing.push(() => clearInterval(takeJobs));
  await runJobs();
  closing.push(
    watchCurrent({
      indexFolder,
      log,
      serving: () => aide.readiness().generation,
      onOther: async () => {
        await aide.reload();
        await book.reload();
      },
    }),
  );
  if (config.publish.watch) {
    watch = await watchCorpus({
      folder: corpusFolder,
      log,
      isBusy: () => publisher.busy(),
      onChanged: async () => void (await publisher.index("folder")),
    });
    closing.push(() => watch?.stop());
  }

  async function runJobs(): Promise<void> {
    try {
      if (await publisher.run()) clearInterval(takeJobs);
    } catch (error) {
      log.error("jobs cannot be run", error);
    }
  }

  return {
    listener,
    notes: aide.readiness().notes,
    access: server.access,
    async stop() {
      const finished = await listener.stop();
      await closeAll();
      return finished;
    },
  };
}
