/** What the HTTP server and the command line need of the aide; `openAide` in `src/main.ts` makes it, tests fake it. */
import type { Visible } from "../access/visible.ts";
import type { AnswerStep } from "../answer/answerer.ts";
import type { Answer, AskRequest } from "../contract/answer.ts";
import type { AssignmentsQuery, AssignmentsResponse } from "../contract/assignments.ts";
import type { DocumentDetail, DocumentSummary, SectionDetail } from "../contract/documents.ts";
import type { Readiness } from "../contract/operation.ts";
import type { SearchRequest, SearchResponse } from "../contract/search.ts";

/** The aide as somebody may see it: as if the documents outside it did not exist, in answers, counts and suggestions alike. */
export interface AideView {
  /** One answer from one generation; a rebuild meanwhile does not touch it. Never throws for "no answer": that is a refusal. */
  ask(request: AskRequest, onStep?: (step: AnswerStep) => void): Promise<Answer>;
  search(request: SearchRequest): Promise<SearchResponse>;
  /** Sorted by id. */
  documents(): readonly DocumentSummary[];
  /** Null for an id that is not in the collection. */
  document(documentId: string): DocumentDetail | null;
  section(documentId: string, sectionId: string): SectionDetail | null;
  assignments(query: AssignmentsQuery): AssignmentsResponse;
  /** Counts what is seen, and tells only what may be known of it. */
  readiness(): Readiness;
}

export interface Aide {
  /** The only way to what documents say. Cheap to call; made at first use for each set of documents, and kept for the next. */
  view(visible: Visible): AideView;
  /** Ids of all documents and unreadable files of the live generation; the same object as long as it is live. */
  held(): ReadonlySet<string>;
  /** Forgets what was worked out over a document, at once: it was removed, or its readers changed. */
  forget(documentId: string): void;
  /** Of the whole, for those who run the server; what others may know is in the view's. */
  readiness(): Readiness;
  /** Reads the corpus again and publishes a new generation; what is in flight ends on the old one. */
  rebuild(): Promise<void>;
  /** Waits for nothing: call it when no answer is in flight. */
  close(): Promise<void>;
}
