/** Documents whose removal is not finished: left out of every build until their bytes and older generations are gone. */
import { z } from "zod";
import type { Repositories } from "../store/types/store.ts";

const KEY = "publish.tombstones";
const IdsSchema = z.array(z.string());

export interface Tombstones {
  list(): Promise<readonly string[]>;
  add(documentId: string): Promise<void>;
  /** The document is there again, or nothing of it is left. */
  lift(...documentIds: readonly string[]): Promise<void>;
}

export function tombstones({ settings }: Pick<Repositories, "settings">): Tombstones {
  const list = async (): Promise<readonly string[]> => IdsSchema.parse(JSON.parse((await settings.get(KEY)) ?? "[]"));
  const keep = async (ids: readonly string[]): Promise<void> => settings.set(KEY, JSON.stringify([...new Set(ids)].toSorted()));
  return {
    list,
    async add(documentId) {
      await keep([...(await list()), documentId]);
    },
    async lift(...documentIds) {
      const before = await list();
      const after = before.filter((id) => !documentIds.includes(id));
      if (after.length < before.length) await keep(after);
    },
  };
}
