/**
 * How quick the aide is, beside what it cannot be quicker than (the model alone) and beside the stock LangChain
 * pipeline with the same model, all in one run on one machine:
 *   npm run bench [-- --json] [-- --rounds N]
 *
 * A question is asked through `Aide.ask`, without HTTP; each is timed next to the embedding of its text alone.
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
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { makePassages, passageInput } from "../../src/index/make-passages.ts";
import { openAide } from "../../src/main.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { TransformersEmbedder } from "../../src/models/transformers-embedder.ts";
import { openShippedEmbedder, shippedModelFolder } from "../helpers/shipped-model.ts";
import { memoryOf, quantile, timed } from "./figures.ts";
import { questions } from "./questions.ts";

const StockSchema = z.object({ chunks: z.number(), indexMs: z.number(), answerMs: z.array(z.number()), memoryMb: z.number() });

const flags = process.argv.slice(2);
const rounds = flags.includes("--rounds") ? Number(flags[flags.indexOf("--rounds") + 1]) : 5;
const folder = await mkdtemp(join(tmpdir(), "aide-bench-"));
const config = readConfig({ AIDE_INDEX: join(folder, "index") });

async function measureIndex(embedder: TransformersEmbedder): Promise<{ passages: number; embedMs: number }> {
  const { documents } = await readCorpus(config.corpusFolder);
  const inputs = documents.map(parsePlan).flatMap((plan) => makePassages(plan).map((passage) => passageInput(plan, passage)));
  await embedder.embedPassages(inputs.slice(0, 8));
  return { passages: inputs.length, embedMs: (await timed(() => embedder.embedPassages(inputs))).ms };
}

async function measureAide(embedder: TransformersEmbedder) {
  const alone = await measureIndex(embedder);
  const opened = await timed(() =>
    openAide(config, { log: createLog({ sink: () => undefined, now: () => new Date() }), openEmbedder: async () => embedder }),
  );
  const aide = opened.result;
  for (const question of questions) await aide.ask({ question });
  const answerMs: number[] = [];
  const embedMs: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const question of questions) {
      embedMs.push((await timed(() => embedder.embedQuery(question))).ms);
      answerMs.push((await timed(() => aide.ask({ question }))).ms);
    }
  const together = await timed(() =>
    Promise.all(
      Array.from({ length: 4 }, async (_, worker) => {
        for (let i = worker; i < questions.length * rounds; i += 4) await aide.ask({ question: questions[i % questions.length] ?? "" });
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
  const stock = await measureStock();
  const figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.version}`,
    answer: { p50: quantile(aide.answerMs, 0.5), p95: quantile(aide.answerMs, 0.95), perSecond: aide.perSecond },
    embedding: { p50: quantile(aide.embedMs, 0.5), p95: quantile(aide.embedMs, 0.95) },
    answerOverEmbedding: quantile(aide.answerMs, 0.5) / quantile(aide.embedMs, 0.5),
    index: {
      passages: aide.passages,
      seconds: aide.indexMs / 1000,
      embeddingSeconds: aide.embedPassagesMs / 1000,
      over: aide.indexMs / aide.embedPassagesMs,
    },
    memoryMb: { server: aide.serverMb, model: aide.modelMb, together: aide.serverMb + aide.modelMb },
    stock: {
      p50: quantile(stock.answerMs, 0.5),
      p95: quantile(stock.answerMs, 0.95),
      chunks: stock.chunks,
      indexSeconds: stock.indexMs / 1000,
      memoryMb: stock.memoryMb,
    },
  };
  if (flags.includes("--json")) console.log(JSON.stringify(figures, null, 1));
  else {
    const n = (value: number, digits = 1) => value.toFixed(digits);
    console.log(`${figures.machine}; ${questions.length} questions × ${rounds}
answer          p50 ${n(figures.answer.p50)} ms   p95 ${n(figures.answer.p95)} ms   ${n(figures.answer.perSecond, 0)} a second (4 at once)
embedding alone p50 ${n(figures.embedding.p50)} ms   p95 ${n(figures.embedding.p95)} ms   an answer takes ${n(figures.answerOverEmbedding, 2)} times as long (aim: under 4)
stock pipeline  p50 ${n(figures.stock.p50)} ms   p95 ${n(figures.stock.p95)} ms   (the four nearest chunks, no answer)
index           ${n(figures.index.seconds)} s for ${figures.index.passages} passages; their embedding alone ${n(figures.index.embeddingSeconds)} s: ${n(figures.index.over, 2)} times (aim: under 1.3); stock ${n(figures.stock.indexSeconds)} s for ${figures.stock.chunks} chunks
memory          ${n(figures.memoryMb.server, 0)} MB server + ${n(figures.memoryMb.model, 0)} MB model = ${n(figures.memoryMb.together, 0)} MB (aim: under 450); stock ${n(figures.stock.memoryMb, 0)} MB`);
  }
} finally {
  await embedder.close();
  await rm(folder, { recursive: true, force: true });
}
