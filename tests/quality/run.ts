/**
 * The evaluation: every set asked of the aide and of the stock LangChain pipeline, written to docs/quality.md.
 *   npm run eval [-- --fails]
 *
 * `--fails` prints what went wrong on the open set and the silence sets; the held-out set only ever gives totals.
 */
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { openShippedEmbedder } from "../helpers/shipped-model.ts";
import { measureAblation } from "./ablation.ts";
import { askAll, pipelineOf, wrongOnes } from "./ask-all.ts";
import { figuresOf, fixtureNames, readFixtures } from "../reading/read-fixtures.ts";
import { readingSection } from "../reading/report.ts";
import { openCollection } from "./collections.ts";
import { heldOutCorpus, readHeldOutSet, readOpenSet, readSilence, type Question } from "./questions.ts";
import { writeReport, type CollectionFigures } from "./report.ts";
import { measureRetrieval, remembering, type RetrievalRow } from "./retrieval-figures.ts";
import { openStockPipeline } from "./stock-pipeline.ts";
import { summarise } from "./summary.ts";

const showsFails = process.argv.includes("--fails");
const embedder = await openShippedEmbedder();
/** Once for each text of the ablation; answers whose time is measured are embedded each time. */
const quick = remembering(embedder);

/** Each silent question once, its place taken in turn, so that an ablation stays short. */
function onceEach(silence: readonly Question[], places: readonly string[]): Question[] {
  const isTurn = (question: Question, turn: number): boolean => {
    const [, place] = question.id.split("@");
    return place === undefined || place === places[turn % places.length];
  };
  return silence.filter((question) => isTurn(question, Number(/\d+/u.exec(question.id)?.[0])));
}

async function measureCollection(input: {
  name: string;
  questions: readonly Question[];
  corpusFolder?: string;
  withRetrieval: boolean;
}): Promise<{ figures: CollectionFigures; retrieval: RetrievalRow[] }> {
  const { name, questions, corpusFolder, withRetrieval } = input;
  const collection = await openCollection(corpusFolder === undefined ? { embedder } : { embedder, corpusFolder });
  try {
    const ours = pipelineOf((request) => collection.aide.ask(request));
    const aide = await askAll(questions, ours);
    const silent = await readSilence(collection.places);
    const silence = await askAll(silent, ours);
    const { right, refusedRight } = summarise(aide);
    console.log(
      `${name}: ${(100 * right).toFixed(1)}% right, ${(100 * refusedRight).toFixed(1)}% of refusals; silence ${(100 * summarise(silence).right).toFixed(1)}%`,
    );
    if (showsFails) console.log(`${corpusFolder === undefined ? wrongOnes(aide) : ""}\n${wrongOnes(silence)}`);
    const stock = await askAll(questions, await openStockPipeline(collection.config.corpusFolder));
    const someSilent = onceEach(silent, collection.places);
    const ablation = await measureAblation({ questions: [...questions, ...someSilent], collection, embedder: quick });
    const retrieval = withRetrieval ? await measureRetrieval({ questions, generation: collection.generation, embedder: quick }) : [];
    return { figures: { aide, stock, silence, ablation, silenceIds: new Set(someSilent.map(({ id }) => id)) }, retrieval };
  } finally {
    await collection.close();
  }
}

try {
  const open = await measureCollection({ name: "open set", questions: await readOpenSet(), withRetrieval: true });
  const heldOut = await measureCollection({
    name: "held-out set",
    questions: await readHeldOutSet(),
    corpusFolder: heldOutCorpus,
    withRetrieval: false,
  });
  const report = writeReport({
    open: open.figures,
    heldOut: heldOut.figures,
    retrieval: open.retrieval,
    reading: readingSection((await readFixtures(fixtureNames([]))).map(figuresOf)),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.version}`,
    day: new Date().toISOString().slice(0, 10),
  });
  const path = join(import.meta.dirname, "../../docs/quality.md");
  await writeFile(path, report);
  console.log("written: docs/quality.md");
} finally {
  await embedder.close();
}
