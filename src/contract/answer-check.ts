/** GET /v1/answers/{id}/check: whether what an old answer cited still stands in the text of today. */
import { z } from "zod";
import { AnswerStatusSchema, LanguageSchema } from "./answer.ts";

export const CitationCheckSchema = z.discriminatedUnion("state", [
  z.object({
    n: z.number().int().positive(),
    /** same: the section's text is what it was · changed: the section is there with another text */
    state: z.enum(["same", "changed"]),
    documentId: z.string(),
    sectionId: z.string(),
    label: z.string(),
    /** The words that were quoted; null when they are no longer kept. */
    quote: z.string().nullable(),
    /** Whether those words stand in the section today, whatever else changed. */
    quoteStands: z.boolean(),
    /** The section's text then; null when it is no longer kept. */
    textThen: z.string().nullable(),
    textNow: z.string(),
  }),
  /** The section, or its document, is not there for this asker. Nothing of it is repeated. */
  z.object({ n: z.number().int().positive(), state: z.literal("gone") }),
]);
export type CitationCheck = z.infer<typeof CitationCheckSchema>;

export const AnswerCheckSchema = z.object({
  id: z.string(),
  at: z.string(),
  lang: LanguageSchema,
  status: AnswerStatusSchema,
  /** That answered, and that serves now. */
  generation: z.string(),
  generationNow: z.string().nullable(),
  /** Whether every citation is the same. True for an answer that cited nothing. */
  stands: z.boolean(),
  citations: z.array(CitationCheckSchema),
});
export type AnswerCheck = z.infer<typeof AnswerCheckSchema>;
