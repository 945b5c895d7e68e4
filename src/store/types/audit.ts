/** The audit trail: who did what, each entry bound to the one before by its hash. Entries are only ever added. */
import type { PublicText } from "../../base/app-error.ts";

export type AuditValue = string | number | boolean | null | readonly AuditValue[] | { readonly [key: string]: AuditValue };

export interface AuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly at: string;
  /** An account's id, or "cli", "folder", "setup", "visitor"; never a name, since entries cannot be erased. */
  readonly actor: string;
  /** Like "document.upload" or "session.refused". */
  readonly action: string;
  /** The id of what it was done to, "" where there is none. */
  readonly object: string;
  /** No question, no document's words, no secret. */
  readonly details: Readonly<Record<string, AuditValue>>;
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of the trail; noted elsewhere, it shows later that nothing before it was rewritten. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export type AuditCheck =
  | { readonly whole: true; readonly entries: number; readonly head: AuditHead }
  | {
      readonly whole: false;
      /** Where the first fault is. */
      readonly seq: number;
      readonly fault: "changed" | "missing" | "unlinked" | "cut-off";
      readonly publicText: PublicText;
    };

export interface AuditFilter {
  /** Only entries before this one; for paging back. */
  readonly before?: number;
  readonly actor?: string;
  readonly object?: string;
  /** Default 100. */
  readonly limit?: number;
}

export interface AuditTrail {
  append(entry: { actor: string; action: string; object?: string; details?: AuditEntry["details"] }): Promise<AuditEntry>;
  /** Newest first. */
  list(filter?: AuditFilter): Promise<readonly AuditEntry[]>;
  head(): Promise<AuditHead>;
  /** Reads the whole trail. @param noted an end of the trail that was noted elsewhere, to be found in it. */
  verify(noted?: AuditHead): Promise<AuditCheck>;
}
