/** From when and until when a document holds, where its text says so. */
import { findDates, isoDate } from "../../language/dates.ts";
import type { Section, Stated } from "../types.ts";
import { portalValue, stated, type Line } from "./lines.ts";

export interface Validity {
  readonly effectiveOn: Stated<string> | null;
  readonly expiresOn: Stated<string> | null;
}

export interface ValidityInput {
  readonly text: string;
  /** Sections of this document alone. */
  readonly sections: readonly Section[];
  readonly head: readonly Line[];
  /** ISO date of issue, for "kể từ ngày ký". */
  readonly issuedOn: string | null;
}

const PORTAL_FROM = /^Ngày (?:có )?hiệu lực(?=\s|:|$)/iu;
const PORTAL_UNTIL = /^Ngày hết hiệu lực(?=\s|:|$)/iu;
const SELF = String.raw`(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Chương trình|Đề án|Quy chế|Quy định|Văn bản|Thông báo|Hướng dẫn|Phương án|Thông tư|Nghị định) này`;
const HOLDS = new RegExp(
  String.raw`${SELF}[^.;\n]{0,60}?(?<!hết )(?:có )?hiệu lực(?: thi hành)?(?: kể)?(?: từ)?(?<rest>[^;\n]{0,120})`,
  "giu",
);
const ENDS = new RegExp(
  String.raw`(?:${SELF}[^.;\n]{0,100}?(?:hết hiệu lực|có hiệu lực[^.;\n]{0,60}? đến)(?: thi hành)?(?: kể)?(?: từ)?)(?<rest>[^;\n]{0,60})`,
  "giu",
);
const SIGNED = /^\s*ngày (?:ký|ban hành)/iu;
const DAYS_AFTER = /^\s*sau\s+(\d{1,3})\s+ngày(?:,)?\s+kể từ ngày (?:ký|ban hành)/iu;

function plusDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The day that words after "kể từ" mean; null where they name none. */
function dayOf(rest: string, issuedOn: string | null): string | null {
  const after = DAYS_AFTER.exec(rest)?.[1];
  if (after !== undefined) return issuedOn === null ? null : plusDays(issuedOn, Number(after));
  if (SIGNED.test(rest)) return issuedOn;
  const date = findDates(rest)[0];
  return date === undefined || date.start > 12 ? null : isoDate(date);
}

function fromPortal(head: readonly Line[], label: RegExp): Stated<string> | null {
  const field = portalValue(head, label);
  const date = field === null ? undefined : findDates(field.text)[0];
  const iso = date === undefined ? null : isoDate(date);
  return field === null || iso === null ? null : stated(iso, field);
}

function fromSentence(pattern: RegExp, { text, sections, issuedOn }: ValidityInput): Stated<string> | null {
  for (const section of sections) {
    for (const match of text.slice(section.start, section.ownEnd).matchAll(pattern)) {
      const value = dayOf(match.groups?.["rest"] ?? "", issuedOn);
      const start = section.start + match.index;
      if (value !== null) return { value, evidence: { sectionId: section.id, start, end: start + match[0].length } };
    }
  }
  return null;
}

/** The text's own sentence wins over a portal's field. */
export function readValidity(input: ValidityInput): Validity {
  return {
    effectiveOn: fromSentence(HOLDS, input) ?? fromPortal(input.head, PORTAL_FROM),
    expiresOn: fromSentence(ENDS, input) ?? fromPortal(input.head, PORTAL_UNTIL),
  };
}
