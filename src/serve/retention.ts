/** What is kept too long is erased: once at the start, then once a day. */
import type { Log } from "../base/log.ts";
import type { Store } from "../store/types/store.ts";

export interface RetentionOptions {
  readonly store: Pick<Store, "purge">;
  readonly log: Log;
  readonly now: () => Date;
  /** 1 or more. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Erases now. Never throws: a purge that fails is logged and tried again the next day. */
export async function purgeOld({ store, log, now, days }: RetentionOptions): Promise<void> {
  try {
    const purged = await store.purge(new Date(now().getTime() - days * DAY_MS).toISOString());
    if (Object.values(purged).some((count) => count > 0)) log.info("purged", { ...purged });
  } catch (error) {
    log.error("purge failed", error);
  }
}

/** @returns what ends it. It does not keep the process alive. */
export function purgeDaily(options: RetentionOptions): () => void {
  void purgeOld(options);
  const timer = setInterval(() => void purgeOld(options), DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
