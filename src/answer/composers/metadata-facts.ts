/** What a metadata question may be told: facts with their places, the document of a file that is meant, its date of effect. */
import type { Language } from "../../contract/answer.ts";
import { dateInWords, englishDate, findDates, isoDate, officialDate } from "../../language/dates.ts";
import type { Evidence, Plan } from "../../parse/types.ts";
import type { PlanEntry } from "../collection.ts";
import type { Piece } from "../draft.ts";
import { say } from "../phrases.ts";
import { attachmentName, shortName } from "../reference.ts";
import type { ComposeInput } from "./types.ts";

export interface Fact {
  readonly pieces: readonly Piece[];
  readonly evidence: readonly Evidence[];
}

/** "blank": the document has no such thing in its text; null: the field says nothing here. */
export type FieldResult = readonly Fact[] | "blank" | null;

export interface FieldInput extends ComposeInput {
  readonly entry: PlanEntry;
  readonly plan: Plan;
  readonly lang: Language;
}

const LETTER = /\bcong van\b|\bletter\b/u;
const DECISION = /\bquyet dinh\b|\bdecision\b/u;

/** The document of the file that the question means: the plan, its covering letter or its decision. */
export function meant({ u, plan }: FieldInput): {
  number: Plan["number"];
  issuedOn: Plan["issuedOn"];
  printed: Plan["issuedOnPrinted"];
  signer: Plan["signer"];
  name: string;
  blank: Evidence | null;
} {
  const attachment = plan.attachments.find(
    ({ kind }) => (LETTER.test(u.folded) && kind === "Công văn") || (DECISION.test(u.folded) && kind === "Quyết định"),
  );
  return attachment === undefined
    ? {
        number: plan.number,
        issuedOn: plan.issuedOn,
        printed: plan.issuedOnPrinted,
        signer: plan.signer,
        name: shortName(plan),
        blank: plan.numberLine,
      }
    : {
        number: attachment.number,
        issuedOn: attachment.issuedOn,
        printed: attachment.issuedOnPrinted,
        signer: attachment.signer,
        name: attachmentName(attachment),
        blank: null,
      };
}

/** A day in the words of the language. */
export const dateShown = (iso: string, lang: Language): string => {
  const [year = "0", month = "0", day = "0"] = iso.split("-");
  return lang === "en"
    ? `${englishDate({ day: Number(day), month: Number(month), year: Number(year) })} (${officialDate(iso)})`
    : dateInWords(iso);
};

export const ASKS_EFFECT = /\bhieu luc\b|\btakes? effect\b|\beffective\b|\bin force\b/u;

/** The sentence that says from when a document holds; the day of issue where the text has none. */
export function effectOf({ plan, lang, entry }: FieldInput): FieldResult {
  const match = /[^.\n]*có hiệu lực[^.\n]*ngày[^.\n]*/iu.exec(plan.text);
  if (match === null)
    return plan.issuedOn === null
      ? "blank"
      : [
          {
            pieces: [
              say(lang, "Văn bản không nêu ngày hiệu lực riêng; ban hành ", "No separate date of effect is stated; issued on "),
              { strong: dateShown(plan.issuedOn.value, lang) },
            ],
            evidence: [plan.issuedOn.evidence],
          },
        ];
  // "có hiệu lực kể từ ngày ký và thay thế … ngày 11/11/2019": only a day right after "từ ngày" is the day of effect.
  const said = /có hiệu lực[^.;\n]{0,60}?\b(?:từ|kể từ|vào|từ hết) ngày\s+(?=\d)/iu.exec(match[0]);
  const day = said === null ? undefined : findDates(`ngày ${match[0].slice(said.index + said[0].length)}`).find(({ start }) => start < 8);
  const signed = day === undefined && /từ ngày (?:ký|ban hành)/iu.test(match[0]) ? (plan.issuedOn?.value ?? null) : null;
  const iso = day === undefined ? signed : isoDate(day);
  const section = plan.sections.findLast(({ start, ownEnd }) => start <= match.index && match.index < ownEnd);
  if (section === undefined || !entry.sections.has(section.id)) return "blank";
  return [
    {
      pieces: [say(lang, "Có hiệu lực từ ", "In force from "), { strong: iso === null ? match[0].trim() : dateShown(iso, lang) }],
      evidence: [{ sectionId: section.id, start: match.index, end: match.index + match[0].length }],
    },
  ];
}

export const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
};
