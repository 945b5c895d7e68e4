/** What is doubtful about a document: the table of all checks. A new kind of doubt is a new file and a line here. */
import type { Warning } from "../../contract/documents.ts";
import { annexMissing, issuedPlanMissing } from "./annexes.ts";
import type { Check, CheckInput } from "./check.ts";
import { mixedTerms } from "./mixed-terms.ts";
import { numbering } from "./numbering.ts";
import { personalData } from "./personal-data.ts";
import { readingDoubts, readingNotes } from "./reading-notes.ts";
import { dateMissing, draft, numberMissing } from "./standing.ts";
import { sums } from "./sums.ts";
import { truncated } from "./truncation.ts";

const CHECKS: readonly Check[] = [
  draft,
  numberMissing,
  dateMissing,
  truncated,
  numbering,
  sums,
  mixedTerms,
  annexMissing,
  issuedPlanMissing,
  readingDoubts,
  personalData,
];

/** A document without a head has no section to hang a warning about the head on. */
function placed(found: readonly Warning[], { sections }: CheckInput): Warning[] {
  const ids = new Set(sections.map((section) => section.id));
  return found.map((warning) => (warning.sectionId === null || ids.has(warning.sectionId) ? warning : { ...warning, sectionId: null }));
}

/** All warnings of a document, in the order of the checks. */
export function findWarnings(input: CheckInput): Warning[] {
  return placed(
    CHECKS.flatMap((check) => check(input)),
    input,
  );
}

/** What the reader of the file had to say that is no doubt, such as that its text was recognised from pictures. */
export function findNotes(input: CheckInput): Warning[] {
  return placed(readingNotes(input), input);
}
