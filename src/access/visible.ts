/** The documents that somebody may see: the only form in which rights reach search, answers and lists. */
import { createHash } from "node:crypto";

/**
 * "everything" is all that is held; else the ids, and a key that is the same for the same ids, so that two people with the
 * same rights share one view.
 */
export type Visible = "everything" | { readonly key: string; readonly ids: ReadonlySet<string> };

/** @param held ids of all documents that there are. */
export function visibleAmong(held: Iterable<string>, maySee: (documentId: string) => boolean): Visible {
  const all = [...held];
  const seen = all.filter(maySee).toSorted();
  if (seen.length === all.length) return "everything";
  const key = createHash("sha256").update(JSON.stringify(seen)).digest("base64url");
  return { key, ids: new Set(seen) };
}

export function sees(visible: Visible, documentId: string): boolean {
  return visible === "everything" || visible.ids.has(documentId);
}
