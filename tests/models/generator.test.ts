/** The adapter against a server that does everything wrong, over real HTTP. */
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openOpenAiGenerator } from "../../src/models/openai-generator.ts";
import type { Generator } from "../../src/models/generator.ts";
import { faults } from "./generator-faults.ts";
import { openGeneratorServer, pause, say, type GeneratorServer } from "./generator-server.ts";

const limit = 700;
const key = "sk-secret-key";
const prompt = { system: "Quy tắc", user: "Dữ liệu" };
let server: GeneratorServer;
let generator: Generator;

beforeAll(async () => {
  server = await openGeneratorServer();
  generator = await openOpenAiGenerator({ baseUrl: server.baseUrl, model: "scripted", key, timeoutMs: limit, maxBytes: 2 ** 20 });
});
afterAll(() => server.close());
afterEach(() => vi.unstubAllEnvs());

describe("a server that", () => {
  it.each(faults)("$name gives the reason $reason, within a second of the limit, asked once", async ({ script, reason }) => {
    server.script = script;
    const before = server.asked.length;
    const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const began = performance.now();
    const generated = await generator.generate(prompt);
    expect(performance.now() - began).toBeLessThan(limit + 1000);
    expect(generated).toMatchObject({ kind: "failed", reason });
    expect(inspect(generated, { depth: 9 })).not.toContain(key);
    expect(server.asked.length - before).toBe(1);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it("is not there at all is unreachable", async () => {
    const gone = await openGeneratorServer();
    await gone.close();
    const lost = await openOpenAiGenerator({ baseUrl: gone.baseUrl, model: "m", key, timeoutMs: limit });
    expect(await lost.generate(prompt)).toEqual({ kind: "failed", reason: "unreachable" });
  });

  it("was given up on is hung up on", async () => {
    const silent = await openGeneratorServer(() => undefined);
    const waiting = await openOpenAiGenerator({ baseUrl: silent.baseUrl, model: "m", key: null, timeoutMs: 200 });
    await waiting.generate(prompt);
    await pause(200);
    expect(silent.closed()).toBe(1);
    await silent.close();
  });

  it("writes too much is hung up on at once", async () => {
    let sent = 0;
    const endless = await openGeneratorServer(async (_asked, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      while (!response.destroyed && sent < 500) {
        sent += 1;
        response.write(
          `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: "x".repeat(2000) }, finish_reason: null }] })}\n\n`,
        );
        await pause(5);
      }
    });
    const cut = await openOpenAiGenerator({ baseUrl: endless.baseUrl, model: "m", key: null, timeoutMs: 5000 });
    expect(await cut.generate(prompt)).toEqual({ kind: "failed", reason: "too-long" });
    await pause(100);
    expect(endless.closed()).toBe(1);
    expect(sent).toBeLessThan(100);
    await endless.close();
  });
});

describe("what is sent", () => {
  it("is the model's name and the two messages, to the address that was given", async () => {
    server.script = say("Được.");
    expect(await generator.generate(prompt)).toEqual({ kind: "text", text: "Được." });
    const asked = server.asked.at(-1);
    expect(asked?.path).toBe("/v1/chat/completions");
    expect(asked).toMatchObject(prompt);
    expect(JSON.parse(asked?.raw ?? "")).toMatchObject({ model: "scripted", stream: true, temperature: 0 });
  });

  it("carries the key, and nothing about the machine or from the environment", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-somebody-else");
    vi.stubEnv("OPENAI_ORG_ID", "org-of-somebody-else");
    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "x-planted: yes");
    vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:9");
    server.script = say("Được.");
    const other = await openOpenAiGenerator({ baseUrl: server.baseUrl, model: "scripted", key, timeoutMs: limit });
    expect((await other.generate(prompt)).kind).toBe("text");
    const headers = server.asked.at(-1)?.headers ?? {};
    expect(headers.authorization).toBe(`Bearer ${key}`);
    expect(Object.keys(headers).filter((name) => /^x-|openai|langchain|stainless/u.test(name))).toEqual([]);
    expect(JSON.stringify(headers)).not.toMatch(/somebody-else/u);
  });

  it("has no authorisation without a key, whatever the environment says", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-somebody-else");
    server.script = say("Được.");
    const open = await openOpenAiGenerator({ baseUrl: server.baseUrl, model: "scripted", key: null, timeoutMs: limit });
    await open.generate(prompt);
    expect(server.asked.at(-1)?.headers.authorization).toBeUndefined();
  });

  it("goes to no tracing service, though the environment asks for it", async () => {
    const traced: string[] = [];
    const tracing = await openGeneratorServer((asked, response) => {
      traced.push(asked.path);
      response.end();
    });
    for (const name of ["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_VERBOSE"]) vi.stubEnv(name, "true");
    for (const name of ["LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"]) vi.stubEnv(name, tracing.baseUrl);
    for (const name of ["LANGSMITH_API_KEY", "LANGCHAIN_API_KEY"]) vi.stubEnv(name, "x");
    const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
    server.script = say("Được.");
    expect((await generator.generate(prompt)).kind).toBe("text");
    await pause(300);
    expect(traced).toEqual([]);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
    await tracing.close();
  });

  it("is the same for a model whose name makes the library change to another interface", async () => {
    server.script = say("Được.");
    const codex = await openOpenAiGenerator({ baseUrl: server.baseUrl, model: "gpt-5.2-pro", key: null, timeoutMs: limit });
    expect((await codex.generate(prompt)).kind).toBe("text");
    expect(server.asked.at(-1)?.path).toBe("/v1/chat/completions");
  });
});
