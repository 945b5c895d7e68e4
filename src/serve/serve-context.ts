/** What routes are given; nothing in them reaches for anything else. */
import type { Access } from "../access/open-access.ts";
import type { Log } from "../base/log.ts";
import type { Placement } from "../access/objects.ts";
import type { Publisher } from "../publish/publisher.ts";
import type { Store } from "../store/types/store.ts";
import type { Admission } from "./admission.ts";
import type { AnswerRecords } from "./answer-records.ts";
import type { ViewFor } from "./viewer.ts";
import type { Metrics } from "./metrics.ts";
import type { ServeSettings } from "./serve-settings.ts";

export interface ServeLimits {
  readonly bodyBytes: number;
  readonly inFlight: number;
  readonly heartbeatMs: number;
}

export interface ServeContext {
  /** The aide as whoever asks may see it: the only way of a route to what documents say. */
  readonly viewFor: ViewFor;
  readonly access: Access;
  readonly admission: Admission;
  readonly log: Log;
  readonly limits: ServeLimits;
  readonly settings: ServeSettings;
  readonly store: Store;
  /** Answers that were given, kept for feedback and for later checks. */
  readonly answers: AnswerRecords;
  readonly metrics: Metrics;
  /** What editors do. */
  readonly publisher: Publisher;
  /** Of documents that nobody said anything of. */
  readonly standardPlacement: Placement;
}
