/** An application over a fake aide, with what it logged. */
import { openAccess, type Access } from "../../../src/access/open-access.ts";
import { createLog, type Log } from "../../../src/base/log.ts";
import { maskPersonalData } from "../../../src/language/personal-data.ts";
import type { Aide, AideView } from "../../../src/serve/aide.ts";
import { createAnswerRecords } from "../../../src/serve/answer-records.ts";
import { createApp, type AppOptions } from "../../../src/serve/app.ts";
import { createMetrics } from "../../../src/serve/metrics.ts";
import { defaultServeSettings } from "../../../src/serve/serve-settings.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { fakeAide, fakeHeld } from "./fake-aide.ts";
import { idlePublisher } from "./fake-publisher.ts";

export interface TestApp {
  readonly app: ReturnType<typeof createApp>;
  readonly lines: string[];
  ask(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** In memory, one for all tests of a file: nobody has an account, every document is public. */
export const testStore = await openStore(":memory:");
export const testAccess: Access = await openAccess({
  store: testStore,
  filed: () => Promise.resolve(new Map()),
  standard: { access: "public", unit: null },
  held: () => fakeHeld,
  clock: () => performance.now(),
  now: () => new Date(),
});

/** What an application is made of besides the aide; each a part that ships, over the store in memory. */
export function testOptions(log: Log): Omit<AppOptions, "aide"> {
  let made = 0;
  return {
    access: testAccess,
    store: testStore,
    answers: createAnswerRecords({ store: testStore, log, now: () => new Date(), mask: maskPersonalData, keep: true }),
    metrics: createMetrics(),
    publisher: idlePublisher(testStore, log),
    settings: defaultServeSettings,
    log,
    limits: { bodyBytes: 65_536, inFlight: 4, heartbeatMs: 15_000 },
    pagesFolder: "tests/serve/support/pages",
    version: "0.0.0",
    newId: () => `r-${String((made += 1))}`,
    clock: () => 0,
  };
}

export function testApp(changes: Partial<Aide & AideView> = {}, options: Partial<AppOptions> = {}): TestApp {
  const lines: string[] = [];
  const log = createLog({ sink: (line) => lines.push(line), now: () => new Date(0) });
  const app = createApp({ ...testOptions(log), aide: fakeAide(changes), ...options });
  const ask = async (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request("/v1/ask", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
  return { app, lines, ask };
}
