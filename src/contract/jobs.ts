/** Jobs on the wire: what editors asked for, how far it is, how it ended. */
import { z } from "zod";
import { DocumentAccessSchema, UnitSchema } from "./access.ts";

export const JobKindSchema = z.enum(["upload", "replace", "remove", "index", "activate"]);
export const JobStateSchema = z.enum(["waiting", "running", "done", "failed", "cancelled"]);

export const JobSchema = z.object({
  id: z.string(),
  kind: JobKindSchema,
  state: JobStateSchema,
  documentId: z.string().nullable(),
  fileName: z.string().nullable(),
  /** An account's id, or "cli", "folder". */
  createdBy: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** What is being done: "reading", "structuring", "indexing", "writing", "verifying", "publishing", "tidying"; "" while it waits. */
  step: z.string(),
  done: z.number().int(),
  /** 0 where the step has no parts to count. */
  total: z.number().int(),
  /** Why it failed; null for one that did not. */
  error: z.object({ code: z.string(), message: z.string(), messageEn: z.string() }).nullable(),
  /** That it published, or made the live one. */
  generation: z.string().nullable(),
});
export type JobWireShape = z.infer<typeof JobSchema>;

export const JobsQuerySchema = z.object({
  state: JobStateSchema.optional(),
  document: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const Words = z.string().trim().min(1).max(500);

/** Fields of the form beside the file. */
export const UploadFieldsSchema = z.strictObject({
  access: DocumentAccessSchema.optional(),
  /** "" for no unit. */
  unit: z.union([z.literal("").transform(() => null), UnitSchema]).optional(),
  title: Words.optional(),
});

/** What is left out stays as it is; null takes a correction back. */
export const DocumentChangeSchema = z.strictObject({
  access: DocumentAccessSchema.optional(),
  unit: UnitSchema.nullable().optional(),
  title: Words.nullable().optional(),
  place: Words.nullable().optional(),
  issuer: Words.nullable().optional(),
  aliases: z.array(Words).max(20).nullable().optional(),
  supersedes: z.array(Words).max(100).nullable().optional(),
});
export type DocumentChange = z.infer<typeof DocumentChangeSchema>;

/** `job` is null where only the access changed: that is seen at once. */
export const DocumentChangedSchema = z.object({
  documentId: z.string(),
  access: DocumentAccessSchema,
  unit: z.string().nullable(),
  job: JobSchema.nullable(),
});
