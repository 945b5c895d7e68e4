/** Finds out what the first examples can be about: the busiest agencies of the richest documents. */
import type { DocumentSummary } from "../../src/contract/documents.ts";
import { fetchLeadTasks, type Server } from "../shared/api.ts";
import { busiestAgency, richestDocuments, type AgencyAtPlace } from "./example-questions.ts";

async function subjectOf(server: Server, document: DocumentSummary): Promise<AgencyAtPlace[]> {
  try {
    const agency = busiestAgency(await fetchLeadTasks(server, document.id));
    return agency === null || document.place === null ? [] : [{ agency, place: document.place }];
  } catch {
    // An example less is no reason to trouble anybody; asking goes by another road.
    return [];
  }
}

/** Never rejects. */
export async function fetchSubjects(server: Server, documents: readonly DocumentSummary[]): Promise<readonly AgencyAtPlace[]> {
  const subjects = await Promise.all(richestDocuments(documents).map((document) => subjectOf(server, document)));
  return subjects.flat();
}
