/**
 * The composition: model, corpus, index, ranking and answering joined into an `Aide`.
 *
 * Invariants: what serves is swapped as a whole, so that a question is answered from the generation it began with; a
 * generation of another model or tokeniser never serves; what is wrong but survivable is said in `readiness().notes`.
 */
import { basename, join } from "node:path";
import { rememberAnswers } from "./answer/answer-cache.ts";
import { createAnswerer, type Answerer } from "./answer/answerer.ts";
import { createRephrase, type Rephrase } from "./answer/llm/rephrase.ts";
import { queryFor } from "./answer/query-for.ts";
import { AppError } from "./base/app-error.ts";
import { newId } from "./base/ids.ts";
import type { Log } from "./base/log.ts";
import type { Config } from "./config.ts";
import type { ReadCorpusOptions } from "./corpus/read-corpus.ts";
import type { Corpus, UnreadableFile } from "./corpus/types.ts";
import { readDocuments, understand, understandingVersion } from "./documents.ts";
import { buildGeneration, type BuildProgress, type BuiltGeneration } from "./index/build-generation.ts";
import { hashCorpus, isUpToDate } from "./index/manifest.ts";
import { openCurrent, type OpenedGeneration } from "./index/open-generation.ts";
import { tokeniserVersion } from "./index/words.ts";
import type { Embedder } from "./models/embedder.ts";
import { guardGenerator } from "./models/generator-guard.ts";
import { readModelSettings } from "./models/model-settings.ts";
import { openOpenAiGenerator } from "./models/openai-generator.ts";
import { openTransformersEmbedder } from "./models/transformers-embedder.ts";
import { verifyModel } from "./models/verify-model.ts";
import { createRanker, type Ranker } from "./retrieve/rank-passages.ts";
import type { Aide } from "./serve/aide.ts";
import { emptyAnswer } from "./serve/empty-answer.ts";
import { toHit } from "./serve/search-hits.ts";
import { createShelf, type Shelf } from "./serve/shelf.ts";

export interface OpenOptions {
  readonly log: Log;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Called before each file is read: recognising a scan takes a while. */
  readonly onFile?: ReadCorpusOptions["onFile"];
  /** Answers to questions seen before that are kept. Default 500; 0 works out each anew, for measuring. */
  readonly rememberedAnswers?: number;
  /** Default: the system's clock. */
  readonly now?: () => Date;
  /** Default: the model that `config` names, verified, in a child process. */
  readonly openEmbedder?: (config: Config) => Promise<Embedder>;
}

/** Said when the optional package is missing: a machine without a compiler. */
const EXACT_SEARCH = "hnswlib-node is not installed; vectors are searched by the built-in exact search, with the same results";

/** What answers right now; never changed, only replaced. */
interface Serving {
  readonly shelf: Shelf;
  /** Null while nothing is indexed. */
  readonly live: { readonly opened: OpenedGeneration; readonly ranker: Ranker; readonly answerer: Answerer } | null;
  readonly notes: readonly string[];
  /** An older generation serves than there should be. */
  readonly degraded: boolean;
}

interface Chosen {
  readonly opened: OpenedGeneration | null;
  readonly notes: readonly string[];
  readonly degraded: boolean;
}

interface Workshop {
  readonly config: Config;
  readonly embedder: Embedder;
  /** Of the language model, when one is configured. */
  readonly rephrase?: Rephrase | undefined;
  readonly options: OpenOptions;
}

/**
 * Opens everything; an empty corpus is no fault.
 *
 * @throws AppError "model-damaged" or "embedder-failed" when the model cannot be used, "bad-config" when the corpus folder
 * cannot be read; whatever a build throws when no older generation can serve in its place.
 */
