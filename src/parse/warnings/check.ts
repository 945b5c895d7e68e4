/** What a check of a document is, and the few helpers that all of them use. */
import type { Warning } from "../../contract/documents.ts";
import type { SourceDocument } from "../../corpus/types.ts";
import type { CanonicalText } from "../canonical-text.ts";
import type { DocumentMetadata } from "../metadata/read-metadata.ts";
import type { Section } from "../types.ts";

export interface CheckInput {
  readonly document: SourceDocument;
  readonly canonical: CanonicalText;
  readonly sections: readonly Section[];
  readonly metadata: DocumentMetadata;
}

/** Finds one kind of doubt; empty where there is none. */
export type Check = (input: CheckInput) => Warning[];

export interface WarningPlace {
  /** Null where it stands in no section. */
  readonly sectionId: string | null;
  /** Words of the canonical text, null where no words show it. */
  readonly quote: string | null;
}

/** A warning in both languages. */
export const warning = (code: string, words: { readonly vi: string; readonly en: string }, place: WarningPlace): Warning => ({
  code,
  message: words.vi,
  messageEn: words.en,
  ...place,
});

/** The smallest section that holds an offset of the canonical text; a break between sections belongs to the one before. */
export function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  return sections.findLast((section) => section.start <= at && at < section.ownEnd) ?? sections.findLast((section) => section.start <= at);
}

/** Length of the words that show which item is meant. */
const OPENING = 80;

/** The first words of a text, never half a word. */
export function openingOf(text: string): string {
  const line = text.split("\n")[0] ?? "";
  const space = line.lastIndexOf(" ", OPENING);
  return line.length <= OPENING || space <= 0 ? line : line.slice(0, space);
}
