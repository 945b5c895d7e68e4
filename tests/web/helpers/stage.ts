/** What the browser suites share: one server and one browser for all of them. */
import type { Browser } from "playwright-core";
import { openPage, type Opening, type WatchedPage } from "./browser.ts";

export const FLAGSHIP = "cơ quan nào phụ trách AI du lịch ở Bình Thuận?";

export interface Stage {
  readonly url: () => string;
  readonly browser: () => Browser;
}

/** Opens a page, hands it to the test, and demands afterwards that nothing forbidden has happened. */
export async function onPage(
  stage: Stage,
  use: (watched: WatchedPage) => Promise<void>,
  opening: Partial<Opening> & { readonly path?: string } = {},
): Promise<void> {
  const { path = "/", ...rest } = opening;
  const watched = await openPage({ browser: stage.browser(), url: `${stage.url()}${path}`, ...rest });
  try {
    await use(watched);
    if (watched.faults.length > 0) throw new Error(`the page had faults:\n${watched.faults.join("\n")}`);
  } finally {
    await watched.context.close();
  }
}

/** Failing requests write to the console; a test that makes one fail takes those lines out. */
export function forgiveFailedRequests(watched: WatchedPage): void {
  const kept = watched.faults.filter((fault) => !fault.includes("Failed to load resource"));
  watched.faults.splice(0, watched.faults.length, ...kept);
}
