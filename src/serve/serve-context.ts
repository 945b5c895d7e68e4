/** What routes are given; nothing in them reaches for anything else. */
import type { Log } from "../base/log.ts";
import type { Admission } from "./admission.ts";
import type { Aide } from "./aide.ts";

export interface ServeLimits {
  readonly bodyBytes: number;
  readonly inFlight: number;
  readonly heartbeatMs: number;
}

export interface ServeContext {
  readonly aide: Aide;
  readonly admission: Admission;
  readonly log: Log;
  readonly limits: ServeLimits;
}
