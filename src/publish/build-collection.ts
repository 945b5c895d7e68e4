/** One whole build, in whichever process: read, understand, index, publish, and take removed documents out of what is older. */
import { AppError } from "../base/app-error.ts";
import type { UnreadableCode, UnreadableFile } from "../corpus/types.ts";
import type { Embedder } from "../models/embedder.ts";
import { buildGeneration } from "../index/build-generation.ts";
import { readCurrentId } from "../index/generation-folder.ts";
import { hashCorpus } from "../index/manifest.ts";
import { openCurrent } from "../index/open-generation.ts";
import { purgeDocuments } from "../index/purge-documents.ts";
import { readCollection, understand, understandingVersion } from "./collection.ts";
import { documentIdOf } from "./file-names.ts";
import { tryAgain } from "./try-again.ts";
import type { BuildReport, BuildWish, PublishProgress } from "./types.ts";

export interface BuildCollectionOptions {
  readonly embedder: Embedder;
  readonly onProgress: (progress: PublishProgress) => void;
  readonly now: () => Date;
}

/** Reasons that say nothing of the document itself, and may be gone the next time. */
const PASSING: ReadonlySet<UnreadableCode> = new Set(["io", "limits", "needs-program"]);

/**
 * A document that is answered from, or was just given, never leaves the collection because its file could not be read today.
 *
 * @throws AppError "unreadable-document" that names the file.
 */
function assertNothingVanishes({ unreadable, needed }: { unreadable: readonly UnreadableFile[]; needed: readonly string[] }): void {
  const ids = new Set(needed);
  const lost = unreadable.find(({ fileName, code }) => PASSING.has(code) && ids.has(documentIdOf(fileName)));
  if (lost === undefined) return;
  throw new AppError("unreadable-document", {
    message: `${lost.code}: ${lost.fileName}`,
    publicText: {
      vi: `${lost.message} Chỉ mục cũ vẫn được dùng để không mất văn bản này.`,
      en: `${lost.messageEn} The old index goes on serving, so that this document is not lost.`,
    },
  });
}

/** @throws AppError "unreadable-document" as above, "bad-config" for the folder of documents, "overloaded" when another build goes on, what the embedder throws; errors of the disk. */
export async function buildCollection(wish: BuildWish, { embedder, onProgress, now }: BuildCollectionOptions): Promise<BuildReport> {
  const { indexFolder, keep, lockWaitMs, removed } = wish;
  const { documents, unreadable } = await readCollection({
    ...wish,
    onFile: ({ done, total }) => onProgress({ step: "reading", done, total }),
  });
  const held = documents.map(({ id, fileName, sourceHash }) => ({ documentId: id, fileName, sourceHash }));
  const { current } = await openCurrent(indexFolder);
  assertNothingVanishes({ unreadable, needed: [...wish.needed, ...(current?.generation.plans ?? []).map(({ id }) => id)] });
  // A collection that lost its last document needs a generation of none: the one before would go on answering.
  if (documents.length === 0 && (await readCurrentId(indexFolder)) === null)
    return { generation: null, documents: 0, passages: 0, embedded: 0, held, unreadable, purged: removed };
  const { generation, embedded } = await buildGeneration({
    plans: understand(documents),
    embedder,
    folder: indexFolder,
    corpusHash: hashCorpus(documents),
    parserVersion: understandingVersion,
    previous: current,
    now,
    keep,
    lockWaitMs,
    onStep: (step) => onProgress({ step, done: 0, total: 0 }),
    onProgress: ({ done, total }) => onProgress({ step: "indexing", done, total }),
  });
  // The new index is live: a failure here does not take that back, and the caller sees what was not purged.
  const purged = await tryAgain(() => purgeDocuments({ folder: indexFolder, documentIds: removed, lockWaitMs })).catch(() => []);
  return {
    generation: generation.id,
    documents: generation.plans.length,
    passages: generation.passages.length,
    embedded,
    held,
    unreadable,
    purged,
  };
}
