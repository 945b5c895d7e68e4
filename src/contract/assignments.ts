/** GET /v1/assignments: who does what by when, every row cited. */
import { z } from "zod";

export const AssignmentRoleSchema = z.enum(["lead", "support", "all"]);
export type AssignmentRole = z.infer<typeof AssignmentRoleSchema>;

/** Whether a later document of the collection changed the task: it holds as it is, was amended, or ceased. */
export const AssignmentStandingSchema = z.enum(["current", "amended", "superseded"]);
export type AssignmentStanding = z.infer<typeof AssignmentStandingSchema>;

export const AssignmentKindSchema = z.enum(["task", "report"]);
export type AssignmentKind = z.infer<typeof AssignmentKindSchema>;

export const AssignmentScheduleSchema = z.object({
  /** As printed. */
  printed: z.string(),
  kind: z.enum(["deadline", "period", "recurrence"]),
  /** ISO dates of the first and the last day; null where the words name none, or a day without a year. */
  start: z.string().nullable(),
  due: z.string().nullable(),
  /** RFC 5545: "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"; a line a rule where one rule cannot say it. */
  rule: z.string().nullable(),
  /** True for "trước ngày …"; `due` and `rule` give the day that is named. */
  before: z.boolean(),
});
/** A printed time made plain. */
export type AssignmentSchedule = z.infer<typeof AssignmentScheduleSchema>;

export const AssignmentRowSchema = z.object({
  documentId: z.string(),
  /** The document's place. */
  place: z.string().nullable(),
  sectionId: z.string(),
  sectionLabel: z.string(),
  /** The agency as the plan prints it. */
  agency: z.string(),
  /** The agency's usual full name, where the data files know it. */
  canonicalAgency: z.string().nullable(),
  agencyEnglish: z.string().nullable(),
  /** Whose agency it is: the place that its name says, else the document's. */
  agencyPlace: z.string().nullable(),
  /** "report" for a duty to report; one inside a longer task has a row of its own after the task's. */
  kind: AssignmentKindSchema,
  role: AssignmentRoleSchema,
  /** Verbatim. */
  task: z.string(),
  partners: z.array(z.string()),
  /** As printed: "trước ngày 01 tháng 12", "2022-2030". */
  time: z.string().nullable(),
  schedule: AssignmentScheduleSchema.nullable(),
  /** As printed, with the unit of its column: "3.600 triệu đồng". */
  budget: z.string().nullable(),
  /** In đồng; null where the words state no one sum. */
  budgetDong: z.number().nullable(),
  /** What the task must yield, as printed. */
  product: z.string().nullable(),
  /** Whom a report goes to, as printed; empty for a task. */
  reportTo: z.array(z.string()),
  /** Through whom a report goes: "(qua Phòng Kinh tế và Hạ tầng)". */
  reportVia: z.array(z.string()),
  start: z.number().int(),
  end: z.number().int(),
  standing: AssignmentStandingSchema,
  /** The document and section that changed it, null while it is current. */
  changedBy: z.object({ documentId: z.string(), sectionId: z.string() }).nullable(),
  reference: z.string(),
  url: z.string(),
});
export type AssignmentRow = z.infer<typeof AssignmentRowSchema>;

/** Strict: a filter that is misspelt, or not there yet, must not be answered with the rows of every agency. */
export const AssignmentsQuerySchema = z.strictObject({
  agency: z.string().max(200).optional(),
  place: z.string().max(200).optional(),
  role: AssignmentRoleSchema.optional(),
  kind: AssignmentKindSchema.optional(),
  document: z.string().max(200).optional(),
  /** ISO date: tasks whose printed time ends on or before it; a day that returns every year is due before any date. */
  due_before: z.iso.date().optional(),
  q: z.string().max(500).optional(),
});
export type AssignmentsQuery = z.infer<typeof AssignmentsQuerySchema>;

export const AssignmentsResponseSchema = z.object({ assignments: z.array(AssignmentRowSchema), total: z.number().int() });
export type AssignmentsResponse = z.infer<typeof AssignmentsResponseSchema>;
