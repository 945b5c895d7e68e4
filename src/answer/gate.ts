/** What no composer may answer: only instructions, a place or document the collection does not hold. */
import type { ComposeInput } from "./composers/types.ts";

/** True when the question must be refused before anything is composed. */
export function mustRefuse({ u, collection }: ComposeInput): boolean {
  if (u.onlyInstructions || collection.entries.length === 0 || u.entries.length === 0) return true;
  if (u.kind === "greeting") return false;
  // A place without a plan: a comparison still shows the others.
  if (u.unknownPlaces.length > 0 && !u.scoped) return true;
  // "Ai ký Kế hoạch số 83/…": facts about a document that is only mentioned here.
  if (u.unknownDocuments.length > 0 && u.kind === "metadata" && !u.scoped) return true;
  const entry = u.entries[0];
  const asksAnnex = /\bphu luc\b|\bannex|\bappendix/u.test(u.folded);
  if (asksAnnex && u.kind !== "quality" && u.entries.length === 1 && entry !== undefined && entry.plan.warnings.some(({ code }) => code === "annex-missing") && !entry.plan.sections.some(({ kind }) => kind === "annex")) return true;
  return false;
}
