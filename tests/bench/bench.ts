/**
 * How quick the aide is, beside what it cannot be quicker than (the model alone) and beside the stock LangChain
 * pipeline with the same model, all in one run on one machine. Writes docs/benchmark.md, or JSON to the terminal:
 *   npm run bench [-- --rounds N] [-- --json]
 *
 * A question is asked without HTTP, each timed next to the embedding of its text alone; then streamed by the running server.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { createLog } from "../../src/base/log.ts";
import { readConfig } from "../../src/config.ts";
import { openFileReader } from "../../src/corpus/file-reader.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { makePassages, passageInput } from "../../src/index/make-passages.ts";
import { openAide } from "../../src/main.ts";
import { startServer } from "../../src/start-server.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { TransformersEmbedder } from "../../src/models/transformers-embedder.ts";
import { openShippedEmbedder, shippedModelFolder } from "../helpers/shipped-model.ts";
import { memoryOf, spread, timed } from "./figures.ts";
import { questions } from "./questions.ts";
import { benchDocument, benchTable, type BenchFigures } from "./report.ts";

const StockSchema = z.object({ chunks: z.number(), indexMs: z.number(), answerMs: z.array(z.number()), memoryMb: z.number() });

const flags = process.argv.slice(2);
const rounds = flags.includes("--rounds") ? Number(flags[flags.indexOf("--rounds") + 1]) : 5;
const folder = await mkdtemp(join(tmpdir(), "aide-bench-"));
const config = readConfig({ AIDE_INDEX: join(folder, "index") });

async function measureIndex(embedder: TransformersEmbedder): Promise<{ passages: number; embedMs: number }> {
  const reader = openFileReader({ cache: null });
  const { documents } = await readCorpus(config.corpusFolder, { reader });
  await reader.close();
  const inputs = documents.map(parsePlan).flatMap((plan) => makePassages(plan).map((passage) => passageInput(plan, passage)));
  await embedder.embedPassages(inputs.slice(0, 8));
  return { passages: inputs.length, embedMs: (await timed(() => embedder.embedPassages(inputs))).ms };
}

async function measureAide(embedder: TransformersEmbedder) {
  const alone = await measureIndex(embedder);
  const opened = await timed(() =>
    openAide(config, {
      log: createLog({ sink: () => undefined, now: () => new Date() }),
      openEmbedder: async () => embedder,
      rememberedAnswers: 0,
    }),
  );
  const aide = opened.result;
  for (const question of questions) await aide.view("everything").ask({ question });
  const answerMs: number[] = [];
  const embedMs: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const question of questions) {
      embedMs.push((await timed(() => embedder.embedQuery(question))).ms);
      answerMs.push((await timed(() => aide.view("everything").ask({ question }))).ms);
    }
  const together = await timed(() =>
    Promise.all(
      Array.from({ length: 4 }, async (_, worker) => {
        for (let i = worker; i < questions.length * rounds; i += 4)
          await aide.view("everything").ask({ question: questions[i % questions.length] ?? "" });
      }),
    ),
  );
  return {
    passages: alone.passages,
    indexMs: opened.ms,
    embedPassagesMs: alone.embedMs,
    answerMs,
    embedMs,
    perSecond: (questions.length * rounds) / (together.ms / 1000),
    serverMb: memoryOf(process.pid),
    modelMb: memoryOf(embedder.processId()),
  };
}

/** Of the running server: from the request to the first event of a streamed answer, and to the whole of it, in milliseconds. */
async function measureStream(): Promise<{ firstMs: number[]; wholeMs: number[] }> {
  const log = createLog({ sink: () => undefined, now: () => new Date() });
  const server = await startServer(readConfig({ PORT: "0", AIDE_INDEX: join(folder, "index"), AIDE_DATA: join(folder, "data") }), {
    log,
    rememberedAnswers: 0,
  });
  const [firstMs, wholeMs]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const question of questions) {
        const began = performance.now();
        const response = await fetch(`${server.listener.url}/v1/ask`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ question, stream: true }),
        });
        const reader = response.body?.getReader();
        await reader?.read();
        const first = performance.now() - began;
        while ((await reader?.read())?.done === false);
        // The first round warms up.
        if (round === 0) continue;
        firstMs.push(first);
        wholeMs.push(performance.now() - began);
      }
  } finally {
    await server.stop();
  }
  return { firstMs, wholeMs };
}

async function measureStock(): Promise<z.infer<typeof StockSchema>> {
  const questionsPath = join(folder, "questions.json");
  await writeFile(questionsPath, JSON.stringify(questions));
  const script = fileURLToPath(new URL("stock.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    script,
    config.corpusFolder,
    dirname(shippedModelFolder),
    questionsPath,
    String(rounds),
  ]);
  return StockSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

const embedder = await openShippedEmbedder();
try {
  const aide = await measureAide(embedder);
  await embedder.close();
  const stream = await measureStream();
  const stock = await measureStock();
  const embedding = spread(aide.embedMs);
  const answer = spread(aide.answerMs);
  const figures: BenchFigures = {
    measuredOn: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    node: process.version,
    asked: { questions: questions.length, rounds },
    answer: { ...answer, perSecond: aide.perSecond },
    embedding,
    stream: { first: spread(stream.firstMs), whole: spread(stream.wholeMs) },
    answerOverEmbedding: { p50: answer.p50 / embedding.p50, p95: answer.p95 / embedding.p95 },
    index: {
      passages: aide.passages,
      seconds: aide.indexMs / 1000,
      embeddingSeconds: aide.embedPassagesMs / 1000,
      over: aide.indexMs / aide.embedPassagesMs,
    },
    memoryMb: { server: aide.serverMb, model: aide.modelMb, together: aide.serverMb + aide.modelMb },
    stock: { ...spread(stock.answerMs), chunks: stock.chunks, indexSeconds: stock.indexMs / 1000, memoryMb: stock.memoryMb },
  };
  if (flags.includes("--json")) console.log(JSON.stringify(figures, null, 1));
  else {
    const table = benchTable(figures);
    console.log(table);
    await writeFile(new URL("../../docs/benchmark.md", import.meta.url), benchDocument(figures, table));
  }
} finally {
  await embedder.close();
  await rm(folder, { recursive: true, force: true });
}
