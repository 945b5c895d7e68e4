/**
 * The evaluation: every set asked of the aide and of the stock LangChain pipeline, written to docs/quality.md.
 *   npm run eval [-- --fails]
 *
 * `--fails` prints what went wrong on all sets but the unseen one, which only ever gives totals.
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
import { withFixtureCorpus } from "./fixture-collection.ts";
import {
  heldOutCorpus,
  readFixtureSet,
  readHeldOutSet,
  readOpenSet,
  readPlansSet,
  readSilence,
  readUnseenSet,
  type Question,
} from "./questions.ts";
import { writeReport, type AblationColumn, type CollectionFigures, type SetFigures } from "./report.ts";
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

interface Measured<Name extends string> {
  readonly figures: CollectionFigures<Name>;
  readonly ablation: readonly AblationColumn[];
  readonly retrieval: readonly RetrievalRow[];
}

/** @param withParts of which set the parts are taken out; null for none. */
async function measureCollection<Name extends string>(input: {
  sets: Readonly<Record<Name, readonly Question[]>>;
  corpusFolder?: string;
  withParts: { readonly set: NoInfer<Name>; readonly name: string } | null;
  withRetrieval: boolean;
}): Promise<Measured<Name>> {
  const { corpusFolder, withParts, withRetrieval } = input;
  const collection = await openCollection(corpusFolder === undefined ? { embedder } : { embedder, corpusFolder });
  try {
    const ours = pipelineOf((request) => collection.aide.ask(request));
    const stock = await openStockPipeline(collection.generation.plans);
    const sets: Partial<Record<Name, SetFigures>> = {};
    const silent = await readSilence(collection.places);
    const silence = await askAll(silent, ours);
    console.log(`silence: ${(100 * summarise(silence).right).toFixed(1)}%`);
    if (showsFails) console.log(wrongOnes(silence));
    const names = Object.keys(input.sets) as Name[];
    for (const name of names) {
      const aide = await askAll(input.sets[name], ours);
      const { right, refusedRight } = summarise(aide);
      console.log(`${name}: ${(100 * right).toFixed(1)}% right, ${(100 * refusedRight).toFixed(1)}% of refusals`);
      if (showsFails && name !== "unseen") console.log(wrongOnes(aide));
      sets[name] = { aide, stock: await askAll(input.sets[name], stock) };
    }
    const figures: CollectionFigures<Name> = { sets: sets as Record<Name, SetFigures>, silence };
    const asked = withParts === null ? [] : input.sets[withParts.set];
    const someSilent = onceEach(silent, collection.places);
    const rows = withParts === null ? [] : await measureAblation({ questions: [...asked, ...someSilent], collection, embedder: quick });
    const ablation =
      withParts === null
        ? []
        : [
            { name: `${withParts.name} right`, ids: asked.map(({ id }) => id), rows },
            { name: "silence refused", ids: someSilent.map(({ id }) => id), rows },
          ];
    const retrieval = withRetrieval ? await measureRetrieval({ questions: asked, generation: collection.generation, embedder: quick }) : [];
    return { figures, ablation, retrieval };
  } finally {
    await collection.close();
  }
}

try {
  const plans = await measureCollection({
    sets: { open: await readOpenSet(), second: await readPlansSet() },
    withParts: { set: "open", name: "open set" },
    withRetrieval: true,
  });
  const heldOut = await measureCollection({
    sets: { heldOut: await readHeldOutSet() },
    corpusFolder: heldOutCorpus,
    withParts: { set: "heldOut", name: "held-out set" },
    withRetrieval: false,
  });
  const fixtureSets = { opened: await readFixtureSet(), unseen: await readUnseenSet() };
  const fixtures = await withFixtureCorpus((corpusFolder) =>
    measureCollection({ sets: fixtureSets, corpusFolder, withParts: null, withRetrieval: false }),
  );
  const report = writeReport({
    plans: plans.figures,
    heldOut: heldOut.figures,
    fixtures: fixtures.figures,
    ablation: [...plans.ablation, ...heldOut.ablation],
    retrieval: plans.retrieval,
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
