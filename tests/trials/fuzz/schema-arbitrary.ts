/** Values for a JSON schema: most fit it, some stand at its edges, some are something else altogether. */
import fc from "fast-check";
import { resolveSchema, type JsonSchema, type OpenApiDocument } from "./openapi-document.ts";

/** What every part of a value may refer to. */
export interface SchemaWorld {
  readonly schemas: OpenApiDocument["schemas"];
  /** Values that are there, by the name of their field: the id of an answer that was given. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

/** What people ask, and what breaks programs. */
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "Bình Thuận",
      "du lịch",
      "Cơ quan nào chủ trì chuyển đổi số?",
      "kinh phí",
      "So sánh Bình Thuận và Quảng Ngãi",
      "hạn báo cáo",
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\u0000",
      "\ud800",
      "\u202e\u200b",
      "' OR 1=1 --",
      "<script>alert(1)</script>",
      "../../etc/passwd",
      "{{7*7}}",
      "%s%n",
      "__proto__",
      "constructor",
      "null",
      "NaN",
      "-1",
      "1e309",
      "2021-02-30",
      "0912345678",
      "ế".repeat(3000),
      "a".repeat(30_000),
      "́".repeat(500),
    ),
  },
);

function fitting(schema: JsonSchema, world: SchemaWorld, depth: number): fc.Arbitrary<unknown> {
  const options = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(options)) return fc.oneof(...options.map((option: JsonSchema) => schemaArbitrary(option, world, depth + 1)));
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...schema["enum"]);
  if ("const" in schema) return fc.constant(schema["const"]);
  const types = [schema["type"]].flat();
  return fc.oneof(...types.map((type) => ofType({ type, schema, world, depth })));
}

interface TypedInput {
  readonly type: unknown;
  readonly schema: JsonSchema;
  readonly world: SchemaWorld;
  readonly depth: number;
}

function ofType({ type, schema, world, depth }: TypedInput): fc.Arbitrary<unknown> {
  const { minimum, maximum, maxLength, maxItems } = schema;
  switch (type) {
    case "string": {
      const formed = formedText(schema);
      if (formed !== null) return fc.oneof({ weight: 8, arbitrary: formed }, { weight: 1, arbitrary: texts });
      const most = typeof maxLength === "number" ? maxLength : 2000;
      const edges = [fc.constant("x".repeat(most)), fc.constant("x".repeat(most + 1))];
      return fc.oneof({ weight: 8, arbitrary: texts }, ...edges.map((arbitrary) => ({ weight: 1, arbitrary })));
    }
    case "integer":
    case "number":
      return fc.oneof(
        fc.integer({ min: Number(minimum ?? 0), max: Number(maximum ?? 1000) }),
        fc.constantFrom(0, -1, 1.5, 1e21, Number(maximum ?? 0) + 1, Number(minimum ?? 0) - 1, Number.MAX_SAFE_INTEGER),
      );
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const items = (schema["items"] ?? {}) as JsonSchema;
      const most = typeof maxItems === "number" ? Math.min(maxItems + 1, 30) : 5;
      return fc.oneof(
        { weight: 5, arbitrary: fc.array(schemaArbitrary(items, world, depth + 1), { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(schemaArbitrary(items, world, depth + 1), { minLength: most, maxLength: most }) },
      );
    }
    case "object": {
      const properties = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>);
      const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
      const fields = properties.map(([name, field]): fc.Arbitrary<readonly [string, unknown] | null> => {
        const there = world.known[name] ?? [];
        const made = schemaArbitrary(field, world, depth + 1);
        const value = (there.length === 0 ? made : fc.oneof(made, fc.constantFrom(...there))).map((one) => [name, one] as const);
        return fc.option(value, { nil: null, freq: required.has(name) ? 20 : 1 });
      });
      const odd = fc.tuple(fc.constantFrom("__proto__", "constructor", "extra", ""), fc.jsonValue());
      const extra = fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd });
      return fc
        .tuple(fc.tuple(...fields), extra)
        .map(([all, more]) => Object.fromEntries([...all, more].filter((field) => field !== null)));
    }
    default:
      return fc.jsonValue();
  }
}

function formedText({ format, pattern }: JsonSchema): fc.Arbitrary<string> | null {
  const dates = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  if (format === "date-time") return dates.map((date) => date.toISOString());
  if (format === "date") return dates.map((date) => date.toISOString().slice(0, 10));
  return typeof pattern === "string" ? fc.stringMatching(new RegExp(pattern, "u")) : null;
}

/** One value in ten has nothing to do with the schema. */
export function schemaArbitrary(schema: JsonSchema, world: SchemaWorld, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 6) return fc.jsonValue({ maxDepth: 1 });
  return fc.oneof(
    { weight: 9, arbitrary: fitting(resolveSchema(schema, world.schemas), world, depth) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

export { texts as textArbitrary };
