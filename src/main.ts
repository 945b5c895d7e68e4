/**
 * The composition: model, corpus, index, ranking and answering joined into an `Aide`.
 *
 * Invariants: what serves is swapped as a whole, so that a question is answered from the generation it began with; a
 * generation of another model or tokeniser never serves; what is wrong but survivable is said in `readiness().notes`.
 */
import { parse } from "node:path";
import { rememberAnswers } from "./answer/answer-cache.ts";
import { createAnswerer } from "./answer/answerer.ts";
import type { Rephrase } from "./answer/llm/rephrase.ts";
import { AppError } from "./base/app-error.ts";
import { newId } from "./base/ids.ts";
import type { Log } from "./base/log.ts";
import type { Config } from "./config.ts";
import type { ReadCorpusOptions } from "./corpus/read-corpus.ts";
import type { CatalogueEntry, Corpus, UnreadableFile } from "./corpus/types.ts";
import { readDocuments } from "./documents.ts";
import { buildGeneration, type BuildProgress } from "./index/build-generation.ts";
import { readPinnedId } from "./index/generation-folder.ts";
import { hashCorpus, isUpToDate, type Manifest } from "./index/manifest.ts";
import { openCurrent, openGeneration, type OpenedGeneration } from "./index/open-generation.ts";
import { tokeniserVersion } from "./index/words.ts";
import type { Embedder } from "./models/embedder.ts";
import { buildCollection } from "./publish/build-collection.ts";
import { buildInChild } from "./publish/build-in-child.ts";
import { openEmbedder, openRephrase } from "./open-models.ts";
import { understand, understandingVersion } from "./publish/collection.ts";
import type { BuildCall } from "./publish/publish-context.ts";
import type { BuildReport, PublishProgress } from "./publish/types.ts";
import type { Generation } from "./index/types.ts";
import type { Readiness } from "./contract/operation.ts";
import { createRanker } from "./retrieve/rank-passages.ts";
import type { Aide } from "./serve/aide.ts";
import { createViews, notesSeen, type Live, type Note, type Views } from "./serve/views.ts";

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
  /** What editors said of documents, which of them are removed, and whether work was cut off. Default: nothing. */
  readonly publishing?: StoredPublishing | undefined;
  /** Where generations are built. Default "here"; a server builds in a child process, so that it goes on answering. */
  readonly buildIn?: "here" | "child";
}

/** What the store of application data says of the collection. */
export interface StoredPublishing {
  readonly catalogue: Readonly<Record<string, CatalogueEntry>>;
  readonly removed: readonly string[];
  /** Jobs wait: what there is serves at once, and they bring the collection up to date. */
  readonly unfinished: boolean;
}

/** The aide with what publishing needs of it; routes are given less. */
export interface OpenedAide extends Aide {
  readonly embedder: Embedder;
  /** What the folder of documents held when it was read at the start. */
  readonly found: Pick<BuildReport, "held" | "unreadable">;
  /** Whether this program can answer from a generation. */
  canServe(manifest: Manifest): boolean;
  /** Serves what CURRENT names, if that is another one than now. @param unreadable of the build that made it. */
  reload(unreadable?: readonly UnreadableFile[]): Promise<void>;
  /** Builds and publishes where this aide was told to; serves it only after `reload`. */
  build(call: BuildCall): Promise<BuildReport>;
}

/** Said when the optional package is missing: a machine without a compiler. */
const EXACT_SEARCH = "hnswlib-node is not installed; vectors are searched by the built-in exact search, with the same results";

/** A build that was cut off a moment ago may still be letting go. */
const START_LOCK_WAIT_MS = 10_000;

