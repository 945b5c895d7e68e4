/** What clients do to connections: slow, silent, gone. Real sockets. */
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../src/contract/answer.ts";
import { listen, type Listener } from "../../../src/serve/listen.ts";
import { fakeAnswer } from "../support/fake-aide.ts";
import { testApp } from "../support/test-app.ts";

const host = "127.0.0.1";
const open: Listener[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(open.splice(0).map((listener) => listener.stop()));
});

async function listenOn(...parameters: Parameters<typeof testApp>): Promise<Listener & { lines: string[] }> {
  const { app, lines } = testApp(...parameters);
  const listener = await listen({ app, port: 0, host, stopMs: 1000 });
  open.push(listener);
  return { ...listener, lines };
}

function dial({ port }: Listener, text: string): Socket {
  const socket = connect(port, host, () => socket.write(text));
  socket.on("error", () => {});
  sockets.push(socket);
  return socket;
}

const asking = (body: string): string =>
  `POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Far more than a connection's buffers hold. */
const longAnswer: Answer = { ...fakeAnswer, answer: `${"x".repeat(1000)}\n`.repeat(20_000) };

describe("a client that reads nothing", () => {
  it("keeps no place from others: streams that nobody takes do not stop the next question", async () => {
    const listener = await listenOn({ ask: async () => longAnswer });
    // As many as there are places, and then as many again.
    for (let client = 0; client < 8; client += 1) {
      const socket = dial(listener, asking('{"question":"a","stream":true}'));
      socket.pause();
    }
    await later(200);
    const response = await fetch(`${listener.url}/v1/ask`, {
      method: "POST",
      body: '{"question":"b"}',
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  });

  it("is not written to without end: what waits for it is one event", async () => {
    let beats = 0;
    const listener = await listenOn({ ask: async () => longAnswer }, { limits: { bodyBytes: 65_536, inFlight: 4, heartbeatMs: 5 } });
    const before = process.memoryUsage().rss;
    const socket = dial(listener, asking('{"question":"a","stream":true}'));
    socket.pause();
    await later(400);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    socket.on("data", (chunk: Buffer) => (beats += chunk.toString().split(": heartbeat").length - 1));
    socket.resume();
    await later(300);
    // Eighty beats were due while it read nothing.
    expect(beats).toBeLessThan(40);
  });
});

describe("a client that leaves in the middle of a stream", () => {
  it("costs nothing more: the stream ends, its place is free, nothing is logged as a fault", async () => {
    let asked = 0;
    const ask = async (): Promise<Answer> => {
      asked += 1;
      await later(100);
      return longAnswer;
    };
    const listener = await listenOn({ ask });
    for (let client = 0; client < 12; client += 1) {
      const socket = dial(listener, asking('{"question":"a","stream":true}'));
      setTimeout(() => socket.destroy(), 30 + client * 10);
    }
    await later(600);
    expect(asked).toBeGreaterThan(0);
    const response = await fetch(`${listener.url}/v1/ask`, {
      method: "POST",
      body: '{"question":"b"}',
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(200);
    await response.arrayBuffer();
    expect(listener.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe("a stream that is quiet", () => {
  it("carries a comment now and then", async () => {
    const ask = async (): Promise<Answer> => {
      await later(200);
      return fakeAnswer;
    };
    const listener = await listenOn({ ask }, { limits: { bodyBytes: 65_536, inFlight: 4, heartbeatMs: 40 } });
    const response = await fetch(`${listener.url}/v1/ask`, {
      method: "POST",
      body: '{"question":"a","stream":true}',
      headers: { "content-type": "application/json" },
    });
    const text = await response.text();
    expect(text.split(": heartbeat").length - 1).toBeGreaterThanOrEqual(2);
    expect(text).toContain("event: answer-end");
  });
});

describe("a request that is answered before all of it came", () => {
  it("does not hold its connection: what does not come soon is cut", async () => {
    const listener = await listenOn();
    const socket = dial(listener, "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nx");
    const closed = new Promise<void>((resolve) => void socket.on("close", () => resolve()));
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    await vi.waitFor(() => expect(answer).toContain("404"));
    await Promise.race([closed, later(4000).then(() => Promise.reject(new Error("still open")))]);
  }, 10_000);

  it("keeps its connection when the rest does come", async () => {
    const listener = await listenOn();
    const socket = dial(listener, "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    await vi.waitFor(() => expect(answer).toContain("404"));
    socket.write("67890GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    await vi.waitFor(() => expect(answer).toContain('{"status":"ok"}'));
  });
});
