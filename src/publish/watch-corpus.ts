/** Notices files that are put into the folder of documents, changed or taken away by hand. */
import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissingFile } from "../base/files.ts";
import type { Log } from "../base/log.ts";
import { isPassedOver } from "../corpus/read-corpus.ts";
import { catalogueFileName } from "../corpus/read-catalogue.ts";

export interface WatchCorpusOptions {
  readonly folder: string;
  readonly log: Log;
  /** Called when the folder differs from what was last known, and has been still since the look before. */
  readonly onChanged: () => Promise<void>;
  /** Whether something works on the folder now: what changes meanwhile is looked at later. */
  readonly isBusy: () => boolean;
  /** Between two looks, in milliseconds. Default 2,000. A look costs a few microseconds a file; fs.watch misses network drives. */
  readonly lookMs?: number;
}

export interface CorpusWatch {
  /** The folder as it is now is known: it is about to be read. */
  note(): Promise<void>;
  stop(): void;
}

/** Names, sizes and times of change: of what a reading of the folder would read. */
async function stateOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name === catalogueFileName || !isPassedOver(name)).toSorted();
  const hash = createHash("sha256");
  for (const name of names) {
    try {
      const { size, mtimeMs, ino } = await stat(join(folder, name));
      hash.update(JSON.stringify([name, size, mtimeMs, ino]));
    } catch (error) {
      // Gone since the folder was listed.
      if (!isMissingFile(error)) throw error;
    }
  }
  return hash.digest("hex");
}

export async function watchCorpus({ folder, log, onChanged, isBusy, lookMs = 2000 }: WatchCorpusOptions): Promise<CorpusWatch> {
  let known = await stateOf(folder);
  let before = known;
  let looking = false;
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();

  async function look(): Promise<void> {
    if (looking || isBusy()) return;
    looking = true;
    try {
      const now = await stateOf(folder);
      const isStill = now === before;
      before = now;
      if (now === known || !isStill) return;
      known = now;
      await onChanged();
    } catch (error) {
      log.error("the documents' folder cannot be watched", error);
    } finally {
      looking = false;
    }
  }

  return {
    async note() {
      known = await stateOf(folder);
    },
    stop: () => clearInterval(timer),
  };
}
