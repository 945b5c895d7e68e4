/** Slows those who guess: after some failures each further try of a login, or of an address, must wait twice as long. */
import { AppError } from "../base/app-error.ts";

export interface ThrottleOptions {
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** Longest wait in milliseconds. Default 15 minutes. */
  readonly longestMs?: number;
  /** Logins or addresses remembered; the oldest go first. Default 10,000. */
  readonly size?: number;
}

export interface Throttle {
  /**
   * Notes a try before it is known to fail, so that many at once count as many.
   *
   * @throws AppError "rate-limited" while the wait is on; it says how long.
   */
  begin(name: string): void;
  /** The try succeeded: all is forgotten. */
  succeed(name: string): void;
}

interface Tries {
  readonly count: number;
  readonly waitUntil: number;
}

const FORGET_MS = 24 * 60 * 60_000;

export function createThrottle({ clock, free, longestMs = 15 * 60_000, size = 10_000 }: ThrottleOptions): Throttle {
  const known = new Map<string, Tries & { readonly at: number }>();
  return {
    begin(name) {
      const now = clock();
      const found = known.get(name);
      const before = found !== undefined && now - found.at < FORGET_MS ? found : { count: 0, waitUntil: 0 };
      if (now < before.waitUntil) throw tooOften(before.waitUntil - now);
      const count = before.count + 1;
      const wait = count <= free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(count - free - 1, 30));
      known.delete(name);
      known.set(name, { count, waitUntil: now + wait, at: now });
      const [oldest] = known.keys();
      if (known.size > size && oldest !== undefined) known.delete(oldest);
    },
    succeed: (name) => void known.delete(name),
  };
}

function tooOften(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError("rate-limited", {
    message: "sign-in throttled",
    publicText: {
      vi: `Đăng nhập sai quá nhiều lần. Xin thử lại sau ${String(seconds)} giây.`,
      en: `Too many failed sign-ins. Please try again in ${String(seconds)} seconds.`,
    },
    retryAfterSeconds: seconds,
  });
}
