/** What plans are called side by side: by their place, and by their number where several are of one place. */
import type { Language } from "../contract/answer.ts";
import type { PlanEntry } from "./collection.ts";
import { englishName, placeLabel, shortName } from "./reference.ts";

/** The label of each of several plans; no two plans of one place share theirs unless neither has a number. */
export function labelsOf(entries: readonly PlanEntry[], lang: Language): (entry: PlanEntry) => string {
  const plansOf = new Map<string, number>();
  for (const { plan } of entries) plansOf.set(placeLabel(plan), (plansOf.get(placeLabel(plan)) ?? 0) + 1);
  return ({ plan }) => {
    const place = placeLabel(plan);
    if ((plansOf.get(place) ?? 0) < 2) return place;
    return lang === "en" ? englishName(plan) : shortName(plan);
  };
}

/** Whether all plans are of one place. */
export const isOnePlace = (entries: readonly PlanEntry[]): boolean => new Set(entries.map(({ plan }) => placeLabel(plan))).size < 2;
