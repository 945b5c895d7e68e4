/** The plans that ship without the model: words alone rank, the same way on every machine. */
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
