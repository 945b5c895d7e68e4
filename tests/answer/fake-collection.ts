/** The plans that ship without the model: words alone rank, the same way on every machine. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../../src/base/app-error.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { openCollection, type OpenCollection } from "../quality/collections.ts";

/** @param model whether the fake model answers questions, or is as dead as after a crash (default). */
export async function openFakeCollection({ model = "dead" }: { model?: "dead" | "fake" } = {}): Promise<OpenCollection> {
  const embedder = createFakeEmbedder();
  const collection = await openCollection({ embedder });
  if (model === "dead") embedder.failure = new AppError("embedder-failed", { message: "dead", publicText: { vi: "-", en: "-" } });
  return collection;
}

/**
 * Documents of a test's own, by file name, in a folder that goes when the collection closes.
 *
 * @param model "dead": words alone rank, the same way on every machine; "fake": the fake model answers.
 */
export async function openOwnCollection(
  files: Readonly<Record<string, string>>,
  { model = "dead" }: { model?: "dead" | "fake" } = {},
): Promise<OpenCollection> {
  const folder = await mkdtemp(join(tmpdir(), "aide-own-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const embedder = createFakeEmbedder();
  const collection = await openCollection({ embedder, corpusFolder: folder });
  if (model === "dead") embedder.failure = new AppError("embedder-failed", { message: "dead", publicText: { vi: "-", en: "-" } });
  return {
    ...collection,
    close: async () => {
      await collection.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
