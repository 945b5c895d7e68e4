/** What the store of application data says of the collection, read for whoever opens or builds an index. */
import { existsSync } from "node:fs";
import type { Config } from "./config.ts";
import type { StoredPublishing } from "./main.ts";
import { catalogueOverlay } from "./publish/publish-collection.ts";
import { tombstones } from "./publish/tombstones.ts";
import { openStore } from "./store/open-store.ts";
import { storePath } from "./store/store-path.ts";
import type { Store } from "./store/types/store.ts";

export async function readStoredPublishing(store: Store): Promise<StoredPublishing> {
  const unfinished = await store.jobs.list({ states: ["waiting", "running"], limit: 1 });
  return { catalogue: await catalogueOverlay({ store }), removed: await tombstones(store).list(), unfinished: unfinished.length > 0 };
}

/** For a command. Undefined where no server ever ran: nothing was said of any document then. */
export async function storedPublishing({ dataFolder }: Config): Promise<StoredPublishing | undefined> {
  if (!existsSync(storePath(dataFolder))) return undefined;
  const store = await openStore(storePath(dataFolder));
  try {
    // A command waits for what it asks: it does not take an older index because a server has work left.
    return { ...(await readStoredPublishing(store)), unfinished: false };
  } finally {
    await store.close();
  }
}
