/** Decides whether the words that an address names may be marked: only when the section still reads as it was cited. */
import type { DocumentDetail, SectionNode } from "../../src/contract/documents.ts";
import type { PassageLink } from "./passage-link.ts";

/** What the page may do with the address it was opened by. */
export type Passage =
  | { readonly kind: "none" }
  | { readonly kind: "section"; readonly section: SectionNode }
  | { readonly kind: "marked"; readonly section: SectionNode; readonly start: number; readonly end: number }
  /** The section's text is another now. */
  | { readonly kind: "changed"; readonly section: SectionNode }
  /** The browser could not compute the hash, and the server was not reached for it. */
  | { readonly kind: "unverified"; readonly section: SectionNode }
  /** The document has no such section any more. */
  | { readonly kind: "gone"; readonly sectionId: string };

/** SHA-256 of the text's UTF-8 bytes, hexadecimal; null where the browser has no Web Crypto (a page over plain HTTP). */
export async function textHash(text: string): Promise<string | null> {
  // Undefined outside secure contexts, whatever the type library says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface PassageCheck {
  readonly document: DocumentDetail;
  readonly link: PassageLink | null;
  /** Asks the server for a section's hash; used only where the browser cannot compute it. */
  readonly fetchHash: (sectionId: string) => Promise<string>;
}

async function currentHash(text: string, fetchHash: () => Promise<string>): Promise<string | null> {
  const own = await textHash(text);
  if (own !== null) return own;
  return fetchHash().catch(() => null);
}

export async function checkPassage({ document, link, fetchHash }: PassageCheck): Promise<Passage> {
  if (link === null) return { kind: "none" };
  const section = document.sections.find((candidate) => candidate.id === link.sectionId);
  if (section === undefined) return { kind: "gone", sectionId: link.sectionId };
  if (link.quote === null) return { kind: "section", section };
  const { start, end, hash } = link.quote;
  const isInside = section.start <= start && start < end && end <= section.end;
  if (!isInside) return { kind: "changed", section };
  const current = await currentHash(document.text.slice(section.start, section.end), () => fetchHash(section.id));
  if (current === null) return { kind: "unverified", section };
  return current.startsWith(hash) ? { kind: "marked", section, start, end } : { kind: "changed", section };
}
