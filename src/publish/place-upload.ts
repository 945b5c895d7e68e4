/** An upload takes its place among the originals, and gives it back should its publish fail. */
import type { Job } from "../store/types/jobs.ts";
import { noteBefore, type UploadOrder } from "./incoming.ts";
import { describeFiles, placeOriginal, removeOriginal, restoreFiles } from "./originals-folder.ts";
import type { PublishContext } from "./publish-context.ts";
import { tombstones } from "./tombstones.ts";

export interface PlacedUpload {
  place(): Promise<void>;
  /** Everything as it was before, the catalogue too; also after a `place` that got half way. */
  undo(): Promise<void>;
}

export interface UploadToPlace {
  readonly job: Job;
  readonly order: UploadOrder;
  /** Null when it was moved already, before a crash. */
  readonly contentPath: string | null;
}

/** Notes how things stand; nothing is changed before `place`. */
export async function preparePlace({ job, order, contentPath }: UploadToPlace, context: PublishContext): Promise<PlacedUpload> {
  const { store, folders, onPlacementChanged } = context;
  const { corpusFolder } = folders;
  const { documentId, fileName } = order;
  const stones = tombstones(store);
  // A removal that could not be finished is finished first: its bytes are no earlier version of these.
  if (contentPath !== null && (await stones.list()).includes(documentId)) await removeOriginal(corpusFolder, documentId);
  const before = await noteBefore({ corpusFolder, jobId: job.id }, async () => {
    const entry = await store.catalogue.get(documentId);
    const files = [...(await describeFiles(corpusFolder, documentId))];
    if (entry === null) return { files, catalogue: null };
    const { updatedAt: _, ...catalogue } = entry;
    return { files, catalogue };
  });
  return {
    async place() {
      // Before the file is in its place: a document is at no moment more open than it is to be.
      await keepPlacement(order, context);
      await placeOriginal({ corpusFolder, fileName, from: contentPath });
      await stones.lift(documentId);
    },
    async undo() {
      await restoreFiles(corpusFolder, { documentId, files: before.files });
      if (before.catalogue === null) await store.catalogue.remove(documentId);
      else await store.catalogue.set(before.catalogue);
      await onPlacementChanged();
    },
  };
}

async function keepPlacement(
  { documentId, access, unit, title, by }: UploadOrder,
  { store, placementOf, onPlacementChanged }: PublishContext,
): Promise<void> {
  if (access === undefined && unit === undefined && title === undefined) return;
  const [known, now] = [await store.catalogue.get(documentId), await placementOf(documentId)];
  await store.catalogue.set({
    documentId,
    access: access ?? now.access,
    unit: unit === undefined ? now.unit : unit,
    fields: { ...known?.fields, ...(title === undefined ? {} : { title }) },
    updatedBy: by,
  });
  await onPlacementChanged();
}
