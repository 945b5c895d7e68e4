/**
 * Stage 3: `Plan[]` → `Generation`.
 *
 * Input: plans, an embedder, the index folder. Output: a generation, on disk and opened.
 * Invariants: it is written aside, synced and made visible by one rename; CURRENT names it only when it is complete and has been read back;
 * a build that fails leaves the folder as it was.
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { sha256, syncFolder } from "../base/files.ts";
import type { Embedder, PassageEmbedding } from "../models/embedder.ts";
import type { Plan } from "../parse/types.ts";
import { takeBuildLock } from "./build-lock.ts";
import { listGenerations, newGenerationId, pruneGenerations, readCurrentId, removeLeftovers, timeOf } from "./generation-folder.ts";
import { makePassages, passageInput } from "./make-passages.ts";
import { formatVersion } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { isIntact, passagesFileName, plansFileName, wordsFileName } from "./open-generation.ts";
import type { OpenedGeneration } from "./open-generation.ts";
import { publishGeneration } from "./publish-generation.ts";
import type { Generation, Passage } from "./types.ts";
import { bytesOf, collectVectors, embeddingAt, vectorFiles } from "./vectors-file.ts";
import { buildWords, tokeniserVersion } from "./words.ts";

export interface BuildProgress {
  /** Passages whose vectors are there, the re-used ones included. */
  readonly done: number;
  readonly total: number;
}

export interface BuildOptions {
  readonly plans: readonly Plan[];
  readonly embedder: Embedder;
  /** The index folder; made when it is missing. */
  readonly folder: string;
  /** From `hashCorpus`. */
  readonly corpusHash: string;
  readonly parserVersion: string;
  /** Its vectors are used again for passages that have not changed, when it was made with the same model. */
  readonly previous?: OpenedGeneration | null;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** What is being done now. */
  readonly onStep?: ((step: BuildStep) => void) | undefined;
  readonly now: () => Date;
  /** Generations to keep, the new one included; at least 2. Default 2. */
  readonly keep?: number;
  /** How long to wait for another build to end, in milliseconds. Default 0. */
  readonly lockWaitMs?: number;
}

export type BuildStep = "structuring" | "indexing" | "writing" | "verifying" | "publishing" | "tidying";

export interface BuiltGeneration extends OpenedGeneration {
  /** Ids of older generations that made room. */
  readonly pruned: readonly string[];
  /** Passages whose vectors came from the previous generation. */
  readonly reused: number;
  readonly embedded: number;
}

type Embedded = { readonly embeddings: readonly PassageEmbedding[]; readonly reused: number };

async function embed(passages: readonly Passage[], { plans, embedder, previous, onProgress }: BuildOptions): Promise<Embedded> {
  const known = new Map<string, PassageEmbedding>();
  if (previous?.manifest.model.fingerprint === embedder.model.fingerprint)
    for (const { hash, ordinal } of previous.generation.passages) known.set(hash, embeddingAt(previous.generation.vectors, ordinal));
  // The same words in two documents have the same vectors: once is enough.
  const wanted = new Map(passages.filter(({ hash }) => !known.has(hash)).map((passage) => [passage.hash, passage]));
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const inputs = [...wanted.values()].flatMap((passage) => {
    const plan = byId.get(passage.documentId);
    return plan === undefined ? [] : [passageInput(plan, passage)];
  });
  const total = passages.length;
  const reused = passages.filter(({ hash }) => known.has(hash)).length;
  const report = (done: number) => onProgress?.({ done: Math.min(total, total - inputs.length + done), total });
  report(0);
  const fresh = await embedder.embedPassages(inputs, report);
  [...wanted.keys()].forEach((hash, i) => {
    const embedding = fresh[i];
    if (embedding !== undefined) known.set(hash, embedding);
  });
  const embeddings = passages.map(({ hash, ordinal }) => {
    const embedding = known.get(hash);
    if (embedding === undefined) throw new Error(`passage ${ordinal} has no vectors`);
    return embedding;
  });
  return { embeddings, reused };
}

