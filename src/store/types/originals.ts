/** Originals: the history of the bytes under the corpus folder. The bytes themselves are files. */

export interface Original {
  readonly id: string;
  readonly documentId: string;
  readonly fileName: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** An account's id, or "cli", or "folder". */
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly replacedAt: string | null;
  readonly removedAt: string | null;
}

export interface Originals {
  /** The new current bytes; those before are marked as replaced, in the same write. */
  put(original: Pick<Original, "documentId" | "fileName" | "sha256" | "bytes" | "uploadedBy">): Promise<Original>;
  current(documentId: string): Promise<Original | null>;
  /** Of all documents, by document id. */
  listCurrent(): Promise<readonly Original[]>;
  /** Current ones with the same bytes. */
  currentBySha256(sha256: string): Promise<readonly Original[]>;
  /** All versions, newest first. */
  history(documentId: string): Promise<readonly Original[]>;
  /** Marks the current one as removed; null when there is none. */
  remove(documentId: string): Promise<Original | null>;
  /** Erases the record of versions that are no longer current. @returns how many. */
  forgetPast(documentId: string): Promise<number>;
}
