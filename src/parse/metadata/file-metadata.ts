/** Metadata of a file that holds several documents: the one it is about, and the letter or decision that comes with it. */
import type { Component } from "../component-layout.ts";
import type { Attachment, Section } from "../types.ts";
import { readMetadata, type DocumentMetadata } from "./read-metadata.ts";

/** A document of the file with its sections. */
export interface FilePart {
  readonly kind: Component["kind"];
  readonly isLetter: boolean;
  readonly sections: readonly Section[];
}

export interface FileMetadata {
  /** Of the document that the file is about; what it leaves unsaid stands in the decision that issues it. */
  readonly metadata: DocumentMetadata;
  readonly attachments: readonly Attachment[];
}

const LETTER = "Công văn";

function metadataOf(text: string, { kind, isLetter, sections }: FilePart): DocumentMetadata {
  // A covering letter is one section, which is head and closing block in one.
  const ofKind = (wanted: Section["kind"]): readonly Section[] => {
    const found = sections.filter((section) => section.kind === wanted);
    return found.length === 0 && isLetter ? sections.filter((section) => section.kind === "letter") : found;
  };
  return readMetadata({ text, kind, head: ofKind("head"), tail: ofKind("tail"), sections });
}

/** The plan's own words win; a decision's number, date, signer and bases are its plan's too. */
function completed(own: DocumentMetadata, decision: DocumentMetadata | null): DocumentMetadata {
  if (decision === null) return own;
  const number = own.number ?? decision.number;
  const issuedOn = own.issuedOn ?? decision.issuedOn;
  return {
    ...own,
    number,
    issuedOn,
    issuedAt: own.issuedAt ?? decision.issuedAt,
    issuer: own.issuer ?? decision.issuer,
    superior: own.superior ?? decision.superior,
    effectiveOn: own.effectiveOn ?? decision.effectiveOn,
    expiresOn: own.expiresOn ?? decision.expiresOn,
    urgency: own.urgency ?? decision.urgency,
    signer: own.signer ?? decision.signer,
    authority: own.authority ?? decision.authority,
    legalBases: own.legalBases.length > 0 ? own.legalBases : decision.legalBases,
    recipients: own.recipients.length > 0 ? own.recipients : decision.recipients,
    status:
      own.status === "unknown"
        ? decision.status === "draft" || (number !== null && issuedOn !== null)
          ? decision.status
          : own.status
        : own.status,
  };
}

/** @param main position in `parts` of the document that the file is about. */
export function readFileMetadata(text: string, parts: readonly FilePart[], main: number): FileMetadata {
  const all = parts.map((part) => ({ part, read: metadataOf(text, part) }));
  const others = all.filter((_, index) => index !== main);
  const decision = others.findLast(({ part, read }) => read.number !== null && part.kind !== LETTER)?.read ?? null;
  const own = all[main]?.read ?? metadataOf(text, { kind: "Văn bản", isLetter: false, sections: [] });
  const attachments = others.flatMap(({ part, read }) => {
    const first = part.sections[0];
    const { subject, legalBases, number, issuedOn, issuedOnPrinted, signer } = read;
    return first === undefined
      ? []
      : [{ kind: part.kind, sectionId: first.id, subject, legalBases, number, issuedOn, issuedOnPrinted, signer }];
  });
  return { metadata: completed(own, decision), attachments };
}
