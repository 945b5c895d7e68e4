/** The generations that are kept, as a list for editors. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listGenerations, manifestFileName, readCurrentId, readPinnedId } from "../index/generation-folder.ts";
import { decodeManifest } from "../index/manifest.ts";
import type { PublishContext } from "./publish-context.ts";

export interface GenerationSummary {
  readonly id: string;
  /** Null where the manifest cannot be read. */
  readonly createdAt: string | null;
  readonly documents: number;
  readonly passages: number;
  readonly live: boolean;
  /** Put back by hand: it stays until the next publish. */
  readonly pinned: boolean;
  /** Whether this program can serve it, as far as its manifest tells. */
  readonly usable: boolean;
  /** Who asked for the job that published it; null where none did, or the record is gone. */
  readonly publishedBy: string | null;
}

/** Newest first. */
export async function describeGenerations({
  folders,
  store,
  canServe,
}: Pick<PublishContext, "folders" | "store" | "canServe">): Promise<readonly GenerationSummary[]> {
  const { indexFolder } = folders;
  const [ids, live, pinned] = await Promise.all([listGenerations(indexFolder), readCurrentId(indexFolder), readPinnedId(indexFolder)]);
  const jobs = await store.jobs.list({ states: ["done"], limit: 1000 });
  const publishers = new Map(jobs.filter(({ kind }) => kind !== "activate").map(({ generation, createdBy }) => [generation, createdBy]));
  return Promise.all(
    ids.map(async (id) => ({
      id,
      ...(await readSummary(join(indexFolder, id, manifestFileName), canServe)),
      live: id === live,
      pinned: id === pinned,
      publishedBy: publishers.get(id) ?? null,
    })),
  );
}

async function readSummary(
  path: string,
  canServe: PublishContext["canServe"],
): Promise<Pick<GenerationSummary, "createdAt" | "documents" | "passages" | "usable">> {
  try {
    const manifest = decodeManifest(await readFile(path, "utf8"));
    const { createdAt, counts } = manifest;
    return { createdAt, documents: counts.documents, passages: counts.passages, usable: canServe(manifest) };
  } catch {
    // Damaged: listed, so that somebody sees it, and of no use.
    return { createdAt: null, documents: 0, passages: 0, usable: false };
  }
}
