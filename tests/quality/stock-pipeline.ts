/**
 * The stock LangChain pipeline with the same model, to compare with: text cut in runs of 1,000 characters, one vector
 * each, the four nearest cited, the best one given as the answer. It never refuses.
 */
import { basename, dirname } from "node:path";
import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { env } from "@huggingface/transformers";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { shippedModelFolder } from "../helpers/shipped-model.ts";
import type { Pipeline } from "./ask-all.ts";

/** Characters of a chunk that stand for its quote. */
const QUOTE = 80;

/** @param documents the collection as our reader read it: the stock loaders know no old Word files and no legal portals. */
export async function openStockPipeline(documents: readonly { readonly id: string; readonly text: string }[]): Promise<Pipeline> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(shippedModelFolder);
  const embeddings = new HuggingFaceTransformersEmbeddings({
    model: basename(shippedModelFolder),
    pretrainedOptions: { dtype: "q4" },
  });
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks = await Promise.all(documents.map(({ id, text }) => splitter.createDocuments([text], [{ documentId: id }])));
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
