/** The fragment of a document's address: `#s=<section>&q=<start>-<end>&h=<first digits of the section text's SHA-256>`. */

export interface PassageLink {
  readonly sectionId: string;
  /** The cited words; null when the address names a section only. Offsets in the document's canonical text. */
  readonly quote: { readonly start: number; readonly end: number; readonly hash: string } | null;
}

/** Fewer digits could fit by chance. */
const MIN_HASH_DIGITS = 16;

/** Null when the fragment names no section. A damaged quote part leaves the section. */
export function parsePassageLink(fragment: string): PassageLink | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const sectionId = fields.get("s");
  if (sectionId === null || sectionId === "") return null;
  const range = /^(\d{1,9})-(\d{1,9})$/.exec(fields.get("q") ?? "");
  const hash = (fields.get("h") ?? "").toLowerCase();
  if (range === null || hash.length < MIN_HASH_DIGITS || !/^[0-9a-f]+$/.test(hash)) return { sectionId, quote: null };
  return { sectionId, quote: { start: Number(range[1]), end: Number(range[2]), hash } };
}

/** Address of a section within its document's page; also the section's `id`, so that browsers jump there by themselves. */
export function sectionAnchor(sectionId: string): string {
  return `s=${encodeURIComponent(sectionId)}`;
}
