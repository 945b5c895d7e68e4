/** Every plan in question asked for its fact: which of the answers are sure enough, and which of them still hold. */
import { placeLabel } from "../reference.ts";
import type { ComposeInput, Finder, Finding } from "./types.ts";

/** Least support of an answer; on the calibration sets it keeps 95% of the Vietnamese answers and refuses 91% of the rest (English: 90% and 86%). */
const LEAST_SUPPORT = 0.45;
/** Least support of a further plan beside one that surely answers. */
const LEAST_BESIDE = 0.3;
/** Without a place, plans that support the answer this much less than the best one are left out. */
export const NEAR_BEST = 0.35;
/** The same for answers that are the plans' own words, where a likeness is easily found. */
export const NEAR_FOR_WORDS = 0.8;
/** Most plans one answer goes through. */
const MOST_PLANS = 8;

/** Without plans that another of them replaced: what holds now is the answer. */
const withoutReplaced = (found: readonly Finding[]): Finding[] =>
  found.filter(
    ({ entry: { plan } }) =>
      !plan.changedBy.some(
        ({ kind, sectionIds, documentId }) =>
          kind === "supersedes" && sectionIds.length === 0 && found.some(({ entry }) => entry.plan.id === documentId),
      ),
  );

/** Of several plans of one place only those are meant that speak of the matter about as well as the best one. */
const bestOfPlace = ({ entry }: Finding, found: readonly Finding[]): number =>
  Math.max(...found.filter((other) => placeLabel(other.entry.plan) === placeLabel(entry.plan)).map(({ support }) => support));

/** Findings of every plan in question that support an answer, in the collection's order. */
export function findAll(input: ComposeInput, find: Finder, near: number): Finding[] {
  const found = input.u.entries.flatMap((entry) => {
    const finding = find({ ...input, entry, candidates: input.candidates.filter((candidate) => candidate.entry === entry) });
    return finding === null || finding.support < (input.u.scoped ? LEAST_SUPPORT : LEAST_BESIDE) ? [] : [finding];
  });
  // Documents named by number are answered from, whatever became of them.
  if (input.u.byDocument) return found;
  if (input.u.scoped) return withoutReplaced(found.filter((finding) => finding.support >= near * bestOfPlace(finding, found)));
  const best = Math.max(0, ...found.map((finding) => finding.support));
  if (best < LEAST_SUPPORT) return [];
  return withoutReplaced(found.filter((finding) => finding.support >= near * best))
    .toSorted((a, b) => b.support - a.support)
    .slice(0, MOST_PLANS);
}
