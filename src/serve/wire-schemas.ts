/** The contract's schemas under the names they carry in /openapi.json. */
import { z } from "@hono/zod-openapi";
import { AnswerSchema, AskRequestSchema } from "../contract/answer.ts";
import { AnswerCheckSchema } from "../contract/answer-check.ts";
import { AssignmentsResponseSchema } from "../contract/assignments.ts";
import { DocumentDetailSchema, DocumentSummarySchema, SectionDetailSchema } from "../contract/documents.ts";
import { FeedbackReceiptSchema, FeedbackRequestSchema } from "../contract/feedback.ts";
import { GenerationsSchema } from "../contract/generations.ts";
import { DocumentChangedSchema, DocumentChangeSchema, JobSchema } from "../contract/jobs.ts";
import { ProblemSchema, ReadinessSchema } from "../contract/operation.ts";
import { SearchRequestSchema, SearchResponseSchema } from "../contract/search.ts";

// `clone`, because only schemas made after @hono/zod-openapi was loaded can be named; the contract must not import it.
export const AnswerWire = AnswerSchema.clone().openapi("Answer");
export const AnswerCheckWire = AnswerCheckSchema.clone().openapi("AnswerCheck");
export const AskRequestWire = AskRequestSchema.clone().openapi("AskRequest");
export const AssignmentsWire = AssignmentsResponseSchema.clone().openapi("Assignments");
export const DocumentWire = DocumentDetailSchema.clone().openapi("Document");
export const DocumentsWire = z
  .object({ documents: z.array(DocumentSummarySchema.clone().openapi("DocumentSummary")) })
  .openapi("Documents");
export const JobWire = JobSchema.clone().openapi("Job");
export const DocumentChangeWire = DocumentChangeSchema.clone().openapi("DocumentChange");
// A union, not `nullable`: the generated document would otherwise say "a job, and also an object or null".
export const DocumentChangedWire = DocumentChangedSchema.extend({ job: z.union([JobWire, z.null()]) }).openapi("DocumentChanged");
export const GenerationsWire = GenerationsSchema.clone().openapi("Generations");
export const FeedbackReceiptWire = FeedbackReceiptSchema.clone().openapi("FeedbackReceipt");
export const FeedbackRequestWire = FeedbackRequestSchema.clone().openapi("FeedbackRequest");
export const SectionWire = SectionDetailSchema.clone().openapi("Section");
export const ProblemWire = ProblemSchema.clone().openapi("Problem");
export const ReadinessWire = ReadinessSchema.clone().openapi("Readiness");
export const SearchRequestWire = SearchRequestSchema.clone().openapi("SearchRequest");
export const SearchResponseWire = SearchResponseSchema.clone().openapi("SearchResponse");
