/** What each part of the aide is worth: the questions asked again with one part taken out at a time. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { createAnswerer } from "../../src/answer/answerer.ts";
import { AppError } from "../../src/base/app-error.ts";
import type { Generation } from "../../src/index/types.ts";
import type { Embedder } from "../../src/models/embedder.ts";
import { createRanker } from "../../src/retrieve/rank-passages.ts";
import { shippedWeights, type Weights } from "../../src/retrieve/weights.ts";
import { askAll, pipelineOf } from "./ask-all.ts";
import type { Config } from "../../src/config.ts";
import type { OpenCollection } from "./collections.ts";
import type { Question } from "./questions.ts";
import { rankingSettings } from "./ranking-settings.ts";

export interface AblationRow {
  readonly name: string;
  /** Ids answered right. */
  readonly right: ReadonlySet<string>;
}

/** Parts of `src/language` that `without/` can take out, as the report names them. */
const PARTS = [
  { part: "restore-diacritics", name: "without restoring diacritics" },
  { part: "glossary", name: "without the English glossary" },
  { part: "synonyms", name: "without everyday synonyms" },
] as const;

interface Variant {
  readonly generation: Generation;
  readonly embedder: Embedder;
  readonly weights?: Weights;
}

async function rightOf(questions: readonly Question[], { generation, embedder, weights = shippedWeights }: Variant): Promise<Set<string>> {
  const ranker = await createRanker({ generation, embedder, weights });
  const answerer = createAnswerer({ generation, ranker, newId: () => "a", now: () => new Date() });
  const verdicts = await askAll(
    questions,
    pipelineOf((request) => answerer.answer(request)),
  );
  return new Set(verdicts.filter(({ right }) => right).map(({ question }) => question.id));
}

/** As an embedder whose process has died. */
function dead(embedder: Embedder): Embedder {
  const publicText = { vi: "không trả lời", en: "not answering" };
  return { ...embedder, embedQuery: () => Promise.reject(new AppError("embedder-failed", { message: "taken out", publicText })) };
}

/** Asked in a process of its own, whose modules are other ones. */
async function withoutPart(part: string, { questions, config }: { questions: readonly Question[]; config: Config }): Promise<Set<string>> {
  const asked = join(dirname(config.indexFolder), "questions.json");
  await writeFile(asked, JSON.stringify(questions));
  const hooks = new URL("without/register.mjs", import.meta.url).href;
  const child = fileURLToPath(new URL("without/ask.ts", import.meta.url));
  const env = { ...process.env, AIDE_WITHOUT: part, AIDE_CORPUS: config.corpusFolder, AIDE_INDEX: config.indexFolder };
  const options = { env, timeout: 300_000, maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--import", hooks, child, asked], options);
  return new Set(z.array(z.string()).parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")));
}

/** One row for each part taken out; the first row is the whole aide. */
export async function measureAblation(input: {
  questions: readonly Question[];
  collection: OpenCollection;
  embedder: Embedder;
}): Promise<AblationRow[]> {
  const { questions, embedder } = input;
  const { generation, config } = input.collection;
  const rows: AblationRow[] = [];
  for (const { name, weights } of rankingSettings)
    rows.push({
      name: name === "all signals" ? "the whole aide" : `ranking: ${name}`,
      right: await rightOf(questions, { generation, embedder, weights }),
    });
  rows.push({ name: "model not answering (words alone)", right: await rightOf(questions, { generation, embedder: dead(embedder) }) });
  const bare = { ...generation, plans: generation.plans.map((plan) => ({ ...plan, assignments: [] })) };
  rows.push({ name: "without the register of assignments", right: await rightOf(questions, { generation: bare, embedder }) });
  for (const { part, name } of PARTS) rows.push({ name, right: await withoutPart(part, { questions, config }) });
  return rows;
}
