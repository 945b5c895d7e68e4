/**
 * What stage 2 hands over: one document as understood.
 *
 * Invariants: `text` is NFC; `sections` are depth-first in the plan's order; every character of `text` but line
 * breaks belongs to exactly one section's own range [start, ownEnd); a parent's range [start, end) holds its children's.
 */
import type { AssignmentRole } from "../contract/assignments.ts";
import type { Warning } from "../contract/documents.ts";
import type { DocumentStatus } from "../contract/answer.ts";

/**
 * head: letterhead to the legal bases · letter: a covering letter (công văn) · part: A., Phần, Chương · roman: Mục I. ·
 * article: Điều · number: khoản 1. · alpha: điểm a) · dash: gạch đầu dòng · plus: dấu cộng · paragraph: unnumbered closing
 * paragraph of a Mục · annex: Phụ lục · row: a table row · tail: signature and recipients
 */
export type SectionKind =
  | "head"
  | "letter"
  | "part"
  | "roman"
  | "article"
  | "number"
  | "alpha"
  | "dash"
  | "plus"
  | "paragraph"
  | "annex"
  | "row"
  | "tail";

export interface Section {
  /** Stable when the same text is read again: "III.10", "II.4.g", "II.2-6", "dau-van-ban". */
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: SectionKind;
  /** The mark as printed ("10.", "a)", "-"), empty where there is none. */
  readonly marker: string;
  /** For people, smallest part first: "khoản 10 Mục III". */
  readonly label: string;
  /** The heading's words without the mark; empty where the section has only text. */
  readonly heading: string;
  /** Headings from the top, this section's own last (first words where it has no heading). */
  readonly path: readonly string[];
  readonly level: number;
  /** UTF-16 offsets in `Plan.text`: the whole section, its children included. */
  readonly start: number;
  readonly end: number;
  /** Where the section's own text ends and its first child begins; equal to `end` for a leaf. */
  readonly ownEnd: number;
}

/** A place of the text that proves a statement. */
export interface Evidence {
  readonly sectionId: string;
  readonly start: number;
  readonly end: number;
}

export interface Stated<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

export interface PlanPlace {
  /** "Bình Thuận" */
  readonly name: string;
  readonly level: "province" | "district" | "commune" | "central";
  /** The province of a district or commune, where the text names it. */
  readonly province: string | null;
}

export interface Assignment {
  readonly documentId: string;
  /** The agency as the plan prints it. */
  readonly agency: string;
  /** Name in `src/language/data/agencies.json`, null for an agency it does not know. */
  readonly canonicalAgency: string | null;
  readonly role: AssignmentRole;
  /** Verbatim. */
  readonly task: string;
  /** Agencies named as partners, as printed. */
  readonly partners: readonly string[];
  /** As printed: "Năm 2022-2030", "trước ngày 01 tháng 12". */
  readonly time: string | null;
  /** As printed, with the unit of its column: "3.600 triệu đồng". */
  readonly budget: string | null;
  readonly product: string | null;
  /** The smallest section that holds the task. */
  readonly evidence: Evidence;
  /** The words that name the agency (its heading, or "Cơ quan chủ trì: …"). */
  readonly agencyEvidence: Evidence;
}

/** Another document in the same file: the covering letter, the decision under which a plan is issued. */
export interface Attachment {
  readonly kind: string;
  /** Its first section. */
  readonly sectionId: string;
  readonly subject: string;
  readonly legalBases: readonly Stated<string>[];
  readonly number: Stated<string> | null;
  readonly issuedOn: Stated<string> | null;
  readonly issuedOnPrinted: Stated<string> | null;
  readonly signer: { readonly name: string; readonly title: string; readonly evidence: Evidence } | null;
}

/** What the text says of another document. */
export interface PlanRelation {
  readonly kind: "supersedes" | "amends" | "issued-under" | "implements";
  /** As printed: "Kế hoạch số 83/KH-UBND". */
  readonly document: string;
  readonly number: string;
  readonly evidence: Evidence;
}

export interface Plan {
  readonly id: string;
  readonly sourceHash: string;
  /** Canonical text: NFC, unwrapped, one paragraph a line. */
  readonly text: string;
  /** Runs that map canonical offsets to source offsets: from `canonical` on, source = offset + (source - canonical). Sorted. */
  readonly offsets: readonly { readonly canonical: number; readonly source: number; readonly page: number | null }[];
  /** "Kế hoạch thực hiện Chiến lược quốc gia … trên địa bàn tỉnh Bình Thuận" */
  readonly title: string;
  /** "Kế hoạch", "Quyết định", … */
  readonly kind: string;
  readonly subject: string;
  readonly number: Stated<string> | null;
  /** ISO date. */
  readonly issuedOn: Stated<string> | null;
  /** As printed where only part of the date stands: "tháng 9 năm 2021". */
  readonly issuedOnPrinted: Stated<string> | null;
  /** Where the number would stand when it is left blank. */
  readonly numberLine: Evidence | null;
  readonly issuer: string | null;
  readonly place: PlanPlace | null;
  /** Abbreviations of the place, from the catalogue or made from its initials. */
  readonly placeAliases: readonly string[];
  readonly status: DocumentStatus;
  readonly signer: { readonly name: string; readonly title: string; readonly evidence: Evidence } | null;
  readonly legalBases: readonly Stated<string>[];
  readonly recipients: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly relations: readonly PlanRelation[];
  readonly sections: readonly Section[];
  readonly assignments: readonly Assignment[];
  readonly warnings: readonly Warning[];
  readonly supersedes: readonly string[];
}
