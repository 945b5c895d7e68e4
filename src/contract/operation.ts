/** /healthz, /readyz and the shape of every error (RFC 9457). */
import { z } from "zod";

export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Stable; clients decide by it. */
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof ProblemSchema>;

export const ReadinessSchema = z.object({
  status: z.enum(["ready", "empty", "degraded"]),
  generation: z.string().nullable(),
  documents: z.number().int(),
  passages: z.number().int(),
  embedder: z.object({ model: z.string(), state: z.enum(["ready", "restarting", "failed"]) }),
  vectorSearch: z.enum(["hnswlib", "exact"]),
  /** What a person who runs the server should know: a damaged generation, a missing compiler. */
  notes: z.array(z.string()),
});
export type Readiness = z.infer<typeof ReadinessSchema>;
