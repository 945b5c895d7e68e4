/** Answers that were given, with the words they cited, so that an old answer can be checked against today's text. */

export interface CitedSection {
  readonly documentId: string;
  readonly sectionId: string;
  readonly label: string;
  /** SHA-256 of the canonical section text. */
  readonly hash: string;
  /** Null once the document was removed. Stored once for all answers that cite the same text. */
  readonly text: string | null;
  /** Null once the document was removed. */
  readonly quote: string | null;
}

export interface AnswerRecord {
  readonly id: string;
  readonly at: string;
  readonly generation: string;
  readonly accountId: string | null;
  readonly lang: "vi" | "en";
  readonly status: "answered" | "partial" | "clarify" | "refused";
  readonly confidence: number;
  /** Masked; null when questions are not kept. */
  readonly question: string | null;
  /** Ids of the documents that were cited, without repeats, in order of first use. */
  readonly documents: readonly string[];
  readonly citations: readonly CitedSection[];
}

/** `documents` follows from the citations. */
export type NewAnswerRecord = Omit<AnswerRecord, "documents">;

export interface Answers {
  /** All in one write; one that is there already is left as it is. */
  add(records: readonly NewAnswerRecord[]): Promise<void>;
  byId(id: string): Promise<AnswerRecord | null>;
  /** Newest first. */
  ofAccount(accountId: string): Promise<readonly AnswerRecord[]>;
  count(): Promise<number>;
  /** Erases what an account asked. @returns how many answers. */
  removeOfAccount(accountId: string): Promise<number>;
}
