/**
 * The stock LangChain pipeline with the same model, to compare with: text cut in runs of 1,000 characters, one vector
 * each, the four nearest cited, the best one given as the answer. It never refuses.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { env } from "@huggingface/transformers";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { shippedModelFolder } from "../helpers/shipped-model.ts";
import type { Pipeline } from "./ask-all.ts";

/** Characters of a chunk that stand for its quote. */
const QUOTE = 80;

export async function openStockPipeline(corpusFolder: string): Promise<Pipeline> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(shippedModelFolder);
  const embeddings = new HuggingFaceTransformersEmbeddings({
    model: basename(shippedModelFolder),
    pretrainedOptions: { dtype: "q4" },
  });
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const files = (await readdir(corpusFolder)).filter((name) => name.endsWith(".txt"));
  const chunks = await Promise.all(
    files.map(async (name) =>
      splitter.createDocuments([await readFile(join(corpusFolder, name), "utf8")], [{ documentId: name.replace(/\.txt$/u, "") }]),
    ),
  );
  const store = await HNSWLib.fromDocuments(chunks.flat(), embeddings);
  return async ({ question }) => {
    const began = performance.now();
    const hits = await store.similaritySearch(question, 4);
    const citations = hits.map(({ pageContent, metadata }) => ({
      documentId: String(metadata["documentId"]),
      text: pageContent,
      quote: pageContent.slice(0, QUOTE),
    }));
    return { status: "answered", answer: hits[0]?.pageContent ?? "", citations, confidence: null, ms: performance.now() - began };
  };
}
