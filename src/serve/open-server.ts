/** What the server is made of, joined: the application over an aide, a store and the settings. */
import type { AccessSettings } from "../access/access-settings.ts";
import { openAccess, type Access } from "../access/open-access.ts";
import { newId } from "../base/ids.ts";
import type { Log } from "../base/log.ts";
import { readPlacements } from "../corpus/read-catalogue.ts";
import { maskPersonalData } from "../language/personal-data.ts";
import { openStore } from "../store/open-store.ts";
import { storePath } from "../store/store-path.ts";
import type { Store } from "../store/types/store.ts";
import type { Aide } from "./aide.ts";
import { createAnswerRecords } from "./answer-records.ts";
import { watchLoopLag } from "./loop-lag.ts";
import { createMetrics } from "./metrics.ts";
import { purgeDaily } from "./retention.ts";
import type { ServeSettings } from "./serve-settings.ts";
import type { AppOptions } from "./app.ts";

export interface ServerOptions {
  readonly aide: Aide;
  readonly store: Store;
  readonly log: Log;
  /** The documents' folder, whose catalogue file may say who reads what. */
  readonly corpusFolder: string;
  /** Where the store's file is. */
  readonly dataFolder: string;
  readonly settings: { readonly serve: ServeSettings; readonly access: AccessSettings };
  readonly app: Pick<AppOptions, "limits" | "pagesFolder" | "version">;
}

export interface ServerParts {
  readonly options: Omit<AppOptions, "publisher">;
  readonly access: Access;
  /** What waits is written; the store is closed by whoever opened it. */
  close(): Promise<void>;
}

/** @throws AppError of the store, or "bad-config" for a catalogue file that cannot be read. */
export async function openServer({ aide, store, log, corpusFolder, dataFolder, settings, app }: ServerOptions): Promise<ServerParts> {
  const now = (): Date => new Date();
  const clock = (): number => performance.now();
  const access = await openAccess({
    store,
    filed: () => readPlacements(corpusFolder),
    standard: settings.access.standard,
    held: () => aide.held(),
    clock,
    now,
    oidc: settings.access.oidc,
  });
  // A connection of its own, whose writes do not wait for the disk: a question must not wait for the record of another.
  const records = await openStore(storePath(dataFolder), { durability: "relaxed" });
  const answers = createAnswerRecords({ store: records, log, now, mask: maskPersonalData, keep: settings.serve.keepAnswers });
  const metrics = createMetrics();
  const stopPurging = purgeDaily({ store, log, now, days: settings.serve.retentionDays });
  const stopWatching = watchLoopLag(metrics, clock);
  return {
    options: {
      aide,
      access,
      store,
      answers,
      metrics,
      log,
      settings: settings.serve,
      standardPlacement: settings.access.standard,
      ...app,
      newId: () => newId("r"),
      clock,
    },
    access,
    async close() {
      stopPurging();
      stopWatching();
      await answers.flush();
      await records.close();
    },
  };
}
