/**
 * Questions to begin with, made from what the collection says: no place, agency or document is known beforehand.
 *
 * Each is one that the collection can answer: an agency from the register of tasks, a signer and a date that are stated.
 */
import type { AssignmentRow } from "../../src/contract/assignments.ts";
import type { DocumentSummary } from "../../src/contract/documents.ts";
import type { Messages } from "../shared/messages-vi.ts";

const MAX_EXAMPLES = 4;
/** How many examples ask for an agency's tasks, the commonest question. */
const TASK_EXAMPLES = 2;

export interface AgencyAtPlace {
  readonly agency: string;
  readonly place: string;
}

/** The documents with most sections say most: their registers are worth asking about. */
export function richestDocuments(documents: readonly DocumentSummary[]): readonly DocumentSummary[] {
  return documents
    .filter((document) => document.place !== null)
    .toSorted((a, b) => b.sections - a.sections)
    .slice(0, TASK_EXAMPLES);
}

/** The known agency with most tasks, named as the plan prints it; null for a register without one. */
export function busiestAgency(rows: readonly AssignmentRow[]): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.canonicalAgency === null || row.role !== "lead") continue;
    counts.set(row.agency, (counts.get(row.agency) ?? 0) + 1);
  }
  const [busiest] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return busiest?.[0] ?? null;
}

export interface ExampleSources {
  readonly documents: readonly DocumentSummary[];
  readonly agencies: readonly AgencyAtPlace[];
  readonly messages: Messages;
}

/** At most four, about as many places as there are; none for an empty collection. */
export function exampleQuestions({ documents, agencies, messages }: ExampleSources): readonly string[] {
  const tasks = agencies.map(({ agency, place }) => messages.exampleTasks(agency, place));
  const used = new Set(agencies.map(({ place }) => place));
  const placed = documents.filter((document) => document.place !== null);
  // Places not yet asked about come first.
  const others = placed.toSorted((a, b) => Number(used.has(a.place ?? "")) - Number(used.has(b.place ?? "")));
  const signed = others.find((document) => document.signer !== null && document.issuedOn !== null);
  const bases = others.find((document) => document !== signed);
  const facts = [
    ...(signed?.place == null ? [] : [messages.exampleSigned(signed.place)]),
    ...(bases?.place == null ? [] : [messages.exampleBases(bases.place)]),
  ];
  const titles = placed.length > 0 ? [] : documents.slice(0, 3).map((document) => messages.exampleTitle(document.title));
  return [...tasks, ...facts, ...titles].slice(0, MAX_EXAMPLES);
}
