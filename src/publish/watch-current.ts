/** Notices that another process published: a command beside the server, or another server of the same index folder. */
import type { Log } from "../base/log.ts";
import { readCurrentId } from "../index/generation-folder.ts";

export interface WatchCurrentOptions {
  readonly indexFolder: string;
  readonly log: Log;
  /** The generation that serves. */
  readonly serving: () => string | null;
  /** Takes what CURRENT names into use. */
  readonly onOther: () => Promise<void>;
  /** Between two looks, in milliseconds. Default 1,000. */
  readonly lookMs?: number;
}

/** @returns what ends it. */
export function watchCurrent({ indexFolder, log, serving, onOther, lookMs = 1000 }: WatchCurrentOptions): () => void {
  /** One that could not be taken into use is not tried again before CURRENT changes. */
  let seen: string | null = serving();
  let looking = false;
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const now = await readCurrentId(indexFolder);
      if (now === null || now === seen) return;
      seen = now;
      if (now !== serving()) await onOther();
    } catch (error) {
      log.error("the index folder cannot be watched", error);
    } finally {
      looking = false;
    }
  }

  return () => clearInterval(timer);
}
