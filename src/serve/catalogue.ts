/** Plans in the shapes of GET /v1/documents…: mapping only, nothing is understood here. */
import { fullReference } from "../answer/reference.ts";
import { sha256 } from "../base/files.ts";
import type { DocumentAttachment, DocumentDetail, DocumentSummary, Relation, SectionDetail } from "../contract/documents.ts";
import { placeNowOf } from "../language/places.ts";
import type { Attachment, Plan, PlanRelation } from "../parse/types.ts";

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
    issuedOnPrinted: plan.issuedOnPrinted?.value ?? null,
    issuedAt: plan.issuedAt?.value ?? null,
    superior: plan.superior,
    authority: authorityOf(plan),
    effectiveOn: plan.effectiveOn?.value ?? null,
    expiresOn: plan.expiresOn?.value ?? null,
    urgency: plan.urgency?.value ?? null,
    placeNow: plan.place === null ? null : placeNowOf(plan.place),
    relations: plan.relations.map((relation) => relationOf(plan, relation)),
    changedBy: plan.changedBy.map((change) => ({ ...change, sectionIds: [...change.sectionIds] })),
    attachments: plan.attachments.map(attachmentOf),
    assignments: plan.assignments.length,
    warnings: [...plan.warnings],
    notes: [...plan.notes],
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

function authorityOf({ authority }: Plan): DocumentDetail["authority"] {
  if (authority === null) return null;
  const { mark, standsFor, body, title } = authority;
  return { mark, standsFor, body, title };
}

function relationOf(plan: Plan, { evidence, targets, documentId, ...relation }: PlanRelation): Relation {
  return {
    ...relation,
    documentId: documentId ?? null,
    targets: targets.map(({ printed, repeals, evidence: { sectionId } }) => ({ printed, repeals, sectionId })),
    sectionId: evidence.sectionId,
    quote: plan.text.slice(evidence.start, evidence.end),
  };
}

function attachmentOf({ kind, sectionId, subject, number, issuedOn, signer }: Attachment): DocumentAttachment {
  return {
    kind,
    sectionId,
    subject,
    number: number?.value ?? null,
    issuedOn: issuedOn?.value ?? null,
    signer: signer === null ? null : { name: signer.name, title: signer.title },
  };
}
