/** The words to quote for a task of the register: enough of its section that who and what stand together. */
import type { IndexedAssignment } from "../collection.ts";
import { bestQuote, type Candidate, type Range } from "../evidence.ts";
import type { FindInput } from "./types.ts";

/** A task found in a passage. */
export interface TaskRow {
  readonly candidate: Candidate;
  /** Rows of one task: several agencies may lead it together. */
  readonly rows: readonly IndexedAssignment[];
  readonly score: number;
}

/** A section with its labelled lines is quoted whole up to this length. */
const WHOLE_SECTION = 700;
/** A paragraph up to this length is quoted whole beside its clause. */
const SHORT_SECTION = 320;
const textBefore = ({ entry }: FindInput, { evidence, agencyEvidence }: IndexedAssignment, start: number): string =>
  entry.plan.text.slice(start, Math.max(start, Math.min(evidence.start, agencyEvidence.start)));

/** The words to quote for a task: the whole labelled section when short, else the best words of the task. */
export function quoteOfTask(input: FindInput, { candidate, rows }: TaskRow): Range {
  const first = rows[0];
  if (first === undefined) return bestQuote({ candidate, topic: input.u.topic });
  const section = input.entry.sections.get(first.evidence.sectionId);
  const labelled = first.agencyEvidence.sectionId === first.evidence.sectionId && first.agencyEvidence.start > first.evidence.end;
  if (labelled && section !== undefined && section.end - section.start <= WHOLE_SECTION) return { start: section.start, end: section.end };
  // A clause of a short paragraph says who; what is to be done stands in the rest of it.
  if (section !== undefined && section.ownEnd - section.start <= SHORT_SECTION && /;\s*$/u.test(textBefore(input, first, section.start)))
    return { start: section.start, end: section.ownEnd };
  return bestQuote({
    candidate,
    topic: input.u.topic,
    within: {
      start: Math.min(
        first.evidence.start,
        first.agencyEvidence.sectionId === first.evidence.sectionId && first.agencyEvidence.start < first.evidence.start
          ? first.agencyEvidence.start
          : first.evidence.start,
      ),
      end: first.evidence.end,
    },
  });
}
