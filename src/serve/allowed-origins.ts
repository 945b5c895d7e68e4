/** Origins whose pages may ask: those of the settings, and those that a widget token in force was made for. */
import type { WidgetTokens } from "../store/types/widget-tokens.ts";

export interface AllowedOriginsOptions {
  /** Of the settings. */
  readonly origins: readonly string[];
  readonly widgetTokens: Pick<WidgetTokens, "list">;
  readonly now: () => Date;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
}

/** A browser asks before every call; the store is asked as seldom as a revocation may take to be felt. */
const FRESH_MS = 2_000;

/** @returns whether pages of an origin may ask. Whether its token holds is decided where the token is read. */
export function createAllowedOrigins({ origins, widgetTokens, now, clock }: AllowedOriginsOptions): (origin: string) => Promise<boolean> {
  let known: ReadonlySet<string> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;
  return async (origin) => {
    if (origins.includes(origin)) return true;
    if (clock() - readAt >= FRESH_MS) {
      readAt = clock();
      const time = now().toISOString();
      const inForce = (await widgetTokens.list()).filter(
        ({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || expiresAt > time),
      );
      known = new Set(inForce.flatMap((token) => token.origins));
    }
    return known.has(origin);
  };
}
