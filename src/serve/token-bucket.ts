/** Token buckets: so many requests at once, then so many a second, for each of many clients. */

export interface TokenBuckets {
  /**
   * Takes `cost` from a client's bucket when it is there.
   * @returns 0 when it was taken, else the milliseconds until it could be.
   */
  take(client: string, cost: number): number;
  /** Clients that are remembered now. */
  size(): number;
}

export interface TokenBucketOptions {
  /** What a full bucket holds. */
  readonly burst: number;
  readonly perSecond: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Clients remembered at most; the one that was quiet the longest is forgotten, which fills its bucket. Default 20,000. */
  readonly clients?: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Sums of fractions: whoever waited as long as told must not miss it by a millionth. */
const ROUNDING = 1e-6;

/** A cost above `burst` is taken as `burst`: it passes when the bucket is full. */
export function createTokenBuckets({ burst, perSecond, clock, clients = 20_000 }: TokenBucketOptions): TokenBuckets {
  // In the order of last use: a map keeps the order in which its keys were put in.
  const buckets = new Map<string, Bucket>();
  return {
    take(client, asked) {
      const cost = Math.min(asked, burst);
      const now = clock();
      const before = buckets.get(client) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
      const enough = tokens + ROUNDING >= cost;
      const left = enough ? Math.max(0, tokens - cost) : tokens;
      buckets.delete(client);
      buckets.set(client, { tokens: left, at: now });
      const [quietest] = buckets.keys();
      if (buckets.size > clients && quietest !== undefined) buckets.delete(quietest);
      return enough ? 0 : Math.max(1, Math.ceil(((cost - tokens) / perSecond) * 1000));
    },
    size: () => buckets.size,
  };
}
