/** The time that the heading above some words sets for all that stands under it. */
import { headingTime } from "../../language/time-phrases.ts";
import type { PlanEntry } from "../collection.ts";
import type { Range } from "../evidence.ts";
import { oneLine, say } from "../phrases.ts";
import type { Finding } from "./types.ts";
import type { Language } from "../../contract/answer.ts";

export interface HeadingTime {
  readonly range: Range;
  readonly phrase: string;
}

/** Longest heading with its lead-in that may set the time of what stands under it. */
const HEADING = 200;

/** The time that the nearest heading above a range sets: "Mục tiêu cụ thể đến năm 2026"; null where none does. */
export function timeAbove({ plan: { sections, text } }: PlanEntry, range: Range): HeadingTime | null {
  const above = sections.filter(({ start, end, ownEnd }) => start < range.start && range.end <= end && ownEnd <= range.start).toReversed();
  for (const { start, ownEnd } of above) {
    const own = { start, end: Math.min(ownEnd, start + HEADING) };
    const phrase = headingTime(text.slice(own.start, own.end));
    if (phrase !== null) return { range: own, phrase };
  }
  return null;
}

const ASKS_YEAR = /\b(?:den|vao|tu)? ?(?:nam|khi|luc) nao\b|\bbao gio\b|\bby (?:when|what year|which year)\b|\bwhat year\b/u;

/** A finding with the time of its heading beside it, for a question that asks how much and until when in one. */
export function withTimeAsked(finding: Finding, { folded, lang }: { folded: string; lang: Language }): Finding {
  const { entry, quote } = finding;
  if (!ASKS_YEAR.test(folded) || /(?:19|20)\d{2}/u.test(entry.plan.text.slice(quote.start, quote.end))) return finding;
  const above = timeAbove(entry, quote);
  if (above === null) return finding;
  const words = oneLine(entry.plan.text.slice(above.range.start, above.range.end));
  const fact: Finding["fact"] = [say(lang, "Mốc thời gian: ", "Time: "), { strong: above.phrase }, ` (“${words}”)`];
  return { ...finding, more: [...(finding.more ?? []), { fact, quote: above.range }] };
}
