import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/store/canonical-json.ts";
import type { AuditValue } from "../../src/store/types/audit.ts";

const { value } = fc.letrec<{ value: AuditValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function shuffled(part: AuditValue): AuditValue {
  if (part === null || typeof part !== "object") return part;
  if (Array.isArray(part)) return part.map(shuffled);
  return Object.fromEntries(
    Object.entries(part)
      .map(([key, inner]): [string, AuditValue] => [key, shuffled(inner)])
      .toReversed(),
  );
}

it("spells a value so that reading it gives the value back, and does not depend on the order of keys", () => {
  fc.assert(
    fc.property(value, (any) => {
      expect(JSON.parse(canonicalJson(any))).toEqual(JSON.parse(JSON.stringify(any)));
      expect(canonicalJson(shuffled(any))).toBe(canonicalJson(any));
      expect(canonicalJson(JSON.parse(canonicalJson(any)) as AuditValue)).toBe(canonicalJson(any));
    }),
  );
});

it("spells different values differently", () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))));
    }),
  );
  expect(new Set([1, "1", true, null, [1], { a: 1 }, { a: "1" }, { "a:1": 1 }, ["a", 1], ["a,1"]].map(canonicalJson)).size).toBe(10);
});

it("refuses what JSON would turn into null", () => {
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalJson({ n: number })).toThrow("finite");
});
