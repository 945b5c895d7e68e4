/** Requests for the operations of a document: right ones, nearly right ones, and wrong ones. */
import fc from "fast-check";
import type { JsonSchema, OpenApiDocument, Operation } from "./openapi-document.ts";
import { schemaArbitrary, textArbitrary } from "./schema-arbitrary.ts";

export interface FuzzedRequest {
  /** Null for an address that the document does not have. */
  readonly operation: Operation | null;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

export interface RequestPool {
  /** Ids that are there, by the part of the path before them ("jobs"); others are made up. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Values of Authorization that hold. */
  readonly authorizations: readonly string[];
  /** Values that are there, by the name of their field in a body. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

interface World {
  readonly document: OpenApiDocument;
  readonly pool: RequestPool;
}

const valueArbitrary = (schema: JsonSchema, { document, pool }: World): fc.Arbitrary<unknown> =>
  schemaArbitrary(schema, { schemas: document.schemas, known: pool.known });

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "TRACE"];
const encoder = new TextEncoder();

const wordy = fc.stringMatching(/^[\x21-\x7e]{0,120}$/u);
const oddHeaders = fc.oneof(
  fc.record({
    accept: fc.constantFrom(
      "*/*",
      "text/event-stream",
      "text/csv",
      "application/xml",
      "text/csv;q=0",
      "application/json;q=0.1, text/csv",
      ",,;;",
    ),
  }),
  fc.record({ "accept-language": fc.oneof(fc.constantFrom("en", "vi;q=0.5,en", "*", "en;q=x"), wordy) }),
  fc.record({ "x-request-id": wordy }),
  fc.record({ origin: fc.constantFrom("null", "https://evil.example", "http://127.0.0.1", "x") }),
  fc.record({ cookie: fc.oneof(fc.constantFrom("aide=tls_x", "__Host-aide=%", "aide=; aide=; aide"), wordy) }),
  fc.record({
    authorization: fc.oneof(
      fc.constantFrom("Bearer", "Bearer tla_x", `Bearer tla_${"A".repeat(43)}`, `Bearer tlw_${"A".repeat(43)}`, "Basic eDp5"),
      wordy,
    ),
  }),
  fc.record({ "if-none-match": wordy, range: fc.constantFrom("bytes=0-", "bytes=9-1", "x") }),
  fc.record({ "x-forwarded-for": fc.constantFrom("1.2.3.4", ",,", "::1", "x".repeat(500)) }),
  fc.record({ "accept-encoding": fc.constantFrom("gzip", "br, gzip;q=0", "deflate", "x") }),
  fc.record({ "last-event-id": wordy }),
  fc.record({ "sec-fetch-site": fc.constantFrom("cross-site", "same-origin", "x") }),
);

const contentTypes = [
  "application/json",
  "application/json; charset=utf-16",
  "APPLICATION/JSON",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=b",
  "",
  "x",
];

const oddBodies: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .constantFrom(
      "{",
      "[]",
      "null",
      '"x"',
      "0",
      "{}",
      "\ufeff{}",
      '{"question":"a"',
      '{"question":"a","question":1}',
      "[".repeat(20_000),
      `{"a":${"9".repeat(5000)}}`,
    )
    .map((text) => encoder.encode(text)),
  fc.constant(new Uint8Array(70_000).fill(0x20)),
);

/** A form with a file, as a browser sends it, and with parts that no browser sends. */
const forms: fc.Arbitrary<Uint8Array> = fc
  .record({
    name: fc.constantFrom("file", "file", "file", "x", ""),
    fileName: fc.constantFrom(
      "a.txt",
      "Kế hoạch.txt",
      "../../a.txt",
      "a.docx",
      "a.pdf",
      "",
      "a\u0000.txt",
      ".catalogue.json",
      "x".repeat(400) + ".txt",
    ),
    content: fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc.constant(encoder.encode("ỦY BAN NHÂN DÂN\nTỈNH X\nKẾ HOẠCH\nI. MỤC ĐÍCH\n1. Nâng cao.\n")),
    ),
    field: fc.tuple(fc.constantFrom("access", "unit", "title", "__proto__"), textArbitrary),
    end: fc.constantFrom("\r\n--b--\r\n", "\r\n--b--", "", "\r\n--b\r\n"),
  })
  .map(({ name, fileName, content, field: [key, value], end }) =>
    Buffer.concat([
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value.slice(0, 500)}\r\n`),
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\n\r\n`),
      content,
      Buffer.from(end),
    ]),
  );

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 3000);

