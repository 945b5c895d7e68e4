/** Takes removed documents out of the index folder: older generations that hold their text go as a whole. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { takeBuildLock } from "./build-lock.ts";
import { listGenerations, readCurrentId, removeGeneration, removeLeftovers } from "./generation-folder.ts";
import { plansFileName } from "./open-generation.ts";

const HeldSchema = z.array(z.looseObject({ id: z.string() }));

/** Null where it cannot be told. */
async function documentsIn(folder: string, id: string): Promise<ReadonlySet<string> | null> {
  try {
    return new Set(HeldSchema.parse(JSON.parse(await readFile(join(folder, id, plansFileName), "utf8"))).map((plan) => plan.id));
  } catch {
    // Damaged or not to be read: whether it holds a removed document cannot be known.
    return null;
  }
}

/**
 * Fewer generations may be left than are kept otherwise: what is removed is removed.
 *
 * @returns the documents that no generation holds any more; one that the live generation still holds is not among them.
 */
export async function purgeDocuments({
  folder,
  documentIds,
  lockWaitMs = 0,
}: {
  folder: string;
  documentIds: readonly string[];
  lockWaitMs?: number;
}): Promise<readonly string[]> {
  if (documentIds.length === 0) return [];
  const lock = await takeBuildLock(folder, { waitMs: lockWaitMs });
  try {
    // What an earlier try left half removed.
    await removeLeftovers(folder);
    const current = await readCurrentId(folder);
    let still: readonly string[] = [];
    for (const id of await listGenerations(folder)) {
      const held = await documentsIn(folder, id);
      if (id === current) still = documentIds.filter((documentId) => held?.has(documentId) ?? true);
      else if (held === null || documentIds.some((documentId) => held.has(documentId))) await removeGeneration(folder, id);
    }
    return documentIds.filter((documentId) => !still.includes(documentId));
  } finally {
    await lock.release();
  }
}
