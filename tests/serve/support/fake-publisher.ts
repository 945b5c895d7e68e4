/** The publisher that ships, over a folder of its own that is made when first needed. It runs no job. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "../../../src/base/log.ts";
import { createPublisher, type Publisher } from "../../../src/publish/publisher.ts";
import type { Store } from "../../../src/store/types/store.ts";

export function idlePublisher(store: Store, log: Log): Publisher {
  const folder = join(tmpdir(), `aide-idle-publisher-${process.pid}`);
  return createPublisher({
    folders: { corpusFolder: join(folder, "corpus"), indexFolder: join(folder, "index") },
    dataFolder: folder,
    store,
    log,
    keep: 2,
    build: () => Promise.reject(new Error("no job runs here")),
    canServe: () => true,
    onBuildStarts: async () => undefined,
    onPublished: async () => undefined,
    onPlacementChanged: async () => undefined,
    placementOf: async () => ({ access: "public", unit: null }),
  });
}
