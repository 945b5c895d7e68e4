/**
 * What stage 2 hands over: one document as understood.
 *
 * Invariants: `text` is NFC; `sections` are depth-first in the plan's order; every character of `text` but line
 * breaks belongs to exactly one section's own range [start, ownEnd); a parent's range [start, end) holds its children's.
 */
import type { AssignmentKind, AssignmentRole, AssignmentStanding } from "../contract/assignments.ts";
import type { Warning } from "../contract/documents.ts";
import type { DocumentStatus } from "../contract/answer.ts";
import type { Schedule } from "../language/deadlines.ts";

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

/** A duty to report that a task's words hold. */
export interface ReportDuty {
  /** Whom the report goes to, as printed; empty where the words name no one. */
  readonly to: readonly string[];
  /** Through whom, as printed: "(qua Phòng Kinh tế và Hạ tầng)". */
  readonly via: readonly string[];
  /** As printed. */
  readonly time: string | null;
  readonly schedule: Schedule | null;
  /** The clause. */
  readonly evidence: Evidence;
}

export interface Assignment {
  readonly documentId: string;
  /** "report" where the task is to report; a task that also holds a duty to report stays "task", with the duty in `reports`. */
  readonly kind: AssignmentKind;
  /** The agency as the plan prints it. */
  readonly agency: string;
  /** Name in `src/language/data/agencies.json`, null for an agency it does not know. */
  readonly canonicalAgency: string | null;
  /** The place that the agency's name says ("UBND xã Suối Giàng"), null where the document's own is meant. */
  readonly agencyPlace: string | null;
  readonly role: AssignmentRole;
  /** Verbatim. */
  readonly task: string;
  /** Agencies named as partners, as printed. */
  readonly partners: readonly string[];
  /** As printed: "Năm 2022-2030", "trước ngày 01 tháng 12". */
  readonly time: string | null;
  /** The time made plain: deadline, period or rhythm; null where `time` is null or names no day. */
  readonly schedule: Schedule | null;
  /** As printed, with the unit of its column: "3.600 triệu đồng". */
  readonly budget: string | null;
  /** The budget in đồng, null where it states no one sum. */
  readonly budgetDong: number | null;
  /** Duties to report in the task's words, in their order. */
  readonly reports: readonly ReportDuty[];
  /** Whom those reports go to, as printed, each once. */
  readonly reportTo: readonly string[];
  readonly product: string | null;
  /** The smallest section that holds the task. */
  readonly evidence: Evidence;
  /** The words that name the agency (its heading, or "Cơ quan chủ trì: …"). */
  readonly agencyEvidence: Evidence;
  /** Whether a later document of the collection changed it; set by `relatePlans`, absent where nothing did ("current"). */
  readonly standing?: AssignmentStanding | undefined;
  /** Where the change is said; absent or null while it is current. */
  readonly changedBy?: ChangeSource | null | undefined;
}

/** A section of another document of the collection that changes something of this one. */
export interface ChangeSource {
  readonly documentId: string;
  readonly sectionId: string;
}

/** A change that a later document of the collection makes to this one. */
export interface PlanChange extends ChangeSource {
  readonly kind: "amends" | "supersedes";
  /** ISO date from which it holds: the later document's date of effect, else its date of issue; null where an editor said it. */
  readonly since: string | null;
  /** Sections of this document that it changes; empty where it names none: the whole for "supersedes". */
  readonly sectionIds: readonly string[];
}

/** By what right a document is signed, from its closing block; there even where no name stands. */
export interface SigningAuthority {
  /** The mark nearest to the signer; null for one who signs in an office's own right. */
  readonly mark: "TM." | "KT." | "TL." | "TUQ." | "Q." | null;
  /** The office or body that the mark stands for: "Chủ tịch". */
  readonly standsFor: string | null;
  /** The collective body in whose name it is signed ("TM. ỦY BAN NHÂN DÂN"): "Ủy ban nhân dân". */
  readonly body: string | null;
  /** "Phó Chủ tịch" */
  readonly title: string;
  readonly evidence: Evidence;
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

/** A part of another document that this one changes. */
export interface RelationTarget {
  /** As printed: "khoản 2 Mục III". */
  readonly printed: string;
  /** True where the part ceases to hold (bãi bỏ, thay thế), false where it is amended. */
  readonly repeals: boolean;
  /** The words of this document that say so. */
  readonly evidence: Evidence;
}

/** What the text says of another document. */
export interface PlanRelation {
  /** "supersedes" is said of whole documents only; a part that is repealed is a target of "amends". */
  readonly kind: "supersedes" | "amends" | "issued-under" | "implements";
  /** As printed: "Kế hoạch số 83/KH-UBND". */
  readonly document: string;
  readonly number: string;
  /** ISO date of the other document, where it stands beside its number. */
  readonly issuedOn: string | null;
  /** Who issued the other document, as printed: "UBND tỉnh Quảng Ngãi"; null where it is not said. */
  readonly issuer: string | null;
  /** The parts that are named; empty where the document is meant as a whole. */
  readonly targets: readonly RelationTarget[];
  readonly evidence: Evidence;
  /** The plan of the collection that is meant; set by `relatePlans`, absent or null where the collection does not hold it. */
  readonly documentId?: string | null | undefined;
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
  /** The body above the issuer, where the letterhead names one: "UBND tỉnh Điện Biên" above a "Sở". */
  readonly superior: string | null;
  /** Place of issue as printed before the date. */
  readonly issuedAt: Stated<string> | null;
  /** ISO dates from which and until which it holds, where the text says so; null is no statement about today. */
  readonly effectiveOn: Stated<string> | null;
  readonly expiresOn: Stated<string> | null;
  /** Urgency stamp: "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC". */
  readonly urgency: Stated<string> | null;
  readonly place: PlanPlace | null;
  /** Abbreviations of the place, from the catalogue or made from its initials. */
  readonly placeAliases: readonly string[];
  readonly status: DocumentStatus;
  /** What its own text says of its status; set by `relatePlans` where a later document changed it, else absent. */
  readonly statedStatus?: DocumentStatus | undefined;
  readonly signer: { readonly name: string; readonly title: string; readonly evidence: Evidence } | null;
  readonly authority: SigningAuthority | null;
  readonly legalBases: readonly Stated<string>[];
  readonly recipients: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly relations: readonly PlanRelation[];
  readonly sections: readonly Section[];
  readonly assignments: readonly Assignment[];
  readonly warnings: readonly Warning[];
  /** What the reader of the file had to say that is no doubt: "ocr-used". */
  readonly notes: readonly Warning[];
  /** Ids that the catalogue says it replaces. */
  readonly supersedes: readonly string[];
  /** The document of the collection that holds the same words; null for all but copies, which are listed and not searched. */
  readonly copyOf: string | null;
  /** What later documents of the collection change of this one, oldest first; set by `relatePlans`. */
  readonly changedBy: readonly PlanChange[];
}
