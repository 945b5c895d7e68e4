/** How often one client may ask: 429 with the time to wait. Programs on this machine are not counted. */
import type { MiddlewareHandler } from "hono";
import type { Principal } from "../access/principal.ts";
import { AppError } from "../base/app-error.ts";
import type { AddressReader } from "./client-address.ts";
import type { HttpContext, HttpEnv } from "./http-context.ts";
import type { RateSettings } from "./serve-settings.ts";
import { createTokenBuckets, type TokenBuckets } from "./token-bucket.ts";

export interface RateLimitOptions {
  readonly rates: RateSettings;
  readonly addresses: AddressReader;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  readonly onRefused: () => void;
}

export interface RateLimit {
  /** Notes whose address it is and counts visitors by it. Stands before anything that costs work. */
  readonly byAddress: MiddlewareHandler<HttpEnv>;
  /** Counts accounts, keys and widget tokens. Stands behind whatever finds out who asks. */
  readonly byPrincipal: MiddlewareHandler<HttpEnv>;
}

/** What an address may do with credentials, as a multiple: an office shares one address. Wrong keys count here too. */
const SHARED_ADDRESS = 10;
/** Asking and searching keep the model busy; reading what lies ready does not. */
const COST = { asking: 1, other: 0.2 };
const asking = new Set(["/v1/ask", "/v1/search", "/v1/chat/completions"]);

export function createRateLimit({ rates, addresses, clock, onRefused }: RateLimitOptions): RateLimit {
  const buckets = (factor: number): TokenBuckets =>
    createTokenBuckets({ burst: rates.burst * factor, perSecond: (rates.perMinute * factor) / 60, clock });
  const [visitors, shared, principals] = [buckets(1), buckets(SHARED_ADDRESS), buckets(1)];

  const count = ({ c, from, client }: { c: HttpContext; from: TokenBuckets; client: string }): void => {
    const wait = from.take(client, asking.has(c.req.path) ? COST.asking : COST.other);
    if (wait === 0) return;
    onRefused();
    throw tooMany(Math.ceil(wait / 1000));
  };

  return {
    byAddress: async (c, next) => {
      const address = addresses.read(peerOf(c), c.req.header("x-forwarded-for"));
      c.set("address", address);
      const named = c.req.header("authorization") !== undefined || c.req.header("cookie") !== undefined;
      if (!address.local) count({ c, from: named ? shared : visitors, client: address.group });
      await next();
    },
    byPrincipal: async (c, next) => {
      const client = subjectOf(c.get("principal"));
      const address = c.get("address");
      if (!address.local) {
        if (client !== null) count({ c, from: principals, client });
        // A cookie of another site, or one long expired, does not turn a visitor into ten.
        else if (c.req.header("cookie") !== undefined) count({ c, from: visitors, client: address.group });
      }
      await next();
    },
  };
}

function peerOf(c: HttpContext): string | null | undefined {
  // `app.request` in tests has no environment at all, and so no socket.
  const { incoming } = (c.env ?? {}) as Partial<HttpEnv["Bindings"]>;
  return incoming === undefined ? null : incoming.socket.remoteAddress;
}

/** One bucket each; a person's pages and the person's programs are counted apart. */
function subjectOf(principal: Principal | undefined): string | null {
  if (principal === undefined || principal.kind === "visitor") return null;
  return principal.kind === "widget" ? `widget ${principal.tokenId}` : `${principal.via} ${principal.accountId}`;
}

function tooMany(seconds: number): AppError {
  return new AppError("rate-limited", {
    message: "rate limit",
    publicText: {
      vi: `Bạn gửi yêu cầu quá nhanh. Xin thử lại sau ${String(seconds)} giây.`,
      en: `You are sending requests too fast. Please try again in ${String(seconds)} s.`,
    },
    retryAfterSeconds: seconds,
  });
}
