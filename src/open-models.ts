/** The composition of models: the embedding model that the configuration names, and the language model where one is configured. */
import { basename, join } from "node:path";
import { createRephrase, type Rephrase } from "./answer/llm/rephrase.ts";
import type { Log } from "./base/log.ts";
import type { Config } from "./config.ts";
import type { Embedder } from "./models/embedder.ts";
import { guardGenerator } from "./models/generator-guard.ts";
import { readModelSettings } from "./models/model-settings.ts";
import { openOpenAiGenerator } from "./models/openai-generator.ts";
import { openTransformersEmbedder } from "./models/transformers-embedder.ts";
import { verifyModel } from "./models/verify-model.ts";

/** Nothing of it is loaded unless a language model is configured; nothing is sent before the first question. */
export async function openRephrase({ languageModel }: Config, log: Log): Promise<Rephrase | undefined> {
  if (languageModel === null) return undefined;
  const { baseUrl, model, key, timeoutMs } = languageModel;
  const generator = await openOpenAiGenerator({ baseUrl, model, key: key(), timeoutMs });
  return createRephrase(guardGenerator(generator, { onFailure: (failure) => log.warn("language model failed", { model, ...failure }) }));
}

/** The model that the configuration names, verified, in a child process. */
export async function openEmbedder({ model, projectFolder }: Config): Promise<Embedder> {
  if (model.kind === "local") {
    const { hash } = await verifyModel(model.folder);
    return openTransformersEmbedder({ modelFolder: model.folder, settings: await readModelSettings(model.folder), filesHash: hash });
  }
  // A hub model has no sums of ours; its name stands for its files. Its aide.json, if any, lies where its copy would.
  const modelFolder = join(projectFolder, "models", basename(model.name));
  return openTransformersEmbedder({
    modelFolder,
    name: model.name,
    settings: await readModelSettings(modelFolder),
    filesHash: `hub:${model.name}`,
    allowRemote: true,
  });
}
