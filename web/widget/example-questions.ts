/** Questions to begin with, made from what the collection holds: no place and no document is known beforehand. */
import type { DocumentSummary } from "../../src/contract/documents.ts";
import type { Messages } from "../shared/messages-vi.ts";

const MAX_EXAMPLES = 4;

/** At most four, each about another place as long as there are places; none for an empty collection. */
export function exampleQuestions(documents: readonly DocumentSummary[], messages: Messages): readonly string[] {
  const places = [...new Set(documents.flatMap((document) => (document.place === null ? [] : [document.place])))];
  const wordings = [messages.exampleLead, messages.exampleGoals, messages.exampleReport, messages.exampleBudget];
  if (places.length === 0) return documents.slice(0, 3).map((document) => messages.exampleTitle(document.title));
  return wordings.slice(0, MAX_EXAMPLES).flatMap((wording, index) => {
    const place = places[index % places.length];
    return place === undefined ? [] : [wording(place)];
  });
}
