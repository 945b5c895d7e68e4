/**
 * Stage 2: from a source document to a plan.
 *
 * Input: lines as they came. Output: canonical text, section tree, metadata, register, warnings. Never throws on any
 * text: what is not understood stays in the text and is searchable.
 */
import { foldText } from "../language/fold.ts";
import { placeNamed } from "../language/places.ts";
import type { SourceDocument } from "../corpus/types.ts";
import { readAssignments } from "./assignments.ts";
import { makeCanonicalText } from "./canonical-text.ts";
import { findComponents, isLetter, mainComponentIndex } from "./components.ts";
import { headPieces, linesOf } from "./metadata/lines.ts";
import { readFileMetadata } from "./metadata/file-metadata.ts";
import { titleCase } from "./metadata/sentence-case.ts";
import { issuerName, readPlace } from "./place.ts";
import { readRelations } from "./relations.ts";
import { buildSectionTree } from "./section-tree.ts";
import type { Plan, PlanPlace, Section } from "./types.ts";
import { findNotes, findWarnings } from "./warnings/find-warnings.ts";

/** Changes whenever the same source would be read otherwise; part of a generation's manifest. */
export const PARSER_VERSION = "9";

/** "BT" for Bình Thuận: initials that officials type. */
function initials(place: PlanPlace | null): string[] {
  if (place === null) return [];
  const letters = place.name
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .join("");
  return letters.length < 2 ? [] : [...new Set([letters, foldText(letters).toUpperCase()])];
}

/** The first sections of a document that are its head, and its tail. */
const ofKind = (sections: readonly Section[], kind: Section["kind"]): Section[] => sections.filter((section) => section.kind === kind);

/** Reads one source document as a clerk would. */
export function parsePlan(document: SourceDocument): Plan {
  const canonical = makeCanonicalText(document);
  const components = findComponents(canonical.paragraphs);
  const main = mainComponentIndex(components);
  const sections = buildSectionTree({ text: canonical.text, paragraphs: canonical.paragraphs, components, main });
  const rangeOf = (index: number): { from: number; to: number } => {
    const component = components[index];
    return { from: canonical.paragraphs[component?.from ?? 0]?.start ?? 0, to: canonical.paragraphs[(component?.to ?? 0) - 1]?.end ?? 0 };
  };
  const within = (index: number): Section[] =>
    sections.filter((section) => section.start >= rangeOf(index).from && section.end <= rangeOf(index).to);
  const parts = components.map((component, index) => ({
    kind: component.kind,
    isLetter: isLetter(component),
    sections: within(index),
  }));
  const { metadata, attachments } = readFileMetadata(canonical.text, parts, main);
  const headLines = headPieces(linesOf(canonical.text, ofKind(sections, "head")));
  const place =
    placeFromCatalogue(document.catalogue.place) ?? readPlace({ head: headLines, subject: metadata.subject, body: canonical.text });
  const number = metadata.number?.value ?? null;
  const doubts = { document, canonical, sections, metadata };
  return {
    id: document.id,
    sourceHash: document.sourceHash,
    text: canonical.text,
    offsets: canonical.offsets,
    title: document.catalogue.title ?? `${metadata.kind} ${titleCase(metadata.subject)}`.trim(),
    kind: metadata.kind,
    subject: metadata.subject,
    number: metadata.number,
    issuedOn: metadata.issuedOn,
    issuedOnPrinted: metadata.issuedOn === null ? metadata.issuedOnPrinted : null,
    numberLine: metadata.numberLine,
    issuer: document.catalogue.issuer ?? metadata.issuer ?? (place === null ? null : issuerName(place, headLines, metadata.subject)),
    superior: metadata.superior,
    issuedAt: metadata.issuedAt,
    effectiveOn: metadata.effectiveOn,
    expiresOn: metadata.expiresOn,
    urgency: metadata.urgency,
    place,
    placeAliases: document.catalogue.aliases ?? initials(place),
    status: metadata.status,
    signer: metadata.signer,
    authority: metadata.authority,
    legalBases: metadata.legalBases,
    recipients: metadata.recipients,
    attachments,
    relations: readRelations({ text: canonical.text, sections, number, subject: metadata.subject }),
    sections,
    assignments: readAssignments({ documentId: document.id, text: canonical.text, sections }),
    warnings: findWarnings(doubts),
    notes: findNotes(doubts),
    supersedes: document.catalogue.supersedes ?? [],
    copyOf: null,
    changedBy: [],
  };
}

function placeFromCatalogue(name: string | undefined): PlanPlace | null {
  if (name === undefined) return null;
  const known = placeNamed(name);
  return { name: known?.name ?? name, level: known?.level ?? "province", province: known?.province ?? null };
}
