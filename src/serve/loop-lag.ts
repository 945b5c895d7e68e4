/** How late the event loop is: what every request waits before anybody looks at it. */
import type { Histogram, Metrics } from "./metrics.ts";

const INTERVAL_MS = 20;
/** In seconds. */
const BOUNDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5];

/** @returns what ends it. It does not keep the process alive. */
export function watchLoopLag(metrics: Metrics, clock: () => number): () => void {
  const lag: Histogram = metrics.histogram("aide_event_loop_lag_seconds", "How late the event loop came to what was due", BOUNDS);
  let last = clock();
  const timer = setInterval(() => {
    const now = clock();
    const late = Math.max(0, now - last - INTERVAL_MS);
    last = now;
    // A stop of 200 ms is one late tick, and would have kept ten others waiting: each counts with its own wait.
    for (let waited = late; waited >= 0; waited -= INTERVAL_MS) {
      lag.observe(waited / 1000);
      if (waited < INTERVAL_MS) break;
    }
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