function pathArbitrary(operation: Operation, pool: RequestPool): fc.Arbitrary<string> {
  const written = operation.path.split("/");
  const parts = written.map((part, at): fc.Arbitrary<string> => {
    if (!/^\{.+\}$/u.test(part)) return fc.constant(part);
    const known = pool.ids[written[at - 1] ?? ""] ?? [];
    const made = fc.oneof(
      textArbitrary.map(encoded),
      fc.constantFrom("..", ".", "%", "%ff", "%2f", "%00", "a b").map((text) => text.replaceAll(" ", "%20")),
    );
    return known.length === 0
      ? made
      : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known).map(encoded) }, { weight: 2, arbitrary: made });
  });
  return fc.tuple(...parts).map((made) => made.join("/"));
}

function queryArbitrary(operation: Operation, world: World): fc.Arbitrary<string> {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
  if (parameters.length === 0) return fc.constantFrom("", "", "", "?", "?x=1", "?%=%", "?__proto__=1");
  const pair = fc
    .constantFrom(...parameters)
    .chain(({ name, schema = {} }) =>
      valueArbitrary(schema, world).map((value) => `${name}=${encoded(typeof value === "string" ? value : (JSON.stringify(value) ?? ""))}`),
    );
  return fc.array(pair, { maxLength: 4 }).map((pairs) => (pairs.length === 0 ? "" : `?${pairs.join("&")}`));
}

function bodyArbitrary(operation: Operation, world: World): fc.Arbitrary<{ type: string; bytes: Uint8Array } | null> {
  const content = operation.requestBody?.content ?? {};
  const json = content["application/json"]?.schema;
  const odd = fc.record({ type: fc.constantFrom(...contentTypes), bytes: oddBodies });
  if ("multipart/form-data" in content)
    return fc.oneof(
      { weight: 6, arbitrary: forms.map((bytes) => ({ type: "multipart/form-data; boundary=b", bytes })) },
      { weight: 1, arbitrary: odd },
    );
  if (json === undefined)
    return fc.oneof({ weight: operation.method === "POST" ? 1 : 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd });
  const fitting = valueArbitrary(json, world).map((value) => ({
    type: "application/json",
    bytes: encoder.encode(JSON.stringify(value) ?? ""),
  }));
  return fc.oneof(
    { weight: 7, arbitrary: fitting },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fitting.map((made) => ({ ...made, type: "text/plain" })) },
  );
}

export function requestArbitrary(document: OpenApiDocument, pool: RequestPool): fc.Arbitrary<FuzzedRequest> {
  const authorization = fc.option(fc.constantFrom(...(pool.authorizations.length === 0 ? ["Bearer x"] : pool.authorizations)), {
    nil: null,
  });
  const known = fc.constantFrom(...document.operations).chain((operation) =>
    fc
      .record({
        path: pathArbitrary(operation, pool),
        query: queryArbitrary(operation, { document, pool }),
        body: bodyArbitrary(operation, { document, pool }),
        odd: fc.option(oddHeaders, { nil: {}, freq: 1 }),
        authorization,
        method: fc.oneof({ weight: 12, arbitrary: fc.constant(operation.method) }, { weight: 1, arbitrary: fc.constantFrom(...methods) }),
      })
      .map(({ path, query, body, odd, authorization: who, method }): FuzzedRequest => ({
        operation: method === operation.method ? operation : null,
        method,
        path: path + query,
        headers: {
          ...(who === null ? {} : { authorization: who }),
          ...(body === null || body.type === "" ? {} : { "content-type": body.type }),
          ...odd,
        },
        body: body?.bytes ?? null,
      })),
  );
  const part = fc.oneof(
    textArbitrary.map(encoded),
    fc.constantFrom("..", "%", "%ff", "%2e%2e", "v1", "documents", "sections", "assets", "mcp", ";", "*"),
  );
  const unknown = fc.record({
    operation: fc.constant(null),
    method: fc.constantFrom(...methods),
    path: fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`),
    headers: oddHeaders,
    body: fc.constant(null),
  });
  return fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: unknown });
}
