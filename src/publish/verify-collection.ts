/** Whether everything that is kept is what it was when it was written: generations, originals, the store and its audit trail. */
import { join } from "node:path";
import type { PublicText } from "../base/app-error.ts";
import { isMissingFile, sha256OfFile } from "../base/files.ts";
import { listGenerations, readCurrentId } from "../index/generation-folder.ts";
import { openGeneration } from "../index/open-generation.ts";
import { findVectorFaults } from "../index/verify-vectors.ts";
import { openVectorSearch } from "../index/vector-search.ts";
import type { Generation } from "../index/types.ts";
import type { Store } from "../store/types/store.ts";
import type { PublishFolders } from "./types.ts";

export interface VerifyReport {
  readonly generations: number;
  readonly passages: number;
  /** Originals whose bytes were compared with what was recorded. */
  readonly originals: number;
  readonly auditEntries: number;
  /** Empty when everything is whole. */
  readonly faults: readonly PublicText[];
}

/**
 * Reads everything once.
 *
 * @param store null where there is none yet: only the generations are looked at.
 */
export async function verifyCollection(folders: PublishFolders, store: Store | null): Promise<VerifyReport> {
  const faults: PublicText[] = [];
  const ids = await listGenerations(folders.indexFolder);
  let passages = 0;
  for (const id of ids) {
    try {
      const { generation } = await openGeneration(folders.indexFolder, id);
      passages += generation.passages.length;
      const found = [...findVectorFaults(generation.vectors, generation.passages.length), ...(await selfQueryFaults(generation))];
      faults.push(...found.slice(0, 5).map((fault) => ({ vi: `Chỉ mục ${id}: ${fault}`, en: `Index ${id}: ${fault}` })));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      faults.push({ vi: `Chỉ mục ${id} bị hỏng: ${detail}`, en: `Index ${id} is damaged: ${detail}` });
    }
  }
  const live = await readCurrentId(folders.indexFolder);
  if (ids.length > 0 && (live === null || !ids.includes(live)))
    faults.push({ vi: "CURRENT không trỏ tới chỉ mục nào đang có", en: "CURRENT names no index that is there" });
  if (store === null) return { generations: ids.length, passages, originals: 0, auditEntries: 0, faults };
  const originals = await verifyOriginals({ store, corpusFolder: folders.corpusFolder, faults });
  faults.push(...(await store.faults()).map((fault) => ({ vi: `Dữ liệu ứng dụng: ${fault}`, en: `Application data: ${fault}` })));
  const audit = await store.audit.verify();
  if (!audit.whole) faults.push(audit.publicText);
  return { generations: ids.length, passages, originals, auditEntries: audit.whole ? audit.entries : audit.seq - 1, faults };
}

/** Through the very search that answers questions: each stored vector must bring its own passage, or one of the same vector, first. */
async function selfQueryFaults({ vectors, passages }: Generation): Promise<readonly string[]> {
  const { pooled, dimensions } = vectors;
  const search = await openVectorSearch({ values: pooled, dimensions });
  return passages.flatMap(({ ordinal }) => {
    const query = pooled.slice(ordinal * dimensions, (ordinal + 1) * dimensions);
    const [best] = search.search(query, 1);
    return best !== undefined && best.score > 0.999 ? [] : [`passage ${ordinal} is not found by its own vector`];
  });
}

async function verifyOriginals({
  store,
  corpusFolder,
  faults,
}: {
  store: Store;
  corpusFolder: string;
  faults: PublicText[];
}): Promise<number> {
  let compared = 0;
  for (const { fileName, sha256 } of await store.originals.listCurrent()) {
    try {
      compared += 1;
      if ((await sha256OfFile(join(corpusFolder, fileName))) === sha256) continue;
      faults.push({
        vi: `Văn bản gốc “${fileName}” khác với bản đã ghi nhận (bị sửa hoặc hỏng)`,
        en: `The original “${fileName}” differs from what was recorded (edited or damaged)`,
      });
    } catch (error) {
      if (!isMissingFile(error)) throw error;
      faults.push({ vi: `Văn bản gốc “${fileName}” không còn trong thư mục`, en: `The original “${fileName}” is no longer in its folder` });
    }
  }
  return compared;
}
