/** What an action is done to, as far as rights depend on it. */
import type { DocumentAccess } from "../contract/access.ts";

/** Where a document stands: who may read it, and whose it is. */
export interface Placement {
  readonly access: DocumentAccess;
  /** The unit that keeps it; null for the whole body. */
  readonly unit: string | null;
}

export interface DocumentObject extends Placement {
  readonly kind: "document";
}

/** `document` is where its document stands or last stood; null for work on no one document, or on one that never was there. */
export interface JobObject {
  readonly kind: "job";
  /** The unit it was done for; it counts where its document never was there. */
  readonly unit: string | null;
  readonly document: DocumentObject | null;
  /** False for work on the whole collection (an index run): every editor may see it. */
  readonly aboutDocument: boolean;
}

export interface KeyObject {
  readonly kind: "key";
  readonly accountId: string;
}

/** An answer that was given: whose it is, and the documents it cites as they stand today (null: gone or unknown). */
export interface AnswerObject {
  readonly kind: "answer";
  readonly accountId: string | null;
  readonly documents: readonly (DocumentObject | null)[];
}

export type AccessObject = DocumentObject | JobObject | KeyObject | AnswerObject;
