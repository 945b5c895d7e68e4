/** An application over a fake aide, with what it logged. */
import { createLog } from "../../../src/base/log.ts";
import type { Aide } from "../../../src/serve/aide.ts";
import { createApp, type AppOptions } from "../../../src/serve/app.ts";
import { fakeAide } from "./fake-aide.ts";

export interface TestApp {
  readonly app: ReturnType<typeof createApp>;
  readonly lines: string[];
  ask(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export function testApp(changes: Partial<Aide> = {}, options: Partial<AppOptions> = {}): TestApp {
  const lines: string[] = [];
  let made = 0;
  const app = createApp({
    aide: fakeAide(changes),
    log: createLog({ sink: (line) => lines.push(line), now: () => new Date(0) }),
    limits: { bodyBytes: 65_536, inFlight: 4, heartbeatMs: 15_000 },
    pagesFolder: "tests/serve/support/pages",
    version: "0.0.0",
    newId: () => `r-${String((made += 1))}`,
    clock: () => 0,
    ...options,
  });
  const ask = async (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request("/v1/ask", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
  return { app, lines, ask };
}
