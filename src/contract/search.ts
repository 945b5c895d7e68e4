/** POST /v1/search: ranked passages with the parts of their scores. */
import { z } from "zod";
import { ScopeSchema, SectionReferenceSchema } from "./answer.ts";

export const SearchRequestSchema = z.object({
  query: z.string().trim().min(1).max(2000),
  limit: z.number().int().min(1).max(50).default(10),
  scope: ScopeSchema.optional(),
});
export type SearchRequest = z.infer<typeof SearchRequestSchema>;

export const SearchHitSchema = z.object({
  documentId: z.string(),
  section: SectionReferenceSchema,
  text: z.string(),
  /** Fused score; higher is better, comparable within one response only. */
  score: z.number(),
  /** Each part is standardised over the collection for this query (mean 0, deviation 1). */
  parts: z.object({ dense: z.number(), lexical: z.number(), sentence: z.number(), interaction: z.number() }),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;

export const SearchResponseSchema = z.object({ hits: z.array(SearchHitSchema), generation: z.string(), tookMs: z.number() });
export type SearchResponse = z.infer<typeof SearchResponseSchema>;
