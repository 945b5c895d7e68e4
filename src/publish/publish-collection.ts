/** Builds and publishes the collection as the folder of originals and the store say it is, and brings the store's record in line. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError, type PublicText } from "../base/app-error.ts";
import { isMissingFile } from "../base/files.ts";
import type { CatalogueEntry } from "../corpus/types.ts";
import { readCatalogueFields } from "../corpus/read-catalogue.ts";
import { tryLock } from "../index/build-lock.ts";
import { removeLeftovers } from "../index/generation-folder.ts";
import { purgeDocuments } from "../index/purge-documents.ts";
import type { Job, JobEnd } from "../store/types/jobs.ts";
import type { Original } from "../store/types/originals.ts";
import type { RunningJob } from "./job-runner.ts";
import { removeOriginal } from "./originals-folder.ts";
import type { PublishContext } from "./publish-context.ts";
import { tombstones } from "./tombstones.ts";
import { tryAgain } from "./try-again.ts";
import type { BuildReport } from "./types.ts";

const LOCK_WAIT_MS = 20_000;

/** What editors said, by document id, in the words of the catalogue file. */
export async function catalogueOverlay({ store }: Pick<PublishContext, "store">): Promise<Readonly<Record<string, CatalogueEntry>>> {
  const entries = await store.catalogue.list();
  return Object.fromEntries(entries.map(({ documentId, fields }) => [documentId, readCatalogueFields(fields)]));
}

function neededBy({ kind, documentId }: Job): readonly string[] {
  return documentId !== null && (kind === "upload" || kind === "replace") ? [documentId] : [];
}

/** @throws what the build throws; the collection that served goes on serving then. */
export async function publishCollection(
  { job, report, signal }: RunningJob,
  context: PublishContext,
): Promise<Extract<JobEnd, { state: "done" }>> {
  const { folders, store, keep, build, onBuildStarts, onPublished } = context;
  const removed = await tombstones(store).list();
  for (const documentId of removed) await removeOriginal(folders.corpusFolder, documentId);
  const wish = { ...folders, catalogue: await catalogueOverlay(context), removed, needed: neededBy(job), keep, lockWaitMs: LOCK_WAIT_MS };
  await onBuildStarts();
  const built = await build({ wish, onProgress: report, signal }).catch(async (error: unknown) => {
    await clearAfterFailure(context);
    throw error;
  });
  try {
    await tryAgain(() => alignRecord(built, { context, job }));
    await tryAgain(() => onPublished(built));
    await tryAgain(() => tombstones(store).lift(...built.purged));
  } catch (cause) {
    throw new PublishedError(cause);
  }
  if (job.kind === "remove" && removed.some((documentId) => !built.purged.includes(documentId))) throw notErased();
  return { state: "done", generation: built.generation };
}

/** A build's process that was killed could not put away what it had begun. Best effort: the next build does the same first. */
async function clearAfterFailure({ folders, log }: Pick<PublishContext, "folders" | "log">): Promise<void> {
  try {
    const lock = await tryLock(join(folders.indexFolder, ".lock"));
    if (lock === null) return;
    try {
      await removeLeftovers(folders.indexFolder);
    } finally {
      await lock.release();
    }
  } catch (error) {
    log.error("what a failed build left could not be removed", error);
  }
}

function notErased(): PublishedError {
  return new PublishedError(new Error("older generations could not be removed"), {
    vi: "Văn bản đã được gỡ và không ai còn thấy, nhưng chỉ mục cũ chưa xóa hết khỏi ổ đĩa; lần lập chỉ mục sau sẽ xóa tiếp.",
    en: "The document was removed and nobody sees it, but older indexes could not be erased from the disk; the next build goes on with it.",
  });
}

/** The index is on the disk and live; what follows it failed, and is made up for by the next publish or start. */
export class PublishedError extends AppError {
  constructor(cause: unknown, publicText: PublicText = notInUse) {
    super("build-failed", { message: "published, and something that follows failed", publicText, cause });
  }
}

const notInUse: PublicText = {
  vi: "Chỉ mục mới đã lập xong nhưng chưa đưa vào dùng được; máy chủ sẽ thử lại. Xin báo quản trị viên nếu vẫn chưa thấy thay đổi.",
  en: "The new index was built and could not be brought into use yet; the server will try again. Tell the administrator if nothing changes.",
};

type RecordContext = Pick<PublishContext, "folders" | "store" | "log" | "onPlacementChanged">;

/** Files that came or went without an upload are recorded like those that came with one. */
export async function alignRecord(
  { held, purged }: Pick<BuildReport, "held" | "purged">,
  { context, job }: { context: RecordContext; job?: Pick<Job, "documentId" | "createdBy"> },
): Promise<void> {
  const { folders, store, onPlacementChanged } = context;
  const recorded = new Map((await store.originals.listCurrent()).map((original) => [original.documentId, original]));
  const gone = new Set(purged);
  for (const { documentId, fileName, sourceHash } of held) {
    const known = recorded.get(documentId);
    recorded.delete(documentId);
    if (known?.sha256 === sourceHash && known.fileName === fileName) continue;
    const bytes = await sizeOf(join(folders.corpusFolder, fileName));
    const uploadedBy = job?.documentId === documentId ? job.createdBy : "folder";
    if (bytes !== null) await store.originals.put({ documentId, fileName, sha256: sourceHash, bytes, uploadedBy });
  }
  await forgetVanished(
    [...recorded.values()].filter(({ documentId }) => !gone.has(documentId)),
    { context, held: held.length },
  );
  await onPlacementChanged();
}

/**
 * Documents whose file somebody took away by hand: removed like any other. Where most of the folder is gone at once,
 * something else may be wrong (a disk that is not mounted): nobody sees them, and older generations keep their text.
 */
async function forgetVanished(candidates: readonly Original[], { context, held }: { context: RecordContext; held: number }): Promise<void> {
  const { folders, store, log } = context;
  const vanished: string[] = [];
  for (const { documentId, fileName } of candidates) {
    // One that is there and could not be read stays recorded.
    if ((await sizeOf(join(folders.corpusFolder, fileName))) === null) vanished.push(documentId);
  }
  for (const documentId of vanished) await store.originals.remove(documentId);
  if (vanished.length > 1 && vanished.length > held) {
    log.warn("most documents vanished from the folder", { vanished: vanished.length, held });
    return;
  }
  for (const documentId of vanished) await store.forgetDocument(documentId);
  await purgeDocuments({ folder: folders.indexFolder, documentIds: vanished, lockWaitMs: LOCK_WAIT_MS });
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}
