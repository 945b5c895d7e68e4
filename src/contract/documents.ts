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

export const DocumentDetailSchema = DocumentSummarySchema.omit({ sections: true, warnings: true }).extend({
  /** SHA-256 of the source bytes. */
  sourceHash: z.string(),
  subject: z.string(),
  legalBases: z.array(z.string()),
  recipients: z.array(z.string()),
  warnings: z.array(WarningSchema),
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
