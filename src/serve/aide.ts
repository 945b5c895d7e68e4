/** What the HTTP server and the command line need of the aide; `openAide` in `src/main.ts` makes it, tests fake it. */
import type { AnswerStep } from "../answer/answerer.ts";
import type { Answer, AskRequest } from "../contract/answer.ts";
import type { AssignmentsQuery, AssignmentsResponse } from "../contract/assignments.ts";
import type { DocumentDetail, DocumentSummary, SectionDetail } from "../contract/documents.ts";
import type { Readiness } from "../contract/operation.ts";
import type { SearchRequest, SearchResponse } from "../contract/search.ts";

export interface Aide {
  /** One answer from one generation; a rebuild meanwhile does not touch it. Never throws for "no answer": that is a refusal. */
  ask(request: AskRequest, onStep?: (step: AnswerStep) => void): Promise<Answer>;
  search(request: SearchRequest): Promise<SearchResponse>;
  /** Sorted by id. */
  documents(): readonly DocumentSummary[];
  /** Null for an id that is not in the collection. */
  document(documentId: string): DocumentDetail | null;
  section(documentId: string, sectionId: string): SectionDetail | null;
  assignments(query: AssignmentsQuery): AssignmentsResponse;
  readiness(): Readiness;
  /** Reads the corpus again and publishes a new generation; what is in flight ends on the old one. */
  rebuild(): Promise<void>;
  /** Waits for nothing: call it when no answer is in flight. */
  close(): Promise<void>;
}
