/** Tasks under a heading that names an agency: its paragraphs or bullets. */
import { splitAgencies } from "../../language/agency-lists.ts";
import { meansEveryAgency } from "../../language/agency-phrases.ts";
import { agencyOfHeading } from "../../language/agency-subjects.ts";
import { findLabelledValues } from "../labelled-lines.ts";
import type { Assignment, Section } from "../types.ts";
import { makeAssignments, ownText, supports, type Context, type Named } from "./context.ts";
import { fromOrders, fromSubject, namesOf } from "./from-sentences.ts";
import { leadInAtEnd, leadInOf, type LeadIn } from "./lead-ins.ts";

/**
 * The agency that a section is about: its heading names it, or its last line does before a colon and the tasks follow
 * ("1. Sở Y tế:", "2. Sở Nội vụ có trách nhiệm:", "3. Về hạ tầng" with "Giao Sở Xây dựng:" below).
 */
export function agencyAbout(context: Context, section: Section): string | null {
  const headed = section.heading === "" ? null : agencyOfHeading(section.heading);
  return headed ?? leadInOf(context, section)?.agency ?? null;
}

/** Who is charged with the items that follow, and what the words above them say for all. */
interface Charge {
  readonly named: Named;
  readonly agency: string;
  /** Its time and partners are those of items that name none. */
  readonly opening: string;
  readonly supports: boolean;
}

function chargeOf(section: Section, { agency, words, task, start, end }: LeadIn): Charge {
  return {
    agency,
    named: { names: listed(agency), evidence: { sectionId: section.id, start, end } },
    opening: words,
    supports: supports(task),
  };
}

/** The names of a heading; "Các sở: Y tế, Tài chính" are those two. */
function listed(agency: string): readonly string[] {
  return meansEveryAgency(agency) ? namesOf(agency) : splitAgencies(agency);
}

/** Paragraphs of a section's own words; a line that opens in small letters goes on with the one before. */
function paragraphsOf(text: string, from: number, to: number): { start: number; end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (let start = from; start < to;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 || newline > to ? to : newline;
    const last = paragraphs.at(-1);
    if (last !== undefined && /^\s*\p{Ll}/u.test(text.slice(start, end))) last.end = end;
    else paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}

/** "Thực hiện các nhiệm vụ sau, xong trước ngày 30/11:" opens the items and is no task of its own. */
const OPENS_ITEMS = /^[^.;:]{0,160}(?:sau|sau đây|cụ thể|trách nhiệm|nhiệm vụ|nội dung)(?!\p{L})[^.;:]{0,80}:$/iu;

/** Such a line at the end of a section's own words, under its heading; empty for others. */
function openingLine(context: Context, section: Section): string {
  const line = ownText(context, section).text.trimEnd().split("\n").slice(1).at(-1) ?? "";
  return context.childrenOf.has(section.id) && OPENS_ITEMS.test(line) ? line : "";
}

/** The rows of such a section; a child that names another agency is that one's. */
export function fromHeading(context: Context, section: Section, agency: string): Assignment[] {
  const lead = leadInOf(context, section);
  const byHeading = section.heading !== "" && agencyOfHeading(section.heading) === agency;
  const own = byHeading ? ownRows(context, section, { agency, lead }) : [];
  const headingEnd = context.text.indexOf("\n", section.start);
  let charge: Charge = {
    agency,
    named: {
      names: listed(agency),
      evidence: {
        sectionId: section.id,
        start: section.start,
        end: headingEnd === -1 ? section.ownEnd : Math.min(headingEnd, section.ownEnd),
      },
    },
    opening: lead?.words ?? openingLine(context, section),
    supports: false,
  };
  if (lead !== null && !byHeading) {
    charge = chargeOf(section, lead);
    if (lead.start > ownText(context, section).start) own.push(...beforeLeadIn(context, { ...section, ownEnd: lead.start }));
  }
  const children = (context.childrenOf.get(section.id) ?? []).flatMap((child): Assignment[] => {
    const current = charge;
    // "Giao Sở Tài chính:" as the last line of an item charges another with the items after it.
    const printed = context.text.slice(child.start, child.end);
    const next = printed.includes("\n") && !context.childrenOf.has(child.id) ? leadInAtEnd(printed, child.start) : null;
    if (next !== null) charge = chargeOf(child, next);
    const item = next === null ? child : { ...child, end: next.start, ownEnd: next.start };
    return rowsOfChild(context, item, current);
  });
  return [...own, ...children];
}

/** What sentences above the lead-in assign. */
function beforeLeadIn(context: Context, section: Section): Assignment[] {
  return fromSubject(context, section)?.assignments ?? fromOrders(context, section);
}

/** Paragraphs under a heading are the agency's; the lead-in of the items is no task. */
function ownRows(context: Context, section: Section, { agency, lead }: { agency: string; lead: LeadIn | null }): Assignment[] {
  const newline = context.text.indexOf("\n", section.start);
  const headingEnd = newline === -1 ? section.ownEnd : Math.min(newline, section.ownEnd);
  const evidence = { sectionId: section.id, start: section.start, end: headingEnd };
  const words = ownText(context, section);
  const end = lead?.start ?? words.start + words.text.trimEnd().length - openingLine(context, section).length;
  return paragraphsOf(context.text, headingEnd + 1, end).flatMap((paragraph) =>
    makeAssignments(context, {
      named: { names: listed(agency), evidence },
      task: { sectionId: section.id, ...paragraph },
      labels: [],
      supports: supports(context.text.slice(paragraph.start, paragraph.end)),
    }),
  );
}

function rowsOfChild(context: Context, child: Section, charge: Charge): Assignment[] {
  const other = agencyAbout(context, child);
  if (other !== null && other !== charge.agency) return fromHeading(context, child, other);
  const bySubject = fromSubject(context, child);
  if (bySubject !== null && bySubject.name !== charge.agency) return bySubject.assignments;
  const { start, text } = ownText(context, child);
  return makeAssignments(context, {
    named: charge.named,
    task: { sectionId: child.id, start, end: child.end },
    labels: findLabelledValues(text),
    supports: charge.supports || supports(text),
    opening: charge.opening,
  });
}
