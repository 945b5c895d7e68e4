/** Bytes that are no request, or hardly one, sent over bare sockets. */
import { connect } from "node:net";
import fc from "fast-check";

const requestLine = fc.oneof(
  fc.constantFrom(
    "GET / HTTP/1.1",
    "GET /healthz HTTP/1.1",
    "POST /v1/ask HTTP/1.1",
    "POST /v1/documents HTTP/1.1",
    "get / http/1.1",
    "GET / HTTP/9.9",
    "GET / HTTP/1.0",
    "GET /",
    "GET",
    "",
    "GET http://evil.example/v1/documents HTTP/1.1",
    "GET //evil.example/ HTTP/1.1",
    "GET /\\..\\..\\x HTTP/1.1",
    "GET /%zz HTTP/1.1",
    "GET /a b HTTP/1.1",
    "GET /?\u0000 HTTP/1.1",
    "OPTIONS * HTTP/1.1",
    "CONNECT evil.example:443 HTTP/1.1",
    "TRACE / HTTP/1.1",
    "TRACK / HTTP/1.1",
    "QUERY /v1/search HTTP/1.1",
    "GET ../../etc/passwd HTTP/1.1",
    "GET /ế HTTP/1.1",
    `GET /${"a".repeat(20_000)} HTTP/1.1`,
    "PRI * HTTP/2.0",
    "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

const headerLine = fc.oneof(
  fc.constantFrom(
    "Host: x",
    "Host: x",
    "Host: x\r\nHost: y",
    "Host: \u0000",
    "Host: [",
    "Host: a b",
    "Host: x:99999",
    "Host: ://",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 5, 5",
    "Content-Length: 5\r\nContent-Length: 6",
    "Content-Length: 99999999999999999999",
    "Content-Length: 0x5",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: chunked\r\nContent-Length: 5",
    "Transfer-Encoding: identity, chunked",
    "Transfer-Encoding: xchunked",
    "Transfer-Encoding : chunked",
    "Connection: keep-alive",
    "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13",
    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
    "Expect: 100-continue",
    "Expect: 200-maybe",
    "Content-Type: application/json",
    "Content-Type: multipart/form-data; boundary=b",
    " folded: line",
    "X: a\r\n b",
    "X\u0000: y",
    ": nothing",
    "No colon",
    "X: \u00ff\u00fe",
    `X: ${"y".repeat(20_000)}`,
    Array.from({ length: 300 }, (_, at) => `X-${String(at)}: y`).join("\r\n"),
  ),
  fc.string({ unit: "binary", maxLength: 80 }),
);

const bodies = fc.constantFrom(
  "",
  "12345",
  '{"question":"a"}',
  "5\r\nhello\r\n0\r\n\r\n",
  "zz\r\nhello\r\n",
  "5;ext=1\r\nhello\r\n0\r\nTrailer: x\r\n\r\n",
  "ffffffffffffffff\r\n",
  "-1\r\n\r\n",
  "0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
  "5\r\nhel",
);

export interface Malformed {
  readonly text: string;
  /** How the connection is left: closed at once, after the bytes, or kept until the server ends it. */
  readonly leave: "reset" | "end" | "wait";
}

export const malformedArbitrary: fc.Arbitrary<Malformed> = fc
  .record({
    line: requestLine,
    headers: fc.array(headerLine, { maxLength: 5 }),
    end: fc.constantFrom("\r\n\r\n", "\r\n\r\n", "\n\n", "\r\n", ""),
    body: bodies,
    leave: fc.constantFrom("reset" as const, "end" as const, "end" as const, "wait" as const),
  })
  .map(({ line, headers, end, body, leave }) => ({ text: [line, ...headers].join("\r\n") + end + body, leave }));

const WAIT_MS = 300;

/** @returns the status of every response on the connection, in order. */
export function sendMalformed(port: number, { text, leave }: Malformed): Promise<readonly number[]> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(Buffer.from(text, "utf8"));
      if (leave === "reset") socket.resetAndDestroy();
      else if (leave === "end") socket.end();
    });
    // What hangs on a half request is the server's to end, later than a trial can wait for each.
    const timer = setTimeout(() => socket.destroy(), WAIT_MS);
    socket.on("data", (chunk: Buffer) => (received = (received + chunk.toString("latin1")).slice(0, 200_000)));
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      resolve([...received.matchAll(/^HTTP\/1\.[01] (\d{3})/gmu)].map((match) => Number(match[1])));
    });
  });
}
