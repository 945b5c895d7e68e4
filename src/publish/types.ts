/**
 * What publishing works on and hands over.
 *
 * Input: files that editors give, and the folder of originals. Output: originals under the corpus folder, jobs in the
 * store, generations under the index folder. Invariants: an upload is acknowledged when its bytes and its job are on the
 * disk; one job at a time; a job that a crash cut off is taken up again; what serves changes by one rename.
 */
import type { CatalogueEntry, UnreadableFile } from "../corpus/types.ts";
import type { BuildStep } from "../index/build-generation.ts";

export interface PublishFolders {
  /** Absolute; must exist. */
  readonly corpusFolder: string;
  /** Absolute; made by the first build. */
  readonly indexFolder: string;
}

/** What a build is told. Plain data: it is sent to another process. */
export interface BuildWish extends PublishFolders {
  /** What editors said of documents, by id; wins over the catalogue file. */
  readonly catalogue: Readonly<Record<string, CatalogueEntry>>;
  /** Ids of documents that are left out though their file may still be there: they were removed. */
  readonly removed: readonly string[];
  /** Ids without which there is no publish: that of an upload. */
  readonly needed: readonly string[];
  /** Generations to keep, at least 2. */
  readonly keep: number;
  /** How long to wait for another build, in milliseconds. */
  readonly lockWaitMs: number;
}

export type PublishStep = "waiting" | "reading" | BuildStep;

export interface PublishProgress {
  readonly step: PublishStep;
  readonly done: number;
  /** 0 where the step has no parts to count. */
  readonly total: number;
}

/** A document as the build found it under the corpus folder. */
export interface HeldDocument {
  readonly documentId: string;
  readonly fileName: string;
  /** SHA-256 of the file's bytes. */
  readonly sourceHash: string;
}

export interface BuildReport {
  /** Null for an empty collection that never had a generation: nothing was built. */
  readonly generation: string | null;
  readonly documents: number;
  readonly passages: number;
  /** Passages whose vectors were computed anew; the others were the same as before. */
  readonly embedded: number;
  readonly held: readonly HeldDocument[];
  readonly unreadable: readonly UnreadableFile[];
  /** Removed documents whose text is in no generation any more. */
  readonly purged: readonly string[];
}
