/** The whole aide with and without a language model in its configuration. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createLog } from "../../../src/base/log.ts";
import { readConfig } from "../../../src/config.ts";
import { openAide } from "../../../src/main.ts";
import type { Aide } from "../../../src/serve/aide.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { openGeneratorServer, say, type GeneratorServer } from "../../models/generator-server.ts";

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock("@langchain/openai", async (original) => {
  loads.count += 1;
  return original();
});

const question = "Cơ quan nào phụ trách ứng dụng trí tuệ nhân tạo trong du lịch ở Bình Thuận?";
const good = "Sở Văn hóa, Thể thao và Du lịch được giao triển khai các ứng dụng trí tuệ nhân tạo trong lĩnh vực văn hóa và du lịch. [p1]";
const key = "sk-secret-of-the-ministry";

let folder: string;
let server: GeneratorServer;
const opened: Aide[] = [];
const lines: string[] = [];

async function open(env: Record<string, string>): Promise<Aide> {
  const log = createLog({ sink: (line) => lines.push(line), now: () => new Date() });
  const config = readConfig({ AIDE_INDEX: join(folder, "index"), ...env });
  const aide = await openAide(config, { log, openEmbedder: () => Promise.resolve(createFakeEmbedder()) });
  opened.push(aide);
  return aide;
}
const configured = () =>
  open({ AIDE_LLM_BASE_URL: server.baseUrl, AIDE_LLM_MODEL: "scripted", AIDE_LLM_KEY: key, AIDE_LLM_TIMEOUT_MS: "10000" });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-llm-"));
  server = await openGeneratorServer();
});
afterEach(() => Promise.all(opened.splice(0).map((aide) => aide.close())));
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe("an aide", () => {
  it("without a language model loads nothing of it and answers as ever", async () => {
    const answer = await (await open({})).view("everything").ask({ question });
    expect(answer).toMatchObject({ engine: "extractive", status: "answered" });
    expect(answer.notices.map(({ code }) => code)).not.toContain("llm-not-used");
    expect(loads.count).toBe(0);
    expect(server.asked).toEqual([]);
  });

  it("with one sends it the question with the key, and shows whose words they are", async () => {
    server.script = say(good);
    const answer = await (await configured()).view("everything").ask({ question });
    expect(answer.engine).toBe("llm:scripted");
    expect(answer.answer).toContain(good.replace("[p1]", "[1]"));
    expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
  });

  it("logs a failure without the key, the question or a word of the reply, and tries again with the next question", async () => {
    server.script = (_asked, response) => void response.writeHead(401, { "content-type": "text/plain" }).end(`wrong key ${key}`);
    const aide = await configured();
    lines.length = 0;
    expect((await aide.view("everything").ask({ question })).notices.map(({ code }) => code)).toContain("llm-not-used");
    const log = lines.join("\n");
    expect(log).toContain('"event":"language model failed","model":"scripted","reason":"rejected","status":401');
    expect(log).not.toMatch(/sk-secret|wrong key|du lịch/u);
    server.script = say(good);
    expect((await aide.view("everything").ask({ question })).engine).toBe("llm:scripted");
  });
});
