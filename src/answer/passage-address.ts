/** Where the page shows a passage: the document, its section, the marked words, and a hash that tells whether they still stand. */

/** Digits of the section's SHA-256 that the address carries. */
const HASH_DIGITS = 16;

export interface PassageAddress {
  readonly documentId: string;
  readonly sectionId: string;
  /** UTF-16 offsets in the document's canonical text. */
  readonly start: number;
  readonly end: number;
  /** SHA-256 of the section's canonical text, hexadecimal. */
  readonly hash: string;
}

/** "/documents/<id>#s=<section>&q=<start>-<end>&h=<hash>" */
export function passageAddress({ documentId, sectionId, start, end, hash }: PassageAddress): string {
  const fragment = `s=${encodeURIComponent(sectionId)}&q=${String(start)}-${String(end)}&h=${hash.slice(0, HASH_DIGITS)}`;
  return `/documents/${encodeURIComponent(documentId)}#${fragment}`;
}