export async function openAide(config: Config, options: OpenOptions): Promise<Aide> {
  // The model's process starts while the corpus and the index are read.
  const [opening, reading] = await Promise.allSettled([
    (options.openEmbedder ?? openEmbedder)(config),
    Promise.all([readDocuments(config, options), openCurrent(config.indexFolder)]),
  ]);
  if (opening.status === "rejected") throw opening.reason;
  const embedder = opening.value;
  try {
    if (reading.status === "rejected") throw reading.reason;
    const [corpus, stored] = reading.value;
    const workshop = { config, embedder, options, rephrase: await openRephrase(config, options.log) };
    const chosen = await chooseGeneration({ workshop, corpus, stored });
    return createAide(workshop, await startServing({ workshop, corpus, chosen }));
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

function createAide(workshop: Workshop, first: Serving): Aide {
  const { config, embedder, options } = workshop;
  let serving = first;
  let rebuilding: Promise<void> | null = null;

  async function rebuild(): Promise<void> {
    const corpus = await readDocuments(config, options);
    const previous = serving.live?.opened ?? null;
    const opened = corpus.documents.length === 0 ? null : await build({ workshop, corpus, previous });
    serving = await startServing({ workshop, corpus, chosen: { opened, notes: [], degraded: false } });
    options.log.info("rebuilt", { generation: opened?.generation.id ?? null });
  }

  return {
    async ask(request, onStep) {
      const { live } = serving;
      if (live === null) return emptyAnswer({ request, id: newId("a") });
      return live.answerer.answer(request, onStep);
    },
    async search({ query, limit, scope }) {
      const began = performance.now();
      const { live, shelf } = serving;
      if (live === null) return { hits: [], generation: "none", tookMs: 0 };
      const { generation } = live.opened;
      const ranking = await live.ranker.rank(queryFor({ question: query, scope, generation }), limit);
      const hits = ranking.passages.flatMap((ranked) => toHit(ranked, shelf.plan) ?? []);
      return { hits, generation: generation.id, tookMs: performance.now() - began };
    },
    documents: () => serving.shelf.documents(),
    document: (documentId) => serving.shelf.document(documentId),
    section: (documentId, sectionId) => serving.shelf.section(documentId, sectionId),
    assignments: (query) => serving.shelf.assignments(query),
    readiness() {
      const { live, notes, degraded } = serving;
      const state = embedder.state();
      const whole = !degraded && state === "ready";
      return {
        status: whole ? (live === null ? "empty" : "ready") : "degraded",
        generation: live?.opened.generation.id ?? null,
        documents: live?.opened.generation.plans.length ?? 0,
        passages: live?.opened.generation.passages.length ?? 0,
        embedder: { model: embedder.model.name, state },
        vectorSearch: live?.ranker.vectorSearch ?? "exact",
        notes: [...notes],
      };
    },
    rebuild: () => (rebuilding ??= rebuild().finally(() => (rebuilding = null))),
    close: () => embedder.close(),
  };
}

/** The stored generation where it fits; else a new one; else, when that fails, the stored one for want of better. */
async function chooseGeneration({
  workshop,
  corpus,
  stored,
}: {
  workshop: Workshop;
  corpus: Corpus;
  stored: { current: OpenedGeneration | null; notes: readonly string[] };
}): Promise<Chosen> {
  const { embedder, options } = workshop;
  const { current, notes } = stored;
  if (corpus.documents.length === 0) return { opened: null, notes, degraded: false };
  const inputs = { corpusHash: hashCorpus(corpus.documents), model: embedder.model, parserVersion: understandingVersion };
  if (current !== null && isUpToDate(current.manifest, inputs)) return { opened: current, notes, degraded: notes.length > 0 };
  try {
    const opened = await build({ workshop, corpus, previous: current });
    const rebuilt = `generation ${opened.generation.id} was built in its place`;
    return {
      opened,
      notes: notes.length === 0 ? [] : [...notes.filter((note) => !note.endsWith("serves instead")), rebuilt],
      degraded: false,
    };
  } catch (error) {
    if (current === null || !canServe(current, embedder)) throw error;
    options.log.error("build failed", error);
    const reason = error instanceof AppError ? error.publicText.en : "see the log";
    const note = `the index could not be built (${reason}); generation ${current.generation.id} of ${current.generation.createdAt} serves, which is older than the documents`;
    return { opened: current, notes: [...notes, note], degraded: true };
  }
}

/** Vectors of another model, or words cut otherwise, would rank nonsense. */
function canServe({ manifest }: OpenedGeneration, { model }: Embedder): boolean {
  return manifest.model.fingerprint === model.fingerprint && manifest.tokeniser === tokeniserVersion;
}

function build({
  workshop,
  corpus,
  previous,
}: {
  workshop: Workshop;
  corpus: Corpus;
  previous: OpenedGeneration | null;
}): Promise<BuiltGeneration> {
  const { config, embedder, options } = workshop;
  return buildGeneration({
    plans: understand(corpus.documents),
    embedder,
    folder: config.indexFolder,
    corpusHash: hashCorpus(corpus.documents),
    parserVersion: understandingVersion,
    previous,
    now: options.now ?? (() => new Date()),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
}

async function startServing({ workshop, corpus, chosen }: { workshop: Workshop; corpus: Corpus; chosen: Chosen }): Promise<Serving> {
  const { embedder, rephrase, options } = workshop;
  const { opened, degraded } = chosen;
  const notes = [...chosen.notes, ...corpus.unreadable.map((file) => file.message)];
  const shelf = createShelf(opened?.generation.plans ?? []);
  if (opened === null) return { shelf, live: null, notes, degraded };
  const { generation } = opened;
  const ranker = await createRanker({ generation, embedder });
  const newAnswerId = (): string => newId("a");
  const answerer = createAnswerer({ generation, ranker, newId: newAnswerId, now: options.now ?? (() => new Date()), rephrase });
  const remembering = rememberAnswers(answerer, { size: options.rememberedAnswers ?? 500, newId: newAnswerId });
  const search = ranker.vectorSearch === "exact" ? [EXACT_SEARCH] : [];
  return { shelf, live: { opened, ranker, answerer: remembering }, notes: [...notes, ...search], degraded };
}

/** Nothing of it is loaded unless a language model is configured; nothing is sent before the first question. */
async function openRephrase({ languageModel }: Config, log: Log): Promise<Rephrase | undefined> {
  if (languageModel === null) return undefined;
  const { baseUrl, model, key, timeoutMs } = languageModel;
  const generator = await openOpenAiGenerator({ baseUrl, model, key: key(), timeoutMs });
  return createRephrase(guardGenerator(generator, { onFailure: (failure) => log.warn("language model failed", { model, ...failure }) }));
}

async function openEmbedder({ model, projectFolder }: Config): Promise<Embedder> {
  if (model.kind === "local") {
    const { hash } = await verifyModel(model.folder);
    return openTransformersEmbedder({ modelFolder: model.folder, settings: await readModelSettings(model.folder), filesHash: hash });
  }
  // A hub model has no sums of ours; its name stands for its files. Its aide.json, if any, lies where its copy would.
  const modelFolder = join(projectFolder, "models", basename(model.name));
  return openTransformersEmbedder({
    modelFolder,
    name: model.name,
    settings: await readModelSettings(modelFolder),
    filesHash: `hub:${model.name}`,
    allowRemote: true,
  });
}

export interface IndexReport {
  /** Null for an empty corpus: nothing was built. */
  readonly generation: string | null;
  readonly documents: number;
  readonly passages: number;
  /** Passages whose vectors were computed anew; the others were the same as before. */
  readonly embedded: number;
  readonly unreadable: readonly UnreadableFile[];
}

/** Builds and publishes a generation, whether or not there is one that fits; vectors of unchanged passages are kept. */
export async function buildIndex(config: Config, options: OpenOptions): Promise<IndexReport> {
  const corpus = await readDocuments(config, options);
  const { unreadable } = corpus;
  if (corpus.documents.length === 0) return { generation: null, documents: 0, passages: 0, embedded: 0, unreadable };
  const embedder = await (options.openEmbedder ?? openEmbedder)(config);
  try {
    const { current } = await openCurrent(config.indexFolder);
    const { generation, embedded } = await build({ workshop: { config, embedder, options }, corpus, previous: current });
    return { generation: generation.id, documents: generation.plans.length, passages: generation.passages.length, embedded, unreadable };
  } finally {
    await embedder.close();
  }
}
