/** Generations on the wire: the builds of the index that are kept, one of them live. */
import { z } from "zod";

export const GenerationSchema = z.object({
  id: z.string(),
  /** Null where it is damaged. */
  createdAt: z.string().nullable(),
  /** Null for whoever may not see all documents: how many there are is part of what they may not know. */
  documents: z.number().int().nullable(),
  passages: z.number().int().nullable(),
  live: z.boolean(),
  /** Put back by hand: it stays until the next publish. */
  pinned: z.boolean(),
  /** Whether it can be made the live one, as far as its manifest tells. */
  usable: z.boolean(),
  /** Who asked for it: an account's id, "cli", "folder"; null where no job made it. */
  publishedBy: z.string().nullable(),
});

/** Newest first. */
export const GenerationsSchema = z.object({ generations: z.array(GenerationSchema) });
