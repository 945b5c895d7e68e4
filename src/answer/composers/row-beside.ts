/** The task of the register that a quote states: who does it, with whom, until when, for how much, said in one line. */
import { agencyShown, capitalised, oneLine, say } from "../phrases.ts";
import type { IndexedAssignment, PlanEntry } from "../collection.ts";
import { lengthOf, type Piece } from "../draft.ts";
import type { Range } from "../evidence.ts";
import type { Understanding } from "../understand.ts";

/** A quote is one task's when the task takes at least this share of it. */
const MOST_OF_QUOTE = 0.5;
/** Longest line; a task with a whole list of partners is told by its quote. */
const LONGEST = 260;

/** Rows of the one task that a quote states; empty where it states several or none. */
function rowsOf({ assignments }: PlanEntry, quote: Range): readonly IndexedAssignment[] {
  const within = assignments.filter(({ evidence }) => evidence.start < quote.end && quote.start < evidence.end);
  const [first] = within;
  if (first === undefined || within.some(({ evidence }) => evidence.start !== first.evidence.start)) return [];
  const shared = Math.min(first.evidence.end, quote.end) - Math.max(first.evidence.start, quote.start);
  return shared >= MOST_OF_QUOTE * (quote.end - quote.start) || (quote.start <= first.evidence.start && first.evidence.end <= quote.end)
    ? within
    : [];
}

export interface RowBeside {
  readonly pieces: readonly Piece[];
  /** Where the agency stands, when that is outside the quote; else the quote. */
  readonly proofs: readonly Range[];
}

/** "Giao: Sở Y tế; phối hợp: …; thời gian: …; kinh phí: …", without what was said already; null where nothing is left. */
export function rowBeside({
  entry,
  quote,
  said,
  u,
}: {
  entry: PlanEntry;
  quote: Range;
  said: string;
  u: Pick<Understanding, "lang">;
}): RowBeside | null {
  const rows = rowsOf(entry, quote);
  const [first] = rows;
  if (first === undefined) return null;
  const isSaid = (words: string): boolean => said.includes(oneLine(words));
  const names = [...new Set(rows.map((row) => agencyShown(row.agency, row.canonicalAgency, u.lang)))];
  const parts: Piece[][] = [];
  if (!rows.every(({ agency }) => isSaid(agency)))
    parts.push([
      first.role === "support" ? say(u.lang, "Phối hợp: ", "In support: ") : say(u.lang, "Giao: ", "Assigned to: "),
      { strong: names.join(", ") },
    ]);
  if (first.partners.length > 0 && !first.partners.every(isSaid))
    parts.push([say(u.lang, "phối hợp: ", "partners: "), first.partners.map((partner) => agencyShown(partner, null, u.lang)).join(", ")]);
  if (first.time !== null && !isSaid(first.time)) parts.push([say(u.lang, "thời gian: ", "time: "), first.time]);
  if (first.budget !== null && /\d/u.test(first.budget) && !isSaid(first.budget))
    parts.push([say(u.lang, "kinh phí: ", "budget: "), first.budget]);
  if (parts.length === 0) return null;
  const [head] = parts[0] ?? [];
  if (typeof head === "string") parts[0] = [capitalised(head), ...(parts[0] ?? []).slice(1)];
  const pieces = parts.flatMap((part, index): Piece[] => (index === 0 ? part : ["; ", ...part]));
  const { start, end } = first.agencyEvidence;
  const outside = end <= quote.start || quote.end <= start;
  return lengthOf(...pieces) > LONGEST ? null : { pieces, proofs: [outside ? { start, end } : quote] };
}
