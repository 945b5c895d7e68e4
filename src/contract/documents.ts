/** GET /v1/documents…: the catalogue, one document as understood, one section's canonical text. */
import { z } from "zod";
import { DocumentStatusSchema } from "./answer.ts";

export const WarningSchema = z.object({
  /** Stable code: "draft", "number-missing", "numbering-skipped", "totals-differ", ... */
  code: z.string(),
  /** Plain words, Vietnamese. */
  message: z.string(),
  messageEn: z.string(),
  /** The section where it stands, when it stands in one. */
  sectionId: z.string().nullable(),
  /** Verbatim words of the source that show it. */
  quote: z.string().nullable(),
});
/** Something doubtful about a document that a reader must know. */
export type Warning = z.infer<typeof WarningSchema>;

export const DocumentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  status: DocumentStatusSchema,
  signer: z.object({ name: z.string(), title: z.string() }).nullable(),
  sections: z.number().int(),
  warnings: z.number().int(),
});
export type DocumentSummary = z.infer<typeof DocumentSummarySchema>;

export const SectionNodeSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  label: z.string(),
  /** The heading's words, or the first words where there is no heading. */
  heading: z.string(),
  level: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
});
export type SectionNode = z.infer<typeof SectionNodeSchema>;

export const RelationSchema = z.object({
  kind: z.enum(["supersedes", "amends", "issued-under", "implements"]),
  /** As printed: "Kế hoạch số 83/KH-UBND". */
  document: z.string(),
  number: z.string(),
  /** ISO date and issuing body of the other document, where they stand beside its number. */
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  /** The document of the collection that is meant, null where it is not held. */
  documentId: z.string().nullable(),
  /** Parts of the other document that are changed, as printed ("khoản 2 Mục III"), and the section here that says so. */
  targets: z.array(z.object({ printed: z.string(), repeals: z.boolean(), sectionId: z.string() })),
  sectionId: z.string(),
  /** Verbatim words that say it. */
  quote: z.string(),
});
/** What a document says of another one. */
export type Relation = z.infer<typeof RelationSchema>;

export const ChangeSchema = z.object({
  /** The later document and its section that says so. */
  documentId: z.string(),
  sectionId: z.string(),
  kind: z.enum(["amends", "supersedes"]),
  /** ISO date from which it holds; null where only the catalogue says it. */
  since: z.string().nullable(),
  /** Sections of this document that it changes; empty where it names none. */
  sectionIds: z.array(z.string()),
});
/** A change that a later document of the collection makes to this one. */
export type Change = z.infer<typeof ChangeSchema>;

export const AuthoritySchema = z.object({
  /** "TM." for a body, "KT." for the head, "TL." by order, "TUQ." by authorisation, "Q." acting; null in an office's own right. */
  mark: z.enum(["TM.", "KT.", "TL.", "TUQ.", "Q."]).nullable(),
  /** What the mark stands for: "Chủ tịch". */
  standsFor: z.string().nullable(),
  /** The collective body in whose name it is signed: "Ủy ban nhân dân". */
  body: z.string().nullable(),
  title: z.string(),
});
/** By what right a document is signed. */
export type Authority = z.infer<typeof AuthoritySchema>;

export const AttachmentSchema = z.object({
  kind: z.string(),
  sectionId: z.string(),
  subject: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  signer: z.object({ name: z.string(), title: z.string() }).nullable(),
});
/** Another document in the same file: a covering letter, the decision that issues the plan. */
export type DocumentAttachment = z.infer<typeof AttachmentSchema>;

export const DocumentDetailSchema = DocumentSummarySchema.omit({ sections: true, warnings: true }).extend({
  /** SHA-256 of the source bytes. */
  sourceHash: z.string(),
  subject: z.string(),
  legalBases: z.array(z.string()),
  recipients: z.array(z.string()),
  /** What stands of the date where it is not whole: "tháng 9 năm 2021". */
  issuedOnPrinted: z.string().nullable(),
  /** Place of issue as printed. */
  issuedAt: z.string().nullable(),
  /** The body above the issuer, where the letterhead names one. */
  superior: z.string().nullable(),
  authority: AuthoritySchema.nullable(),
  /** ISO dates from which and until which it holds, where the text says so. */
  effectiveOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  /** Urgency stamp: "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC". */
  urgency: z.string().nullable(),
  /** The province to which the place belongs since 1 July 2025, its own name where nothing changed. */
  placeNow: z.string().nullable(),
  relations: z.array(RelationSchema),
  /** Oldest first. */
  changedBy: z.array(ChangeSchema),
  attachments: z.array(AttachmentSchema),
  /** Rows of the register. */
  assignments: z.number().int(),
  warnings: z.array(WarningSchema),
  /** What was noted when the file was read, and is no doubt: "ocr-used". */
  notes: z.array(WarningSchema),
  /** Depth-first, the plan's order; `start` and `end` are UTF-16 offsets in `text`. */
  sections: z.array(SectionNodeSchema),
  /** The whole canonical text (NFC). */
  text: z.string(),
});
export type DocumentDetail = z.infer<typeof DocumentDetailSchema>;

export const SectionDetailSchema = z.object({
  documentId: z.string(),
  id: z.string(),
  label: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  hash: z.string(),
  reference: z.string(),
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
});
export type SectionDetail = z.infer<typeof SectionDetailSchema>;
