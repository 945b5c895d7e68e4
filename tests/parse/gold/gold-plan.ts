/** The shape of a gold reading: what a person found in a plan by reading it, written before any parser was run on it. */
import type { DocumentStatus } from "../../../src/contract/answer.ts";

export interface GoldPlan {
  /** File name in the corpus without its extension. */
  readonly id: string;
  readonly metadata: {
    readonly kind: string;
    readonly number: string | null;
    readonly issuedOn: string | null;
    /** What stands of the date where it is not whole. */
    readonly issuedOnPrinted: string | null;
    readonly issuer: string;
    readonly signer: { readonly name: string; readonly title: string } | null;
    readonly place: { readonly name: string; readonly level: string; readonly province: string | null };
    readonly status: DocumentStatus;
    /** How each legal basis begins. */
    readonly legalBases: readonly string[];
    readonly recipients: number;
    /** Place of issue as printed before the date. */
    readonly issuedAt: string | null;
    /** By what right it is signed: "KT. Chủ tịch, TM. Ủy ban nhân dân". */
    readonly authority: string | null;
    readonly effectiveOn: string | null;
    /** What the text says of other documents: kind, number, date. */
    readonly relations: readonly string[];
  };
  /**
   * A line a section, in the plan's order: id | how its words begin after the mark | its bullets as printed, "-" and "+".
   * A bullet is a section too; it is not listed on a line of its own.
   */
  readonly sections: string;
  /**
   * A line an assignment: section | agency as printed | role | time as printed | partners parted by " ; ".
   * "III.1-1..4" stands for the four bullets. An empty time says nothing about the time.
   * Goals and contents that speak of agencies in passing ("các sở, ngành cần sử dụng …") assign nothing.
   */
  readonly assignments: string;
  /** A line a warning: code | section. */
  readonly warnings: string;
}

export interface GoldAssignment {
  readonly sectionId: string;
  readonly agency: string;
  readonly role: string;
  readonly time: string;
  readonly partners: string;
}

const rows = (table: string): string[][] =>
  table
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));

/** Ids of the bullets that "-++-" prints under a section. */
function bulletIds(sectionId: string, printed: string): string[] {
  let dash = 0;
  let plus = 0;
  return Array.from(printed).map((mark) => {
    if (mark === "-") {
      plus = 0;
      return `${sectionId}-${++dash}`;
    }
    return `${sectionId}-${dash}+${++plus}`;
  });
}

/** All section ids in order, bullets included; `words` is empty for a bullet. */
export function goldSections(gold: GoldPlan): { readonly id: string; readonly words: string }[] {
  return rows(gold.sections).flatMap(([id = "", words = "", bullets = ""]) => [
    { id, words },
    ...bulletIds(id, bullets).map((bullet) => ({ id: bullet, words: "" })),
  ]);
}

export function goldAssignments(gold: GoldPlan): GoldAssignment[] {
  return rows(gold.assignments).flatMap(([place = "", agency = "", role = "", time = "", partners = ""]) => {
    const range = /^(.*-)(\d+)\.\.(\d+)$/u.exec(place);
    const ids =
      range === null
        ? [place]
        : Array.from({ length: Number(range[3]) - Number(range[2]) + 1 }, (_, k) => `${range[1]}${Number(range[2]) + k}`);
    return ids.map((sectionId) => ({ sectionId, agency, role, time, partners }));
  });
}

export function goldWarnings(gold: GoldPlan): string[] {
  return rows(gold.warnings).map((cells) => cells.join(" | "));
}
