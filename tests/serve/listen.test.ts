import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../src/base/app-error.ts";
import { listen, type Listener } from "../../src/serve/listen.ts";
import { fakeAnswer } from "./support/fake-aide.ts";
import { testApp } from "./support/test-app.ts";

const host = "127.0.0.1";
const open: Listener[] = [];

async function listenOn(changes: Parameters<typeof testApp>[0] = {}, stopMs = 5000, port = 0): Promise<Listener> {
  const listener = await listen({ app: testApp(changes).app, port, host, stopMs });
  open.push(listener);
  return listener;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.stop()));
});

function later<T>(value: T, ms: number): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}

function post(listener: Listener, body: unknown): Promise<Response> {
  return fetch(`${listener.url}/v1/ask`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

describe("listening", () => {
  it("answers over a real connection", async () => {
    const listener = await listenOn();
    expect((await post(listener, { question: "a" })).status).toBe(200);
  });

  it("says in one line that the port is taken", async () => {
    const listener = await listenOn();
    const second = listenOn({}, 5000, listener.port);
    await expect(second).rejects.toBeInstanceOf(AppError);
    await expect(second).rejects.toMatchObject({
      code: "port-taken",
      publicText: { vi: expect.stringContaining(`Cổng ${host}:${String(listener.port)}`) },
    });
  });

  it("says that an address is not this machine's, and advises no other port", async () => {
    const elsewhere = listen({ app: testApp().app, port: 0, host: "192.0.2.1", stopMs: 5000 });
    await expect(elsewhere).rejects.toMatchObject({
      code: "port-taken",
      publicText: { vi: expect.stringContaining("HOST=192.0.2.1 không phải địa chỉ của máy này"), en: expect.not.stringContaining("PORT") },
    });
  });

  it("answers 413 to a body far over the limit instead of cutting the connection", async () => {
    const listener = await listenOn();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${listener.url}/v1/ask`, { method: "POST", headers: { "content-type": "application/json" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
      sent.end(`{"question":"${"x".repeat(200_000)}"}`);
    });
    expect(status).toBe(413);
  });

  it("survives bytes that are not HTTP", async () => {
    const listener = await listenOn();
    await new Promise<void>((resolve) => {
      const socket = connect(listener.port, host, () => socket.write("\u0000\u0001 not http\r\n\r\n"));
      socket.on("data", () => {});
      socket.on("error", () => {});
      socket.on("close", () => resolve());
    });
    expect((await fetch(`${listener.url}/healthz`)).status).toBe(200);
  });
});

describe("a client that goes away", () => {
  it("in the middle of its body is no fault of the server's", async () => {
    const { app, lines } = testApp();
    const listener = await listen({ app, port: 0, host, stopMs: 5000 });
    open.push(listener);
    await new Promise<void>((resolve) => {
      const socket = connect(listener.port, host, () => {
        socket.write('POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"question":');
        setTimeout(() => socket.destroy(), 100);
      });
      socket.on("close", () => resolve());
    });
    await vi.waitFor(() => expect(lines.join("\n")).toContain('"status":400'));
    expect(lines.join("\n")).not.toContain('"level":"error"');
  });
});

describe("stopping", () => {
  it("finishes the answers in flight, streams too, and takes no more", async () => {
    const listener = await listenOn({ ask: () => later(fakeAnswer, 300) });
    const json = post(listener, { question: "a" });
    const stream = post(listener, { question: "a", stream: true });
    await later(null, 100);
    const stopped = listener.stop();
    await expect(fetch(`${listener.url}/healthz`)).rejects.toThrow();
    expect((await json).status).toBe(200);
    expect(await (await stream).text()).toContain("event: answer-end");
    expect(await stopped).toBe(true);
  });

  it("cuts what is not finished in time, and says so", async () => {
    const listener = await listenOn({ ask: () => later(fakeAnswer, 3000) }, 100);
    const cut = post(listener, { question: "a" });
    cut.catch(() => {});
    await later(null, 50);
    expect(await listener.stop()).toBe(false);
    await expect(cut).rejects.toThrow();
  });
});
