/** Keeps a language model from holding up the aide: few requests at once, and a rest after failures in a row. */
import { failed, type GenerationFailure, type Generator } from "./generator.ts";

export interface GuardOptions {
  /** Requests on their way at once; more get "busy" at once. Default 4. */
  readonly atOnce?: number;
  /** Failures in a row after which the model rests. Default 3. */
  readonly failures?: number;
  /** Length of the rest in milliseconds; then one request tries. Default 30,000. */
  readonly restMs?: number;
  /** Milliseconds of a clock that never goes back. Default: the process's. */
  readonly now?: () => number;
  /** Hears each failure of the model itself, for the log. */
  readonly onFailure?: (failure: {
    readonly reason: GenerationFailure;
    readonly status: number | null;
    readonly restsForMs: number;
  }) => void;
}

/** Wraps a generator; "busy" and "resting" come without a request being made and do not count as failures. */
export function guardGenerator(generator: Generator, options: GuardOptions = {}): Generator {
  const { atOnce = 4, failures = 3, restMs = 30_000, now = () => performance.now(), onFailure } = options;
  let onTheirWay = 0;
  let inARow = 0;
  let restsUntil: number | null = null;

  return {
    model: generator.model,
    async generate(prompt) {
      // After the rest a single request finds out; the others keep waiting for what it finds.
      const trial = restsUntil !== null;
      if (restsUntil !== null && (now() < restsUntil || onTheirWay > 0)) return failed("resting");
      if (onTheirWay >= atOnce) return failed("busy");
      onTheirWay += 1;
      try {
        const generated = await generator.generate(prompt);
        if (generated.kind === "text") {
          inARow = 0;
          restsUntil = null;
          return generated;
        }
        inARow += 1;
        const rests = trial || inARow >= failures;
        if (rests) restsUntil = now() + restMs;
        onFailure?.({ reason: generated.reason, status: generated.status ?? null, restsForMs: rests ? restMs : 0 });
        return generated;
      } finally {
        onTheirWay -= 1;
      }
    },
  };
}
