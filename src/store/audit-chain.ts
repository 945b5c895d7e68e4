/** What binds an entry of the audit trail to the one before. */
import { sha256 } from "../base/files.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { AuditEntry } from "./types/audit.ts";

/** Stands for the entry before the first. */
export const beforeFirst = "0".repeat(64);

/** SHA-256 of the canonical JSON of everything else in the entry. */
export function entryHash({ seq, at, actor, action, object, details, previousHash }: Omit<AuditEntry, "hash">): string {
  return sha256(canonicalJson({ seq, at, actor, action, object, details, previousHash }));
}
