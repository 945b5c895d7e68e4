import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenBuckets } from "../../../src/serve/token-bucket.ts";

describe("a token bucket", () => {
  it("lets a burst through, then as many as its rate allows", () => {
    let now = 0;
    const buckets = createTokenBuckets({ burst: 3, perSecond: 2, clock: () => now });
    expect([1, 2, 3].map(() => buckets.take("a", 1))).toEqual([0, 0, 0]);
    expect(buckets.take("a", 1)).toBe(500);
    now = 499;
    expect(buckets.take("a", 1)).toBeGreaterThan(0);
    now = 501;
    expect(buckets.take("a", 1)).toBe(0);
    now = 100_000;
    expect([1, 2, 3, 4].map(() => buckets.take("a", 1) === 0)).toEqual([true, true, true, false]);
  });

  it("counts each client on its own", () => {
    const buckets = createTokenBuckets({ burst: 1, perSecond: 1, clock: () => 0 });
    expect(buckets.take("a", 1)).toBe(0);
    expect(buckets.take("b", 1)).toBe(0);
    expect(buckets.take("a", 1)).toBeGreaterThan(0);
  });

  it("remembers no more clients than it may, and forgets the quietest first", () => {
    const buckets = createTokenBuckets({ burst: 1, perSecond: 0.001, clock: () => 0, clients: 100 });
    for (let client = 0; client < 5000; client += 1) {
      buckets.take(String(client), 1);
      expect(buckets.take("steady", 1) === 0).toBe(client === 0);
    }
    expect(buckets.size()).toBe(100);
  });

  it("never lets more through than burst and rate together, however requests are spread", () => {
    const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 3000 }), cost: fc.constantFrom(0.2, 1, 2) }), { maxLength: 200 });
    fc.assert(
      fc.property(steps, (requests) => {
        let [now, passed] = [0, 0];
        const buckets = createTokenBuckets({ burst: 5, perSecond: 2, clock: () => now });
        for (const { wait, cost } of requests) {
          now += wait;
          if (buckets.take("a", cost) === 0) passed += cost;
        }
        expect(passed).toBeLessThanOrEqual(5 + (now / 1000) * 2 + 1e-3);
      }),
    );
  });

  it("lets a client through that waits as long as it was told", () => {
    // 99 is more than a bucket holds: it passes when the bucket is full.
    const costs = fc.array(fc.constantFrom(0.2, 1, 3), { minLength: 1, maxLength: 50 }).map((some) => [...some, 99, 99]);
    fc.assert(
      fc.property(costs, (asked) => {
        let now = 0;
        const buckets = createTokenBuckets({ burst: 3, perSecond: 7, clock: () => now });
        const afterWaiting = asked.map((cost) => {
          const wait = buckets.take("a", cost);
          now += wait;
          return wait === 0 ? 0 : buckets.take("a", cost);
        });
        expect(new Set(afterWaiting)).toEqual(new Set([0]));
      }),
    );
  });
});
