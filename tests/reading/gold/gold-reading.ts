/** The shape of a gold reading: metadata, register and warnings of a document, written by hand before any reader was run on it. */
import type { DocumentStatus } from "../../../src/contract/answer.ts";

export interface GoldMetadata {
  readonly kind: string;
  /** Of the document, or of the decision that issues it. */
  readonly number: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
  readonly issuedAt: string;
  readonly issuer: string;
  /** How the subject (trích yếu) begins. */
  readonly subject: string;
  readonly signer: { readonly name: string; readonly title: string } | null;
  /** Any of these is right: one who signs "TM." and "KT." does both. */
  readonly authority: readonly (string | null)[];
  readonly legalBases: number;
  readonly recipients: number;
  readonly status: DocumentStatus;
  /** ISO date, null where the text names none. */
  readonly effectiveOn: string | null;
}

export interface GoldReading {
  readonly id: string;
  readonly metadata: GoldMetadata;
  /**
   * A line an assignment: section | agency as printed | role, "*" for any | words of the task | time as printed | partners parted by ";" |
   * what it comes to: from=, due= (ISO days), rule= (RFC 5545), budget= (đồng), report= (to whom).
   * An empty cell says nothing, "-" says that there is none. A line that opens with "?" may be listed or not.
   */
  readonly assignments: string;
  /** A line a relation: kind | number of the other document. */
  readonly relations: string;
  /** A line a warning: code | section, "*" for anywhere. */
  readonly warnings: string;
}

export interface GoldAssignment {
  readonly optional: boolean;
  readonly path: string;
  readonly agency: string;
  readonly role: string;
  readonly task: string;
  readonly time: string;
  /** Null: says nothing. */
  readonly partners: readonly string[] | null;
  readonly from: string | null;
  readonly due: string | null;
  readonly rule: string | null;
  readonly budget: number | null;
  readonly report: string | null;
}

const table = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));

function partnersIn(cell: string): string[] | null {
  if (cell === "") return null;
  return cell === "-" ? [] : cell.split(";").map((name) => name.trim());
}

export function goldAssignments(gold: GoldReading): GoldAssignment[] {
  return table(gold.assignments).map(([place = "", agency = "", role = "", task = "", time = "", partners = "", comes = ""]) => {
    const value = (name: string): string | null => new RegExp(String.raw`(?:^| )${name}=(.*?)(?= \w+=|$)`, "u").exec(comes)?.[1] ?? null;
    const budget = value("budget");
    return {
      optional: place.startsWith("?"),
      path: place.replace(/^\?\s*/u, ""),
      agency,
      role,
      task,
      time,
      partners: partnersIn(partners),
      from: value("from"),
      due: value("due"),
      rule: value("rule"),
      budget: budget === null ? null : Number(budget),
      report: value("report"),
    };
  });
}

export interface GoldMention {
  readonly what: string;
  readonly where: string;
}

const mentions = (text: string): GoldMention[] => table(text).map(([what = "", where = ""]) => ({ what, where }));

export const goldRelations = (gold: GoldReading): GoldMention[] => mentions(gold.relations);
export const goldWarnings = (gold: GoldReading): GoldMention[] => mentions(gold.warnings);
