/** What a reader of one kind of file is. It runs in the reading process, under that process's limits. */
import type { SourceLine, SourceNote, UnreadableCode } from "../types.ts";

export interface ReaderInput {
  readonly bytes: Uint8Array;
  /** An empty folder of this file's own, removed afterwards; the only place a reader may write to. */
  readonly workFolder: string;
}

/** A line as a reader finds it; offsets are given to all lines together (`readFile` in `read-file.ts`). */
export type ReadLine = Omit<SourceLine, "offset">;

export type ReadOutcome =
  | { readonly ok: true; readonly lines: readonly ReadLine[]; readonly notes: readonly SourceNote[] }
  | {
      readonly ok: false;
      readonly code: UnreadableCode;
      /** What the sentence for the editor must name, such as the missing program. */ readonly detail?: string;
    };

export interface Reader {
  /** Never throws for bad bytes that it foresees; whatever it does throw is reported as "damaged". */
  readonly read: (input: ReaderInput) => Promise<ReadOutcome>;
}