function filesOf({ plans, passages, words, vectors }: Omit<Generation, "id" | "createdAt">): ReadonlyMap<string, Uint8Array> {
  const text = (value: string) => new TextEncoder().encode(value);
  return new Map([
    [plansFileName, text(JSON.stringify(plans))],
    [passagesFileName, text(JSON.stringify(passages))],
    [wordsFileName, text(words)],
    [vectorFiles.pooled, bytesOf(vectors.pooled)],
    [vectorFiles.sentences, bytesOf(vectors.sentences)],
    [vectorFiles.sentenceStarts, bytesOf(vectors.sentenceStarts)],
    [vectorFiles.tokens, bytesOf(vectors.tokens)],
    [vectorFiles.tokenStarts, bytesOf(vectors.tokenStarts)],
  ]);
}

/** Ids sort by time, also where the clock was put back. */
async function timeAfterAll(folder: string, now: Date): Promise<Date> {
  const [newest] = await listGenerations(folder);
  return newest === undefined ? now : new Date(Math.max(now.getTime(), timeOf(newest) + 1));
}

/** What is old goes. The new one is live already: what cannot be removed now is removed by the next build. */
async function tidy({ folder, keep, before }: { folder: string; keep: number; before: string | null }): Promise<readonly string[]> {
  const prune = () => pruneGenerations({ folder, keep: Math.max(2, keep), before, isIntact: (id) => isIntact(folder, id) });
  try {
    return await prune();
  } catch {
    // Once more, for a fault that passes; a lasting one does no harm but to the space on the disk.
    return removeLeftovers(folder)
      .then(prune)
      .catch(() => []);
  }
}

/**
 * Builds, stores and publishes a generation.
 *
 * @throws AppError "overloaded" when another build is running in this folder; what the embedder throws; errors of the disk.
 */
export async function buildGeneration(options: BuildOptions): Promise<BuiltGeneration> {
  const { plans, embedder, folder, corpusHash, parserVersion, now, keep = 2, lockWaitMs = 0, onStep } = options;
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dirname(folder));
  const lock = await takeBuildLock(folder, { waitMs: lockWaitMs });
  try {
    await removeLeftovers(folder);
    const before = await readCurrentId(folder);
    onStep?.("structuring");
    const passages = plans
      .filter((plan) => plan.copyOf === null)
      .flatMap((plan) => makePassages(plan))
      .map((draft, ordinal) => ({ ordinal, ...draft }));
    onStep?.("indexing");
    const { embeddings, reused } = await embed(passages, options);
    const vectors = collectVectors(embeddings, embedder.model);
    const textOf = new Map(plans.map((plan) => [plan.id, plan.text]));
    const words = buildWords(
      passages.map(({ ordinal, documentId, start, end, context }) => ({
        id: ordinal,
        text: textOf.get(documentId)?.slice(start, end) ?? "",
        context,
      })),
    );
    const files = filesOf({ plans, passages, vectors, words });
    const sums = [...files].map(([name, bytes]) => [name, { bytes: bytes.byteLength, sha256: sha256(bytes) }] as const);
    const created = await timeAfterAll(folder, now());
    const { name, fingerprint, dimensions, tokenDimensions } = embedder.model;
    const manifest: Manifest = {
      format: formatVersion,
      id: newGenerationId(created, sha256(JSON.stringify(sums))),
      createdAt: created.toISOString(),
      model: { name, fingerprint, dimensions, tokenDimensions },
      parser: parserVersion,
      tokeniser: tokeniserVersion,
      corpus: corpusHash,
      counts: {
        documents: plans.length,
        passages: passages.length,
        sentences: vectors.sentenceStarts.at(-1) ?? 0,
        tokens: vectors.tokenStarts.at(-1) ?? 0,
      },
      files: Object.fromEntries(sums),
    };
    const opened = await publishGeneration({ folder, manifest, files, onStep });
    onStep?.("tidying");
    const pruned = await tidy({ folder, keep, before });
    return { ...opened, pruned, reused, embedded: passages.length - reused };
  } finally {
    await lock.release();
  }
}
