/**
 * Metadata of one document of a file: number, date, subject, signer, legal bases, recipients, stamps.
 * Every value carries the place of the text that states it; what the text leaves blank stays null.
 */
import documentKinds from "../../language/data/document-kinds.json" with { type: "json" };
import type { DocumentStatus } from "../../contract/answer.ts";
import { nameKey } from "../../language/fold.ts";
import type { Evidence, Plan, Section, SigningAuthority, Stated } from "../types.ts";
import { readIssueDate } from "./issue-date.ts";
import { readIssuer, type Issuer } from "./issuer.ts";
import { readLegalBases } from "./legal-bases.ts";
import { closingPieces, headPieces, linesOf, portalValue, type Line } from "./lines.ts";
import { readNumber } from "./number.ts";
import { readRecipients } from "./recipients.ts";
import { readSigning } from "./signing.ts";
import { findDraftStamp, readUrgency } from "./stamps.ts";
import { readSubject } from "./subject.ts";
import { readValidity, type Validity } from "./validity.ts";

export interface DocumentMetadata extends Issuer, Validity {
  readonly kind: string;
  readonly subject: string;
  readonly number: Stated<string> | null;
  /** Where the number would stand, when it is blank. */
  readonly numberLine: Evidence | null;
  readonly issuedOn: Stated<string> | null;
  readonly issuedOnPrinted: Stated<string> | null;
  readonly issuedAt: Stated<string> | null;
  readonly urgency: Stated<string> | null;
  readonly signer: Plan["signer"];
  readonly authority: SigningAuthority | null;
  readonly legalBases: readonly Stated<string>[];
  readonly recipients: readonly string[];
  readonly status: DocumentStatus;
}

export interface MetadataInput {
  readonly text: string;
  /** The kind that the file's layout shows, "Văn bản" where it shows none. */
  readonly kind: string;
  readonly head: readonly Section[];
  readonly tail: readonly Section[];
  /** All sections of this document. */
  readonly sections: readonly Section[];
}

const PORTAL_KIND = /^Loại văn bản(?=\s|:|$)/u;

function kindOf(kind: string, head: readonly Line[]): string {
  if (kind !== "Văn bản") return kind;
  const named = nameKey(portalValue(head, PORTAL_KIND)?.text ?? "");
  return documentKinds.kinds.find(({ name }) => nameKey(name) === named)?.name ?? kind;
}

/** Metadata from the sections of one document of a file. */
export function readMetadata(input: MetadataInput): DocumentMetadata {
  const head = headPieces(linesOf(input.text, input.head));
  const closing = closingPieces(linesOf(input.text, input.tail.length > 0 ? input.tail : input.head));
  const kind = kindOf(input.kind, head);
  const kindKey = nameKey(kind);
  const { number, blank } = readNumber(head);
  const { full, printed, place } = readIssueDate(head);
  const subject = readSubject(head, kindKey);
  const title = head.findIndex((line) => nameKey(line.text) === kindKey || line.text.startsWith("V/v"));
  const status = findDraftStamp(head) !== null ? "draft" : number !== null || full !== null ? "issued" : "unknown";
  return {
    kind,
    subject,
    number,
    numberLine: blank,
    issuedOn: full,
    issuedOnPrinted: printed,
    issuedAt: place,
    urgency: readUrgency(head),
    ...readIssuer(title === -1 ? head : head.slice(0, title)),
    ...readSigning(closing, head),
    ...readValidity({ text: input.text, sections: input.sections, head, issuedOn: full?.value ?? null }),
    legalBases: readLegalBases(head, subject),
    recipients: input.tail.length > 0 ? readRecipients(closing) : [],
    status,
  };
}
