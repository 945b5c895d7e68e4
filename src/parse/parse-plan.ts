/**
 * Stage 2: from a source document to a plan.
 *
 * Input: lines as they came. Output: canonical text, section tree, metadata, register, warnings. Never throws on any
 * text: what is not understood stays in the text and is searchable.
 */
import { foldText } from "../language/fold.ts";
import { findPlaces, placeNamed } from "../language/places.ts";
import type { SourceDocument } from "../corpus/types.ts";
import { readAssignments } from "./assignments.ts";
import { makeCanonicalText } from "./canonical-text.ts";
import { findComponents, isLetter, mainComponentIndex } from "./components.ts";
import { linesOf, readMetadata } from "./metadata.ts";
import { issuerName, readPlace } from "./place.ts";
import { readRelations } from "./relations.ts";
import { buildSectionTree } from "./section-tree.ts";
import type { Attachment, Plan, PlanPlace, Section } from "./types.ts";
import { findWarnings } from "./warnings.ts";

/** Changes whenever the same source would be read otherwise; part of a generation's manifest. */
export const PARSER_VERSION = "4";

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
  const mainSections = within(main);
  const kind = components[main]?.kind ?? "Văn bản";
  const metadata = readMetadata({ text: canonical.text, kind, head: ofKind(mainSections, "head"), tail: ofKind(mainSections, "tail") });
  const headLines = linesOf(canonical.text, ofKind(sections, "head"));
  const place =
    placeFromCatalogue(document.catalogue.place) ?? readPlace({ head: headLines, subject: metadata.subject, body: canonical.text });
  const attachments: Attachment[] = components.flatMap((component, index) => {
    if (index === main) return [];
    const own = within(index);
    const first = own[0];
    if (first === undefined) return [];
    const letter = isLetter(component) ? own : [];
    const read = readMetadata({
      text: canonical.text,
      kind: component.kind,
      head: [...letter, ...ofKind(own, "head")],
      tail: [...letter, ...ofKind(own, "tail")],
    });
    return [
      {
        kind: component.kind,
        sectionId: first.id,
        subject: read.subject,
        legalBases: read.legalBases,
        number: read.number,
        issuedOn: read.issuedOn,
        issuedOnPrinted: read.issuedOnPrinted,
        signer: read.signer,
      },
    ];
  });
  const decision = attachments.findLast((attachment) => attachment.number !== null && attachment.kind !== "Công văn");
  const number = metadata.number ?? decision?.number ?? null;
  const issuedOn = metadata.issuedOn ?? decision?.issuedOn ?? null;
  const kindName = metadata.kind;
  const full = {
    ...metadata,
    number,
    issuedOn,
    status: metadata.status === "unknown" && number !== null && issuedOn !== null ? ("issued" as const) : metadata.status,
  };
  return {
    id: document.id,
    sourceHash: document.sourceHash,
    text: canonical.text,
    offsets: canonical.offsets,
    title: document.catalogue.title ?? `${kindName} ${lowerFirst(metadata.subject)}`.trim(),
    kind: kindName,
    subject: metadata.subject,
    number,
    issuedOn,
    issuedOnPrinted: issuedOn === null ? metadata.issuedOnPrinted : null,
    numberLine: metadata.numberLine,
    issuer: document.catalogue.issuer ?? (place === null ? null : issuerName(place, headLines, metadata.subject)),
    place,
    placeAliases: document.catalogue.aliases ?? initials(place),
    status: full.status,
    signer: metadata.signer ?? decision?.signer ?? null,
    legalBases: metadata.legalBases.length > 0 ? metadata.legalBases : (decision?.legalBases ?? []),
    recipients: metadata.recipients,
    attachments,
    relations: readRelations(canonical.text, sections, number?.value ?? null),
    sections,
    assignments: readAssignments({ documentId: document.id, text: canonical.text, sections }),
    warnings: findWarnings({ canonical, sections, metadata: full }),
    supersedes: document.catalogue.supersedes ?? [],
  };
}

function placeFromCatalogue(name: string | undefined): PlanPlace | null {
  if (name === undefined) return null;
  const known = placeNamed(name);
  return { name: known?.name ?? name, level: known?.level ?? "province", province: known?.province ?? null };
}

const ABBREVIATION = /(?<!\p{L})(?:ubnd|hđnd|ttnt|cntt|kh&cn|khcn|tt&tt|iot|ai)(?!\p{L})/gu;

/** A subject as it follows "Kế hoạch" in a title; one in capitals is brought to sentence form, names of places kept. */
function lowerFirst(subject: string): string {
  if (/\p{Ll}/u.test(subject)) return subject.charAt(0).toLowerCase() + subject.slice(1);
  let sentence = subject.toLowerCase().replace(ABBREVIATION, (short) => short.toUpperCase());
  for (const { place, start, end } of findPlaces(sentence).toReversed())
    sentence = sentence.slice(0, start) + place.name + sentence.slice(end);
  return sentence;
}
