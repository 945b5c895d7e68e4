/** Plans in the shapes of GET /v1/documents…: mapping only, nothing is understood here. */
import { fullReference } from "../answer/reference.ts";
import { sha256 } from "../base/files.ts";
import type { DocumentDetail, DocumentSummary, SectionDetail } from "../contract/documents.ts";
import type { Plan } from "../parse/types.ts";

export function summaryOf(plan: Plan): DocumentSummary {
  return { ...metadataOf(plan), sections: plan.sections.length, warnings: plan.warnings.length };
}

export function detailOf(plan: Plan): DocumentDetail {
  return {
    ...metadataOf(plan),
    sourceHash: plan.sourceHash,
    subject: plan.subject,
    legalBases: plan.legalBases.map((basis) => basis.value),
    recipients: [...plan.recipients],
    warnings: [...plan.warnings],
    sections: plan.sections.map(({ id, parentId, label, heading, path, level, start, end }) => ({
      id,
      parentId,
      label,
      heading: heading === "" ? (path.at(-1) ?? label) : heading,
      level,
      start,
      end,
    })),
    text: plan.text,
  };
}

/** Null where the plan has no such section. Neighbours are the sections before and after it in the plan's order. */
export function sectionOf(plan: Plan, sectionId: string): SectionDetail | null {
  const position = plan.sections.findIndex((section) => section.id === sectionId);
  const section = plan.sections[position];
  if (section === undefined) return null;
  const text = plan.text.slice(section.start, section.end);
  return {
    documentId: plan.id,
    id: section.id,
    label: section.label,
    path: [...section.path],
    text,
    start: section.start,
    end: section.end,
    hash: sha256(text),
    reference: fullReference(plan, section.label),
    previousId: plan.sections[position - 1]?.id ?? null,
    nextId: plan.sections[position + 1]?.id ?? null,
  };
}

function metadataOf(plan: Plan): Omit<DocumentSummary, "sections" | "warnings"> {
  return {
    id: plan.id,
    title: plan.title,
    kind: plan.kind,
    number: plan.number?.value ?? null,
    issuedOn: plan.issuedOn?.value ?? null,
    issuer: plan.issuer,
    place: plan.place?.name ?? null,
    status: plan.status,
    signer: plan.signer === null ? null : { name: plan.signer.name, title: plan.signer.title },
  };
}
