/** The documents of one generation, looked up for the catalogue and the register. */
import type { AssignmentsQuery, AssignmentsResponse } from "../contract/assignments.ts";
import type { DocumentDetail, DocumentSummary, SectionDetail } from "../contract/documents.ts";
import type { Plan } from "../parse/types.ts";
import { detailOf, sectionOf, summaryOf } from "./catalogue.ts";
import { findAssignments } from "./register.ts";

export interface Shelf {
  readonly plan: (documentId: string) => Plan | undefined;
  documents(): readonly DocumentSummary[];
  document(documentId: string): DocumentDetail | null;
  section(documentId: string, sectionId: string): SectionDetail | null;
  assignments(query: AssignmentsQuery): AssignmentsResponse;
}

/** @param plans in the order in which they are to be listed. */
export function createShelf(plans: readonly Plan[]): Shelf {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return {
    plan: (documentId) => byId.get(documentId),
    documents: () => plans.map(summaryOf),
    document(documentId) {
      const plan = byId.get(documentId);
      return plan === undefined ? null : detailOf(plan);
    },
    section(documentId, sectionId) {
      const plan = byId.get(documentId);
      return plan === undefined ? null : sectionOf(plan, sectionId);
    },
    assignments: (query) => findAssignments(query, plans),
  };
}
