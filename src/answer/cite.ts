/**
 * Citations: code copies every quote from the canonical text, and the smallest numbered section that holds it stands
 * beside it. A bullet alone does not say whose task it is, so the numbered section above it is cited while it fits.
 */
import { sha256 } from "../base/files.ts";
import type { Citation } from "../contract/answer.ts";
import type { Section, SectionKind } from "../parse/types.ts";
import type { PlanEntry } from "./collection.ts";
import { passageAddress } from "./passage-address.ts";
import { fullReference } from "./reference.ts";

/** Longest section text a citation carries, in UTF-16 units (contract). */
const TEXT_LIMIT = 3000;
const BULLETS = new Set<SectionKind>(["dash", "plus"]);

export interface Quoted {
  readonly entry: PlanEntry;
  /** Range of the quote in the plan's text. */
  readonly start: number;
  readonly end: number;
}

const holds = (section: Section, { start, end }: Quoted): boolean => section.start <= start && end <= section.end;

/** The section to cite for a range; undefined when no one section holds it. */
export function sectionFor(quoted: Quoted): Section | undefined {
  const around = quoted.entry.plan.sections.filter((section) => holds(section, quoted));
  const numbered = around.findLast((section) => !BULLETS.has(section.kind));
  if (numbered !== undefined && numbered.end - numbered.start <= TEXT_LIMIT) return numbered;
  return around.at(-1) ?? numbered;
}

/** Whole paragraphs around a quote that fit the limit, for a section that is too long to be shown whole. */
function windowAround(text: string, section: Section, quoted: Quoted): string {
  let start = text.lastIndexOf("\n", quoted.start) + 1;
  let end = text.indexOf("\n", quoted.end);
  if (end === -1 || end > section.end) end = section.end;
  if (start < section.start || end - start > TEXT_LIMIT) [start, end] = [quoted.start, quoted.end];
  return text.slice(start, Math.min(end, start + TEXT_LIMIT));
}

/** Collects the citations of one answer, numbered from 1 in order of first use. */
export class Citer {
  readonly citations: Citation[] = [];

  /** The number of the citation for a range; the same range gives the same number. */
  cite(quoted: Quoted): number {
    const { plan } = quoted.entry;
    const trimmed = trimRange(plan.text, quoted);
    const known = this.citations.find(
      (citation) => citation.documentId === plan.id && citation.start === trimmed.start && citation.end === trimmed.end,
    );
    if (known !== undefined) return known.n;
    const section = sectionFor({ entry: quoted.entry, ...trimmed });
    if (section === undefined) throw new Error(`no section of ${plan.id} holds ${trimmed.start}-${trimmed.end}`);
    const sectionText = plan.text.slice(section.start, section.end);
    const whole = sectionText.length <= TEXT_LIMIT;
    const hash = sha256(sectionText);
    const end = Math.min(trimmed.end, trimmed.start + TEXT_LIMIT);
    const n = this.citations.length + 1;
    this.citations.push({
      n,
      documentId: plan.id,
      title: plan.title,
      number: plan.number?.value ?? null,
      issuedOn: plan.issuedOn?.value ?? null,
      issuer: plan.issuer,
      documentStatus: plan.status,
      section: { id: section.id, label: section.label, path: [...section.path] },
      quote: plan.text.slice(trimmed.start, end),
      text: whole ? sectionText : windowAround(plan.text, section, { entry: quoted.entry, start: trimmed.start, end }),
      start: trimmed.start,
      end,
      hash,
      page: pageAt(plan.offsets, trimmed.start),
      reference: fullReference(plan, section.label),
      url: passageAddress({ documentId: plan.id, sectionId: section.id, start: trimmed.start, end, hash }),
    });
    return n;
  }
}

function trimRange(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  return { start: start + lead, end: start + lead + raw.trim().length };
}

function pageAt(offsets: readonly { readonly canonical: number; readonly page: number | null }[], position: number): number | null {
  return offsets.findLast(({ canonical }) => canonical <= position)?.page ?? null;
}
