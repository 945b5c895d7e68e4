/** POST /v1/feedback: what a reader thinks of an answer. */
import { z } from "zod";

export const FeedbackRequestSchema = z.object({
  answerId: z.string().min(1).max(100),
  useful: z.boolean(),
  /** A word for what was wrong: "wrong", "incomplete", "not-found". */
  reason: z.string().trim().max(100).optional(),
  comment: z.string().trim().max(2000).optional(),
});
export type FeedbackRequest = z.infer<typeof FeedbackRequestSchema>;

export const FeedbackReceiptSchema = z.object({ id: z.string() });
