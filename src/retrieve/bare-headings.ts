import type { Generation } from "../index/types.ts";

/**
 * Ordinals of passages that are only the heading of what follows ("III. NHIỆM VỤ, GIẢI PHÁP"). They say nothing by
 * themselves, and their words stand in the context of every passage under them: no question is answered by one.
 */
export function bareHeadings({ plans, passages }: Pick<Generation, "plans" | "passages">): ReadonlySet<number> {
  const sections = new Map(plans.map((plan) => [plan.id, new Map(plan.sections.map((section) => [section.id, section]))]));
  return new Set(
    passages
      .filter(({ documentId, sectionId, start, end }) => {
        const section = sections.get(documentId)?.get(sectionId);
        if (section === undefined || section.heading === "" || start > section.start || end >= section.end) return false;
        // The mark, the heading and at most a colon and a space or two.
        return end - start <= section.marker.length + section.heading.length + 3;
      })
      .map(({ ordinal }) => ordinal),
  );
}
