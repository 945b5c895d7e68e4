/** The shipped plans with a scripted language model behind them, over real HTTP; words alone rank. */
import { AppError } from "../../../src/base/app-error.ts";
import type { Answer, AskRequest } from "../../../src/contract/answer.ts";
import { createAnswerer, type Answerer } from "../../../src/answer/answerer.ts";
import { createRephrase } from "../../../src/answer/llm/rephrase.ts";
import { openCurrent } from "../../../src/index/open-generation.ts";
import type { Generation } from "../../../src/index/types.ts";
import { guardGenerator, type GuardOptions } from "../../../src/models/generator-guard.ts";
import { openOpenAiGenerator } from "../../../src/models/openai-generator.ts";
import { createRanker } from "../../../src/retrieve/rank-passages.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { openGeneratorServer, say, type GeneratorServer, type Script } from "../../models/generator-server.ts";
import { openCollection } from "../../quality/collections.ts";

export const LIMIT = 600;

export interface ModelUnderTest {
  readonly generation: Generation;
  readonly server: GeneratorServer;
  /** The answer with the model that does as the script says; a text is said as it stands. */
  ask(request: AskRequest | string, script: Script | string, guard?: GuardOptions): Promise<Answer>;
  /** The same request without a model. */
  plain(request: AskRequest | string): Promise<Answer>;
  answerer(guard?: GuardOptions, timeoutMs?: number): Promise<Answerer>;
  close(): Promise<void>;
}

const requestOf = (request: AskRequest | string): AskRequest => (typeof request === "string" ? { question: request } : request);

export async function openModel(options: { corpusFolder?: string } = {}): Promise<ModelUnderTest> {
  const collection = await openCollection({ embedder: createFakeEmbedder(), ...options });
  const { current } = await openCurrent(collection.config.indexFolder);
  if (current === null) throw new Error("nothing was indexed");
  const { generation } = current;
  // A fake vector says little: without it the same passages are found on every machine.
  const embedder = createFakeEmbedder();
  embedder.failure = new AppError("embedder-failed", { message: "dead", publicText: { vi: "-", en: "-" } });
  const ranker = await createRanker({ generation, embedder });
  const server = await openGeneratorServer();
  const deps = { generation, ranker, newId: () => "a", now: () => new Date() };
  const answerer = async (guard: GuardOptions = {}, timeoutMs = LIMIT): Promise<Answerer> => {
    const generator = await openOpenAiGenerator({ baseUrl: server.baseUrl, model: "scripted", key: null, timeoutMs });
    return createAnswerer({ ...deps, rephrase: createRephrase(guardGenerator(generator, guard)) });
  };
  return {
    generation,
    server,
    answerer,
    plain: (request) => createAnswerer(deps).answer(requestOf(request)),
    ask: async (request, script, guard) => {
      server.script = typeof script === "string" ? say(script) : script;
      return (await answerer(guard)).answer(requestOf(request));
    },
    close: async () => {
      await server.close();
      await collection.close();
    },
  };
}

/** Everything a reader sees that is no copied quote. */
export const saidBy = ({ blocks }: Answer): string =>
  blocks
    .map((block) => (block.type === "paragraph" ? block.spans.map((span) => ("text" in span ? span.text : "")).join("") : ""))
    .join("\n");
