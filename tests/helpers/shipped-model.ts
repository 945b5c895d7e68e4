/** The model that ships with the project, opened as the composition root opens it. */
import { fileURLToPath } from "node:url";
import { readModelSettings } from "../../src/models/model-settings.ts";
import { openTransformersEmbedder } from "../../src/models/transformers-embedder.ts";
import type { TransformersEmbedder, TransformersEmbedderOptions } from "../../src/models/transformers-embedder.ts";
import { verifyModel } from "../../src/models/verify-model.ts";

export const shippedModelFolder = fileURLToPath(new URL("../../models/multilingual-e5-small-vi-en", import.meta.url));

export async function openShippedEmbedder(options: Partial<TransformersEmbedderOptions> = {}): Promise<TransformersEmbedder> {
  const { hash } = await verifyModel(shippedModelFolder);
  return openTransformersEmbedder({
    modelFolder: shippedModelFolder,
    settings: await readModelSettings(shippedModelFolder),
    filesHash: hash,
    ...options,
  });
}
