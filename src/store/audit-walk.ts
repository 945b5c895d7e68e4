/** Walks along the audit trail from its first entry and says where it is broken. Pure: the rows are handed in one by one. */
import { z } from "zod";
import type { PublicText } from "../base/app-error.ts";
import { beforeFirst, entryHash } from "./audit-chain.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { AuditCheck, AuditEntry, AuditHead, AuditValue } from "./types/audit.ts";

/** As it stands in the table, where the details are text. */
export type AuditRow = Omit<AuditEntry, "details"> & { readonly details: string };

type Fault = Exclude<AuditCheck, { whole: true }>;

const detailsShape = z.record(z.string(), z.json());

/** Null when the text is no JSON object. */
export function readDetails(text: string): Readonly<Record<string, AuditValue>> | null {
  try {
    return detailsShape.parse(JSON.parse(text));
  } catch {
    // Broken text is a finding here, not an error.
    return null;
  }
}

const words: Readonly<Record<Fault["fault"], (seq: number) => PublicText>> = {
  changed: (seq) => ({
    vi: `Nhật ký kiểm toán: bản ghi số ${seq} đã bị sửa.`,
    en: `Audit trail: entry ${seq} was changed.`,
  }),
  missing: (seq) => ({
    vi: `Nhật ký kiểm toán: thiếu bản ghi số ${seq}.`,
    en: `Audit trail: entry ${seq} is missing.`,
  }),
  unlinked: (seq) => ({
    vi: `Nhật ký kiểm toán: bản ghi số ${seq} không nối tiếp bản ghi trước nó.`,
    en: `Audit trail: entry ${seq} does not follow from the one before it.`,
  }),
  "cut-off": (seq) => ({
    vi: `Nhật ký kiểm toán bị cắt: các bản ghi từ số ${seq} không còn.`,
    en: `Audit trail: it was cut off; the entries from ${seq} on are gone.`,
  }),
};

function broken(fault: Fault["fault"], seq: number): Fault {
  return { whole: false, seq, fault, publicText: words[fault](seq) };
}

export interface AuditWalk {
  /** The next row in the order of `seq`; null while all is well. */
  next(row: AuditRow): Fault | null;
  end(): AuditCheck;
}

/**
 * @param head what the store notes as the end; null when that note is gone.
 * @param noted an end of the trail that was noted elsewhere: the entry of that number must have that hash.
 */
export function createAuditWalk({ head, noted }: { head: AuditHead | null; noted: AuditHead | undefined }): AuditWalk {
  let last: AuditHead = { seq: 0, hash: beforeFirst };

  return {
    next(row) {
      const expected = last.seq + 1;
      if (row.seq < expected) return broken("unlinked", row.seq);
      if (row.seq > expected) return broken("missing", expected);
      const details = readDetails(row.details);
      // Spelled otherwise counts as changed: JSON may repeat a key, and only one of the two would be hashed.
      if (details === null || canonicalJson(details) !== row.details) return broken("changed", row.seq);
      if (entryHash({ ...row, details }) !== row.hash) return broken("changed", row.seq);
      if (row.previousHash !== last.hash) return broken("unlinked", row.seq);
      if (noted !== undefined && noted.seq === row.seq && noted.hash !== row.hash) return broken("changed", row.seq);
      last = { seq: row.seq, hash: row.hash };
      return null;
    },
    end() {
      if (noted !== undefined && noted.seq > last.seq) return broken("cut-off", last.seq + 1);
      if (head === null || head.seq > last.seq) return broken("cut-off", last.seq + 1);
      if (head.seq < last.seq) return broken("unlinked", head.seq + 1);
      if (head.hash !== last.hash) return broken("changed", last.seq);
      return { whole: true, entries: last.seq, head: last };
    },
  };
}
