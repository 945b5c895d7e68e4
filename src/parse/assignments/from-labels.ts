/** Tasks under labelled lines: "Cơ quan chủ trì: …" in a section's own text or its bullets. */
import { splitAgencies } from "../../language/agency-lists.ts";
import { findLabelledValues } from "../labelled-lines.ts";
import type { Assignment, Section } from "../types.ts";
import { makeAssignments, ownText, type Context } from "./context.ts";

/** The rows of a section that labels its agencies; none for one that only groups labelled items. */
export function fromLabels(context: Context, section: Section): Assignment[] {
  const whole = context.text.slice(section.start, section.end);
  const labels = findLabelledValues(whole);
  const leads = labels.filter((label) => label.kind === "lead");
  const first = labels[0];
  if (leads.length === 0 || first === undefined) return [];
  // A section that only groups labelled items is none itself: its items will be read on their own.
  if (
    (context.childrenOf.get(section.id) ?? []).some(
      (child) =>
        findLabelledValues(context.text.slice(child.start, child.end)).some((label) => label.kind === "lead") &&
        !/^(?:dash|plus)$/u.test(child.kind),
    )
  )
    return [];
  const own = ownText(context, section);
  const until = Math.min(section.start + first.start, section.end);
  const end = own.start + context.text.slice(own.start, until).replace(/[\s\-+•–(]+$/u, "").length;
  if (end <= own.start) return [];
  return leads.flatMap((lead) =>
    makeAssignments(context, {
      named: {
        names: splitAgencies(lead.value),
        evidence: { sectionId: section.id, start: section.start + lead.start, end: section.start + lead.end },
      },
      task: { sectionId: section.id, start: own.start, end },
      labels,
      supports: false,
    }),
  );
}
