/** Tasks under a heading that names an agency: its paragraphs or bullets. */
import { splitAgencies } from "../../language/agency-lists.ts";
import { meansEveryAgency } from "../../language/agency-phrases.ts";
import { agencyOfHeading, subjectAgency } from "../../language/agency-subjects.ts";
import { findLabelledValues } from "../labelled-lines.ts";
import type { Assignment, Section } from "../types.ts";
import { makeAssignments, ownText, supports, type Context, type Named } from "./context.ts";
import { fromSubject } from "./from-sentences.ts";

/**
 * The agency that a section is about: its heading names it, or its first line does before a colon and the tasks follow
 * ("1. Sở Y tế:", "2. Sở Nội vụ có trách nhiệm:").
 */
export function agencyAbout(context: Context, section: Section): string | null {
  if (section.heading !== "") return agencyOfHeading(section.heading);
  const own = ownText(context, section).text;
  if (!own.endsWith(":") || own.includes("\n") || !context.childrenOf.has(section.id)) return null;
  return agencyOfHeading(own) ?? subjectAgency(own)?.name ?? null;
}

/** The rows of such a section; a child that names another agency is that one's. */
export function fromHeading(context: Context, section: Section, agency: string): Assignment[] {
  const shared = /^(?:\p{L}+\s+){0,3}các\s+\p{L}+\s*:/iu.test(agency);
  const names = meansEveryAgency(agency) && !shared ? agency.split(/\s*;\s*/u) : splitAgencies(agency);
  const headingEnd = context.text.indexOf("\n", section.start);
  const named: Named = {
    names,
    evidence: {
      sectionId: section.id,
      start: section.start,
      end: headingEnd === -1 ? section.ownEnd : Math.min(headingEnd, section.ownEnd),
    },
  };
  const own: Assignment[] = [];
  for (let start = named.evidence.end + 1; start < section.ownEnd;) {
    const newline = context.text.indexOf("\n", start);
    const end = newline === -1 || newline > section.ownEnd ? section.ownEnd : newline;
    own.push(
      ...makeAssignments(context, {
        named,
        task: { sectionId: section.id, start, end },
        labels: [],
        supports: supports(context.text.slice(start, end)),
      }),
    );
    start = end + 1;
  }
  const children = (context.childrenOf.get(section.id) ?? []).flatMap((child): Assignment[] => {
    const other = agencyAbout(context, child);
    if (other !== null && other !== agency) return fromHeading(context, child, other);
    const bySubject = fromSubject(context, child);
    if (bySubject !== null && bySubject.name !== agency) return bySubject.assignments;
    const { start, text } = ownText(context, child);
    return makeAssignments(context, {
      named,
      task: { sectionId: child.id, start, end: child.end },
      labels: findLabelledValues(text),
      supports: supports(text),
    });
  });
  return [...own, ...children];
}
