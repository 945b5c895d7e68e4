/** A document as understood, with its register where it is wanted, and one of its sections, as people read them in a terminal. */
import type { Language } from "../../contract/answer.ts";
import type { AssignmentRow } from "../../contract/assignments.ts";
import type { Authority, DocumentDetail, SectionDetail, Warning } from "../../contract/documents.ts";
import { officialDate } from "../../language/dates.ts";
import { blockNames, changeVerbs, factNames, relationVerbs, statuses } from "./document-words.ts";
import { shortened, type PrintOptions } from "./print-options.ts";
import { formatRegister } from "./print-register.ts";
import { wrapText } from "./wrap.ts";

/** A document and the rows of its register: what `aide inspect --json` writes. */
export interface Inspection {
  readonly document: DocumentDetail;
  readonly assignments: readonly AssignmentRow[];
}

const LONGEST_HEADING = 120;
const LONGEST_BASIS = 200;

/** Metadata, what is doubtful, and the tree of sections. */
export function formatDocument(document: DocumentDetail, options: PrintOptions): string {
  return `${partsOf(document, options).join("\n\n")}\n`;
}

/** All that was understood of a document: metadata, what is doubtful, the tree and the register. */
export function formatInspection({ document, assignments }: Inspection, options: PrintOptions): string {
  const register = assignments.length === 0 ? [] : [`${blockNames.register[options.lang]}:\n${formatRegister(assignments, options)}`];
  return `${[...partsOf(document, options), ...register].join("\n\n")}\n`;
}

export function formatSection(section: SectionDetail, { width }: PrintOptions): string {
  return `${wrapText(section.reference, { width })}\n\n${wrapText(section.text, { width, first: "  ", rest: "  " })}\n`;
}

function partsOf(document: DocumentDetail, { lang, width }: PrintOptions): string[] {
  const facts = factsOf(document, lang).flatMap(([name, value]) =>
    value === null ? [] : [wrapText(`${factNames[name][lang]}: ${value}`, { width, rest: "  " })],
  );
  const blocks: readonly (readonly [keyof typeof blockNames, readonly string[]])[] = [
    ["bases", document.legalBases.map((basis) => `- ${shortened(basis, LONGEST_BASIS)}`)],
    ["attachments", document.attachments.map((attachment) => `- ${attachmentShown(attachment)}`)],
    ["relations", document.relations.map((relation) => `- ${relationShown(relation, lang)}`)],
    ["changedBy", document.changedBy.map((change) => `! ${changeShown(change, lang)}`)],
    ["warnings", document.warnings.map((warning) => `! ${warningShown(warning, lang)}`)],
    ["notes", document.notes.map((note) => `- ${warningShown(note, lang)}`)],
  ];
  const shown = blocks.flatMap(([name, lines]) =>
    lines.length === 0
      ? []
      : [[`${blockNames[name][lang]}:`, ...lines.map((line) => wrapText(line, { width, first: "  ", rest: "    " }))].join("\n")],
  );
  const tree = document.sections.map((section) => {
    const indent = " ".repeat(2 + 2 * Math.max(0, section.level));
    return wrapText(`${section.id} ${shortened(section.heading, LONGEST_HEADING)}`, { width, first: indent, rest: `${indent}  ` });
  });
  return [
    wrapText(`${document.title} [${document.id}]`, { width }),
    facts.join("\n"),
    ...shown,
    [`${blockNames.sections[lang]}:`, ...tree].join("\n"),
  ];
}

function factsOf(document: DocumentDetail, lang: Language): readonly (readonly [keyof typeof factNames, string | null])[] {
  return [
    ["kind", document.kind],
    ["number", document.number],
    ["issued", dateShown(document)],
    ["issuer", document.issuer === null ? null : withSuperior(document.issuer, document.superior)],
    ["place", placeShown(document, lang)],
    ["status", statuses[document.status][lang]],
    ["effect", effectShown(document, lang)],
    ["urgency", document.urgency],
    ["signer", signerShown(document)],
    ["subject", document.subject === "" ? null : document.subject],
    ["recipients", document.recipients.length === 0 ? null : document.recipients.join("; ")],
    ["tasks", document.assignments === 0 ? null : String(document.assignments)],
  ];
}

function dateShown({ issuedOn, issuedOnPrinted, issuedAt }: DocumentDetail): string | null {
  const date = issuedOn === null ? issuedOnPrinted : officialDate(issuedOn);
  return date === null ? null : issuedAt === null ? date : `${date}, ${issuedAt}`;
}

const withSuperior = (issuer: string, superior: string | null): string => (superior === null ? issuer : `${issuer} (${superior})`);

function placeShown({ place, placeNow }: DocumentDetail, lang: Language): string | null {
  if (place === null || placeNow === null || placeNow === place) return place;
  return lang === "vi" ? `${place} (nay thuộc ${placeNow})` : `${place} (now part of ${placeNow})`;
}

function effectShown({ effectiveOn, expiresOn }: DocumentDetail, lang: Language): string | null {
  const from = effectiveOn === null ? null : `${lang === "vi" ? "từ" : "from"} ${officialDate(effectiveOn)}`;
  const until = expiresOn === null ? null : `${lang === "vi" ? "đến" : "until"} ${officialDate(expiresOn)}`;
  return from === null && until === null ? null : [from, until].filter((part) => part !== null).join(" ");
}

/** Many a text names its signer without an office, and a draft an office without its signer. */
function signerShown({ signer, authority }: DocumentDetail): string | null {
  const office = [signer?.title ?? authority?.title ?? "", ...(authority === null ? [] : rightsOf(authority))].filter(
    (part) => part !== "",
  );
  if (signer === null) return office.length === 0 ? null : `… (${office.join("; ")})`;
  return office.length === 0 ? signer.name : `${signer.name} (${office.join("; ")})`;
}

function rightsOf({ mark, standsFor, body }: Authority): string[] {
  const own = mark === null || standsFor === null ? [] : [`${mark} ${standsFor}`];
  return body === null || mark === "TM." ? own : [...own, `TM. ${body}`];
}

function attachmentShown({ kind, number, issuedOn, subject, sectionId }: DocumentDetail["attachments"][number]): string {
  const date = issuedOn === null ? "" : ` (${officialDate(issuedOn)})`;
  return `${kind}${number === null ? "" : ` ${number}`}${date}: ${subject} [${sectionId}]`;
}

function relationShown(relation: DocumentDetail["relations"][number], lang: Language): string {
  const { kind, document, issuedOn, issuer, targets, documentId, sectionId } = relation;
  const parts = targets.length === 0 ? "" : `${[...new Set(targets.map(({ printed }) => printed))].join(", ")} `;
  const date = issuedOn === null ? "" : ` (${officialDate(issuedOn)})`;
  const held = documentId === null ? "" : ` = ${documentId}`;
  return `${relationVerbs[kind][lang]} ${parts}${document}${date}${issuer === null ? "" : `, ${issuer}`}${held} [${sectionId}]`;
}

function changeShown({ kind, documentId, sectionId, since, sectionIds }: DocumentDetail["changedBy"][number], lang: Language): string {
  const parts = sectionIds.length === 0 ? "" : ` ${sectionIds.join(", ")}`;
  const date = since === null ? "" : ` (${officialDate(since)})`;
  return `${documentId} [${sectionId}]${date}: ${changeVerbs[kind][lang]}${parts}`;
}

function warningShown(warning: Warning, lang: Language): string {
  const place = warning.sectionId === null ? "" : ` [${warning.sectionId}]`;
  return `${lang === "vi" ? warning.message : warning.messageEn}${place}`;
}
