/** GET /v1/assignments: who does what by when, every row cited. */
import { z } from "zod";

export const AssignmentRoleSchema = z.enum(["lead", "support", "all"]);
export type AssignmentRole = z.infer<typeof AssignmentRoleSchema>;

export const AssignmentRowSchema = z.object({
  documentId: z.string(),
  place: z.string().nullable(),
  sectionId: z.string(),
  sectionLabel: z.string(),
  /** The agency as the plan prints it. */
  agency: z.string(),
  /** The agency's usual full name, where the data files know it. */
  canonicalAgency: z.string().nullable(),
  agencyEnglish: z.string().nullable(),
  role: AssignmentRoleSchema,
  /** Verbatim. */
  task: z.string(),
  partners: z.array(z.string()),
  /** As printed: "trước ngày 01 tháng 12", "2022-2030". */
  time: z.string().nullable(),
  /** As printed, with the unit of its column: "3.600 triệu đồng". */
  budget: z.string().nullable(),
  /** What the task must yield, as printed. */
  product: z.string().nullable(),
  start: z.number().int(),
  end: z.number().int(),
  reference: z.string(),
  url: z.string(),
});
export type AssignmentRow = z.infer<typeof AssignmentRowSchema>;

/** Strict: a filter that is misspelt, or not there yet, must not be answered with the rows of every agency. */
export const AssignmentsQuerySchema = z.strictObject({
  agency: z.string().max(200).optional(),
  place: z.string().max(200).optional(),
  role: AssignmentRoleSchema.optional(),
  document: z.string().max(200).optional(),
  /** ISO date: tasks whose printed time ends on or before it; a day that returns every year is due before any date. */
  due_before: z.iso.date().optional(),
  q: z.string().max(500).optional(),
});
export type AssignmentsQuery = z.infer<typeof AssignmentsQuerySchema>;

export const AssignmentsResponseSchema = z.object({ assignments: z.array(AssignmentRowSchema), total: z.number().int() });
export type AssignmentsResponse = z.infer<typeof AssignmentsResponseSchema>;
