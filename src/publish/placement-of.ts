/** Where a document stands, also one that is only about to be there: the store's word, else the catalogue file's, else the standard. */
import type { Placement } from "../access/objects.ts";
import { readPlacements } from "../corpus/read-catalogue.ts";
import type { Store } from "../store/types/store.ts";

export interface PlacementOptions {
  readonly store: Pick<Store, "catalogue">;
  readonly corpusFolder: string;
  readonly standard: Placement;
}

export function createPlacementOf({ store, corpusFolder, standard }: PlacementOptions): (documentId: string) => Promise<Placement> {
  return async (documentId) => {
    const row = await store.catalogue.get(documentId);
    if (row !== null) return { access: row.access, unit: row.unit };
    return { ...standard, ...(await readPlacements(corpusFolder)).get(documentId) };
  };
}
