// The stock LangChain pipeline with the same model: characters cut in runs of 1,000, one vector each, the four nearest
// for a question. Run by bench.ts beside the aide:
//   node tests/bench/stock.mjs CORPUS_FOLDER MODELS_FOLDER QUESTIONS.json ROUNDS
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { env } from "@huggingface/transformers";

const [corpus = "corpus", models = "models", questionsPath = "questions.json", rounds = "3"] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = models;
const questions = JSON.parse(readFileSync(questionsPath, "utf8"));
const embeddings = new HuggingFaceTransformersEmbeddings({ model: "multilingual-e5-small-vi-en", pretrainedOptions: { dtype: "q4" } });
await embeddings.embedQuery("a");

const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
const began = performance.now();
const documents = [];
for (const file of readdirSync(corpus).filter((name) => name.endsWith(".txt")))
  documents.push(...(await splitter.createDocuments([readFileSync(join(corpus, file), "utf8")], [{ documentId: file }])));
const store = await HNSWLib.fromDocuments(documents, embeddings);
const indexMs = performance.now() - began;

for (const question of questions) await store.similaritySearch(question, 4);
const answerMs = [];
for (let round = 0; round < Number(rounds); round += 1)
  for (const question of questions) {
    const start = performance.now();
    await store.similaritySearch(question, 4);
    answerMs.push(performance.now() - start);
  }
console.log(JSON.stringify({ chunks: documents.length, indexMs, answerMs, memoryMb: process.memoryUsage().rss / 2 ** 20 }));