/** What answers right now; never changed, only replaced. */
interface Serving {
  /** Null while nothing is indexed. */
  readonly opened: OpenedGeneration | null;
  readonly live: Live | null;
  readonly views: Views;
  /** Ids of documents and of files that could not be read. */
  readonly held: ReadonlySet<string>;
  readonly notes: readonly Note[];
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
export async function openAide(config: Config, options: OpenOptions): Promise<OpenedAide> {
  // The model's process starts while the corpus and the index are read.
  const [opening, reading] = await Promise.allSettled([
    (options.openEmbedder ?? openEmbedder)(config),
    Promise.all([readStored(config, options), openCurrent(config.indexFolder)]),
  ]);
  if (opening.status === "rejected") throw opening.reason;
  const embedder = opening.value;
  try {
    if (reading.status === "rejected") throw reading.reason;
    const [corpus, stored] = reading.value;
    const workshop = { config, embedder, options, rephrase: await openRephrase(config, options.log) };
    const chosen = await chooseGeneration({ workshop, corpus, stored });
    return createAide({ workshop, corpus, first: await startServing({ workshop, corpus, chosen }) });
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

function readStored(config: Config, options: OpenOptions): Promise<Corpus> {
  return readDocuments(config, { ...options, ...options.publishing });
}

function createAide({ workshop, corpus, first }: { workshop: Workshop; corpus: Corpus; first: Serving }): OpenedAide {
  const { config, embedder, options } = workshop;
  let serving = first;
  let unreadable = corpus.unreadable;
  let rebuilding: Promise<void> | null = null;

  async function reload(found: readonly UnreadableFile[] = unreadable): Promise<void> {
    unreadable = found;
    const stored = await openCurrent(config.indexFolder, (manifest) => canServe({ manifest }, embedder));
    const opened = stored.current;
    serving = await startServing({
      workshop,
      corpus: { documents: [], unreadable },
      chosen: { ...stored, opened, degraded: stored.notes.length > 0 },
    });
    options.log.info("generation taken into use", { generation: opened?.generation.id ?? null });
  }

  async function rebuild(): Promise<void> {
    const now = await readStored(config, options);
    const previous = serving.opened;
    const opened = now.documents.length === 0 ? null : await build({ workshop, corpus: now, previous });
    serving = await startServing({ workshop, corpus: now, chosen: { opened, notes: [], degraded: false } });
    options.log.info("rebuilt", { generation: opened?.generation.id ?? null });
  }

  return {
    view: (visible) => serving.views.view(visible),
    held: () => serving.held,
    forget: (documentId) => serving.views.forget(documentId),
    readiness: () => readinessOf(serving, embedder),
    rebuild: () => (rebuilding ??= rebuild().finally(() => (rebuilding = null))),
    close: () => embedder.close(),
    embedder,
    found: {
      held: corpus.documents.map(({ id, fileName, sourceHash }) => ({ documentId: id, fileName, sourceHash })),
      unreadable: corpus.unreadable,
    },
    canServe: (manifest) => canServe({ manifest }, embedder),
    reload,
    build: (call) => buildWhere(workshop, call),
  };
}

/** In a child process, or here, as the aide was told. */
function buildWhere({ embedder, options }: Workshop, { wish, onProgress, signal }: BuildCall): Promise<BuildReport> {
  if (options.buildIn === "child") return buildInChild({ wish, embedder, onProgress, signal });
  return buildCollection(wish, { embedder, onProgress, now: options.now ?? (() => new Date()) });
}

function readinessOf({ live, notes, degraded }: Pick<Serving, "live" | "notes" | "degraded">, embedder: Embedder): Readiness {
  const state = embedder.state();
  const whole = !degraded && state === "ready";
  return {
    status: whole ? (live === null ? "empty" : "ready") : "degraded",
    generation: live?.generation.id ?? null,
    documents: live?.generation.plans.length ?? 0,
    passages: live?.generation.passages.length ?? 0,
    embedder: { model: embedder.model.name, state },
    vectorSearch: live?.ranker.vectorSearch ?? "exact",
    notes: notes.map(({ text }) => text),
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
  const { config, embedder, options } = workshop;
  const { current, notes } = stored;
  if (options.publishing?.unfinished === true) return chooseStored(workshop);
  if (corpus.documents.length === 0) return { opened: null, notes, degraded: false };
  const inputs = { corpusHash: hashCorpus(corpus.documents), model: embedder.model, parserVersion: understandingVersion };
  if (current !== null && isUpToDate(current.manifest, inputs)) return { opened: current, notes, degraded: notes.length > 0 };
  if (current !== null && canServe(current, embedder) && (await readPinnedId(config.indexFolder)) === current.generation.id) {
    const pinned = `generation ${current.generation.id} was put back by hand and serves until the next publish; the documents say otherwise`;
    return { opened: current, notes: [...notes, pinned], degraded: notes.length > 0 };
  }
  try {
    const opened = await build({ workshop, corpus, previous: current });
    const rebuilt = `generation ${opened.generation.id} was built in its place`;
    return {
      opened,
      notes: notes.length === 0 ? [] : [...notes.filter((note) => !note.endsWith("serves instead")), rebuilt],
      degraded: false,
    };
  } catch (error) {
    const { opened: usable } = await chooseStored(workshop);
    if (usable === null) throw error;
    options.log.error("build failed", error);
    const reason = error instanceof AppError ? error.publicText.en : "see the log";
    const note = `the index could not be built (${reason}); generation ${usable.generation.id} of ${usable.generation.createdAt} serves, which is older than the documents`;
    return { opened: usable, notes: [...notes, note], degraded: true };
  }
}

/** The newest that can serve, whatever the folder of documents says by now; none where there is none. */
async function chooseStored({ config, embedder }: Workshop): Promise<Chosen> {
  const { current, notes } = await openCurrent(config.indexFolder, (manifest) => canServe({ manifest }, embedder));
  return { opened: current, notes, degraded: notes.length > 0 };
}

/** Vectors of another model, or words cut otherwise, would rank nonsense. */
function canServe({ manifest }: Pick<OpenedGeneration, "manifest">, { model }: Embedder): boolean {
  return manifest.model.fingerprint === model.fingerprint && manifest.tokeniser === tokeniserVersion;
}

async function build({
  workshop,
  corpus,
  previous,
}: {
  workshop: Workshop;
  corpus: Corpus;
  previous: OpenedGeneration | null;
}): Promise<OpenedGeneration> {
  const { config, embedder, options } = workshop;
  const { catalogue = {}, removed = [] } = options.publishing ?? {};
  if (options.buildIn === "child") {
    const { corpusFolder, indexFolder } = config;
    const wish = {
      corpusFolder,
      indexFolder,
      catalogue,
      removed,
      needed: [],
      keep: config.publish.keepGenerations,
      lockWaitMs: START_LOCK_WAIT_MS,
    };
    const onProgress = ({ step, done, total }: PublishProgress): void => {
      if (step === "indexing" && total > 0) options.onProgress?.({ done, total });
    };
    const { generation } = await buildInChild({ wish, embedder, onProgress });
    // What goes live is what this process can read itself.
    if (generation !== null) return openGeneration(indexFolder, generation);
  }
  return buildGeneration({
    plans: understand(corpus.documents),
    embedder,
    folder: config.indexFolder,
    corpusHash: hashCorpus(corpus.documents),
    parserVersion: understandingVersion,
    previous,
    now: options.now ?? (() => new Date()),
    keep: config.publish.keepGenerations,
    onProgress: options.onProgress,
  });
}

async function startServing({ workshop, corpus, chosen }: { workshop: Workshop; corpus: Corpus; chosen: Chosen }): Promise<Serving> {
  const { embedder, rephrase, options } = workshop;
  const { opened, degraded } = chosen;
  const openLive = async (generation: Generation): Promise<Live> => {
    const ranker = await createRanker({ generation, embedder });
    const newAnswerId = (): string => newId("a");
    const answerer = createAnswerer({ generation, ranker, newId: newAnswerId, now: options.now ?? (() => new Date()), rephrase });
    return { generation, ranker, answerer: rememberAnswers(answerer, { size: options.rememberedAnswers ?? 500, newId: newAnswerId }) };
  };
  const live = opened === null ? null : await openLive(opened.generation);
  const notes: readonly Note[] = [
    ...chosen.notes.map(noteOfAll),
    ...corpus.unreadable.map(noteOfFile),
    ...(live?.ranker.vectorSearch === "exact" ? [noteOfAll(EXACT_SEARCH)] : []),
  ];
  const held = new Set([
    ...(opened?.generation.plans ?? []).map(({ id }) => id),
    ...notes.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])),
  ]);
  const views = createViews({
    whole: live,
    openLive,
    embedder,
    readiness: () => readinessOf({ live, notes, degraded }, embedder),
    notesFor: (visible) => notesSeen(notes, visible),
  });
  return { opened, live, views, held, notes, degraded };
}

const noteOfAll = (text: string): Note => ({ text, documentId: null, secret: false });

/** Under the id that the file would have: whoever may not see the document may not learn of the file. */
function noteOfFile({ fileName, code, message }: UnreadableFile): Note {
  return { text: message, documentId: parse(fileName.normalize("NFC")).name, secret: code === "secret" };
}

/** Builds and publishes a generation, whether or not there is one that fits; vectors of unchanged passages are kept. */
export async function buildIndex(config: Config, options: OpenOptions): Promise<BuildReport> {
  const { corpusFolder, indexFolder, publish } = config;
  const { catalogue = {}, removed = [] } = options.publishing ?? {};
  const embedder = await (options.openEmbedder ?? openEmbedder)(config);
  try {
    const wish = { corpusFolder, indexFolder, catalogue, removed, needed: [], keep: publish.keepGenerations, lockWaitMs: 0 };
    const onProgress = ({ step, done, total }: PublishProgress): void => {
      if (step === "reading") options.onFile?.({ fileName: "", done, total });
      if (step === "indexing" && total > 0) options.onProgress?.({ done, total });
    };
    return await buildCollection(wish, { embedder, onProgress, now: options.now ?? (() => new Date()) });
  } finally {
    await embedder.close();
  }
}
