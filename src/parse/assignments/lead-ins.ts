/** A line that ends with a colon and names who must do what the items below it say: "Giao Sở Xây dựng:". */
import { agencyOfHeading, subjectAgency } from "../../language/agency-subjects.ts";
import type { Section } from "../types.ts";
import { ownText, type Context } from "./context.ts";
import { timedOpening } from "./openings.ts";

export interface LeadIn {
  /** Who is charged, as printed. */
  readonly agency: string;
  /** The words of the line: their time and partners hold for the items. */
  readonly words: string;
  /** What the line says beside the name: "phối hợp với Sở Tài chính:". */
  readonly task: string;
  /** Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
}

/** A lead-in is one sentence, never a paragraph. */
const LINE_LIMIT = 400;

function readLine(line: string, at: number): LeadIn | null {
  if (line.length > LINE_LIMIT || !line.endsWith(":")) return null;
  const make = (agency: string, task: string): LeadIn => ({ agency, words: line, task, start: at, end: at + line.length });
  const headed = agencyOfHeading(line);
  if (headed !== null) return make(headed, "");
  const opening = timedOpening(line);
  const subject = subjectAgency(line.slice(opening.length), { anyCase: opening !== "" });
  return subject === null ? null : make(subject.name, line.slice(opening.length + subject.taskStart));
}

/** The lead-in that closes a text, as a line or as the last sentence of one; null where none does. */
export function leadInAtEnd(text: string, at: number): LeadIn | null {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith(":")) return null;
  const from = trimmed.lastIndexOf("\n") + 1;
  const line = trimmed.slice(from);
  const whole = readLine(line, at + from);
  if (whole !== null) return whole;
  const sentence = [...line.matchAll(/[.;]\s+(?=\p{Lu})/gu)].at(-1);
  const begins = sentence === undefined ? 0 : sentence.index + sentence[0].length;
  return begins === 0 ? null : readLine(line.slice(begins), at + from + begins);
}

/** The lead-in that closes a section's own words before its items. */
export function leadInOf(context: Context, section: Section): LeadIn | null {
  if (!context.childrenOf.has(section.id)) return null;
  const { text, start } = ownText(context, section);
  return leadInAtEnd(text, start);
}
