import { afterAll } from "vitest";
import { guardGenerator } from "../../src/models/generator-guard.ts";
import { openOpenAiGenerator } from "../../src/models/openai-generator.ts";
import { openGeneratorServer, say, type GeneratorServer, type Script } from "../models/generator-server.ts";
import { createFakeGenerator } from "../models/fake-generator.ts";
import { describeGenerator } from "./generator.suite.ts";

const servers: GeneratorServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function over(script: Script, timeoutMs = 5000) {
  const server = await openGeneratorServer(script);
  servers.push(server);
  return openOpenAiGenerator({ baseUrl: server.baseUrl, model: "scripted", key: null, timeoutMs });
}

describeGenerator({
  name: "a server that speaks OpenAI's protocol",
  saying: (text) => over(say(text)),
  silent: (limitMs) => over(() => undefined, limitMs),
});
describeGenerator({
  name: "a guarded generator",
  saying: async (text) => guardGenerator(await over(say(text))),
  silent: async (limitMs) => guardGenerator(await over(() => undefined, limitMs)),
});
describeGenerator({
  name: "the fake for tests",
  saying: async (text) => createFakeGenerator(() => text),
  silent: async () => createFakeGenerator(() => null),
});
