/**
 * POST /v1/ask: what is asked and what is answered.
 *
 * Input: a question of 1 to 2,000 characters. Output: an `Answer` whose every statement carries a citation.
 * Invariants: `citations` are numbered from 1 in order of first use and each is used; a `quote` is a verbatim
 * part of its `text`; a refused answer has no citations.
 */
import { z } from "zod";

export const LanguageSchema = z.enum(["vi", "en"]);
export type Language = z.infer<typeof LanguageSchema>;

export const TurnSchema = z.object({ role: z.enum(["user", "assistant"]), content: z.string().max(20_000) });
/** One earlier message of the same conversation. */
export type Turn = z.infer<typeof TurnSchema>;

export const ScopeSchema = z.object({
  documents: z.array(z.string().min(1).max(200)).max(100).optional(),
  places: z.array(z.string().min(1).max(200)).max(100).optional(),
});
/** Limits an answer to documents (by id) or places (by name, with or without diacritics). */
export type Scope = z.infer<typeof ScopeSchema>;

export const AskRequestSchema = z.object({
  question: z.string().trim().min(1).max(2000),
  history: z.array(TurnSchema).max(20).optional(),
  scope: ScopeSchema.optional(),
  lang: LanguageSchema.optional(),
  stream: z.boolean().optional(),
});
export type AskRequest = z.infer<typeof AskRequestSchema>;

export const SpanSchema = z.union([
  z.object({ text: z.string(), strong: z.literal(true).optional() }),
  z.object({ cite: z.number().int().positive() }),
]);
export type Span = z.infer<typeof SpanSchema>;

export const BlockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), spans: z.array(SpanSchema) }),
  z.object({ type: z.literal("list"), ordered: z.boolean(), items: z.array(z.array(SpanSchema)) }),
  z.object({ type: z.literal("table"), columns: z.array(z.string()), rows: z.array(z.array(z.array(SpanSchema))) }),
  z.object({ type: z.literal("quote"), text: z.string(), cite: z.number().int().positive() }),
]);
/** A piece of an answer that a page renders without parsing HTML or Markdown. */
export type Block = z.infer<typeof BlockSchema>;

export const DocumentStatusSchema = z.enum(["issued", "draft", "amended", "superseded", "unknown"]);
export type DocumentStatus = z.infer<typeof DocumentStatusSchema>;

export const SectionReferenceSchema = z.object({
  id: z.string(),
  label: z.string(),
  path: z.array(z.string()),
});
export type SectionReference = z.infer<typeof SectionReferenceSchema>;

export const CitationSchema = z.object({
  n: z.number().int().positive(),
  documentId: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  documentStatus: DocumentStatusSchema,
  section: SectionReferenceSchema,
  quote: z.string().min(1),
  text: z.string().max(3000),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  hash: z.string(),
  page: z.number().int().positive().nullable(),
  reference: z.string(),
  url: z.string(),
});
export type Citation = z.infer<typeof CitationSchema>;

export const NoticeSchema = z.object({ code: z.string(), message: z.string() });
export type Notice = z.infer<typeof NoticeSchema>;

export const AnswerStatusSchema = z.enum(["answered", "partial", "clarify", "refused"]);
export type AnswerStatus = z.infer<typeof AnswerStatusSchema>;

export const AnswerSchema = z.object({
  id: z.string(),
  question: z.string(),
  lang: LanguageSchema,
  status: AnswerStatusSchema,
  answer: z.string(),
  blocks: z.array(BlockSchema),
  citations: z.array(CitationSchema),
  notices: z.array(NoticeSchema),
  suggestions: z.array(z.string()).max(4),
  confidence: z.number().min(0).max(1),
  engine: z.string(),
  generation: z.string(),
  tookMs: z.number().nonnegative(),
});
export type Answer = z.infer<typeof AnswerSchema>;
