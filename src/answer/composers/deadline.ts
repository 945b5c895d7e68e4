/** Dates, periods, rhythms and to whom to report. */
import { englishDate, findDates } from "../../language/dates.ts";
import { durationPhrase, hasDeadline, hasPeriod, hasRhythm, periodPhrase, rhythmPhrase } from "../../language/time-phrases.ts";
import { linesIn, quoteAround, sentencesIn, type Range } from "../evidence.ts";
import { asksPartners, asksWho } from "../kinds.ts";
import { agencyShown, say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import type { Piece } from "../draft.ts";
import { daysOf } from "./asked-days.ts";
import { dutyFinding, findDuty } from "./report-duty.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

export type Asked = "period" | "rhythm" | "date" | "whom";

const ASKED: readonly { readonly asked: Asked; readonly pattern: RegExp }[] = [
  { asked: "rhythm", pattern: /\bbao lau\b|\bmay (?:nam|thang|lan)\b|\bbao nhieu lan\b|\bdinh ky\b|\bhow often\b|\bfrequen/u },
  {
    asked: "period",
    pattern:
      /\bgiai doan nao\b|\bthoi gian (?:nao|thuc hien)\b|(?<!\bbao (?:cao )?)\btien do\b|\blo trinh\b|\bnam nao\b|\b(?:what|which) (?:period|phase|years?)\b|\btimeline\b/u,
  },
  {
    asked: "date",
    pattern:
      /\bngay (?:nao|may)\b|\bhom nao\b|\bhan\b|\bthoi han\b|\bkhi nao\b|\bbao gio\b|\bluc nao\b|\bthang (?:nao|may)\b|\bquy (?:nao|may)\b|\bdeadline\b|\bdate\b|\bwhen\b|\bdue\b|\bday\b|\bmonth\b/u,
  },
];

/** What a question asks of time; "whom" when it asks where a report goes. */
export function timeAsked(folded: string): Asked {
  return ASKED.find(({ pattern }) => pattern.test(folded))?.asked ?? "whom";
}

/** "Năm 2028: bao phủ …", where a year is all that is said. */
const NAMES_YEAR = /(?<!ngày [^.;]{0,30})năm (?:19|20)\d{2}/iu;
const REPORTS = /báo cáo|gửi|phản ánh|kiến nghị|đề xuất|tổng hợp/u;
const FITS: Readonly<Record<Asked, (words: string) => number>> = {
  date: (words) =>
    hasDeadline(words) || durationPhrase(words) !== null
      ? 1
      : findDates(words).length > 0
        ? 0.6
        : hasPeriod(words)
          ? 0.35
          : hasRhythm(words)
            ? 0.3
            : 0,
  period: (words) =>
    /(?:thời gian|thời hạn|tiến độ)[^:\n]{0,30}:/iu.test(words)
      ? 1
      : hasPeriod(words)
        ? 0.9
        : hasDeadline(words)
          ? 0.8
          : NAMES_YEAR.test(words)
            ? 0.6
            : hasRhythm(words)
              ? 0.4
              : 0,
  rhythm: (words) => (hasRhythm(words) || durationPhrase(words) !== null ? 1 : hasDeadline(words) ? 0.5 : 0),
  whom: (words) => (REPORTS.test(words) ? 1 : 0),
};

const WHOM = /(?:báo cáo|gửi|phản ánh|đề xuất)[^.;\n]{0,80}?(?:về|cho|đến|gửi)\s+[^.;,(\n]{3,60}(?:\s*\(qua [^)]{3,60}\))?/iu;

function phraseOf({ words, asked, folded }: { words: string; asked: Asked; folded: string }): string | null {
  if (asked === "date") return daysOf(words, folded);
  if (asked === "period") return periodPhrase(words);
  return asked === "rhythm" ? rhythmPhrase(words) : (WHOM.exec(words)?.[0] ?? null);
}

/** The words of a sentence that name the time, strong; in English answers the day in English beside them. */
function factOf(words: string, asked: Asked, input: FindInput): Piece[] {
  const { lang } = input.u;
  const phrase =
    phraseOf({ words, asked, folded: input.u.folded }) ??
    durationPhrase(words) ??
    daysOf(words, input.u.folded) ??
    rhythmPhrase(words) ??
    periodPhrase(words);
  const label = {
    date: say(lang, "Thời hạn", "Deadline"),
    period: say(lang, "Thời gian thực hiện", "Period"),
    rhythm: say(lang, "Định kỳ", "How often"),
    whom: say(lang, "Nơi nhận báo cáo", "Reported to"),
  }[asked];
  if (phrase === null) return [label];
  const day = findDates(phrase)[0];
  const english =
    lang === "en" && day?.day !== undefined && day.day !== null && day.month !== null
      ? ` (${englishDate({ day: day.day, month: day.month, year: day.year })})`
      : "";
  return [`${label}: `, { strong: phrase.trim() }, english];
}

interface Unit {
  readonly range: Range;
  readonly quote: Range;
  readonly words: string;
  readonly score: number;
  readonly share: number;
  readonly support: number;
}

/** Share of the topic that the words around a date must hold: a date of something else is no answer. */
const LEAST_SHARE = 0.34;

/** By how much more of the topic a duty of the register must hold than the sentence found by its words. */
const SURELY_BETTER = 0.1;

/** The duty to report that is asked for: it stands where the words were found, or the register says it better. */
function dutyMeant(input: FindInput, { asked, best }: { asked: Asked; best: Unit | null }): Finding | null {
  if (asked === "period") return null;
  const wants = asked === "whom" ? "whom" : "time";
  const near = best === null ? null : best.quote;
  const found = findDuty(input, { wants, near });
  if (found === null || found.share < LEAST_SHARE) return null;
  const surely = wants === "whom" || found.isNear || found.share >= (best?.share ?? 0) + SURELY_BETTER;
  return surely ? dutyFinding(input, found, asked) : null;
}

/** The agency of the task that a time was found in, when the question asks for it too. */
function whoBeside({ u, entry }: FindInput, best: Unit): { quote: Range; withWho: Piece[] } {
  const rows =
    asksWho(u.folded, u.text.toLowerCase()) || asksPartners(u.folded)
      ? entry.assignments.filter(({ evidence }) => evidence.start < best.range.end && best.range.start < evidence.end)
      : [];
  const smallest = Math.min(...rows.map(({ evidence }) => evidence.end - evidence.start));
  const own = rows.filter(({ evidence }) => evidence.end - evidence.start === smallest);
  const [first] = own;
  if (first === undefined) return { quote: best.quote, withWho: [] };
  const names = [...new Set(own.map((row) => agencyShown(row.agency, row.canonicalAgency, u.lang)))].join(", ");
  const partners = asksPartners(u.folded) ? first.partners.map((partner) => agencyShown(partner, null, u.lang)).join(", ") : "";
  return {
    quote: best.quote,
    withWho: [{ strong: names }, ...(partners === "" ? [] : [say(u.lang, `; phối hợp: ${partners}`, `; partners: ${partners}`)]), ". "],
  };
}

/** The sentence of a plan that gives the time asked for. */
export const findDeadline: Finder = (input): Finding | null => {
  const { u, entry, candidates } = input;
  const asked = timeAsked(u.folded);
  const { text } = entry.plan;
  let best: Unit | null = null;
  for (const candidate of candidates.slice(0, 14)) {
    const { passage } = candidate.ranked;
    const labelled = entry.assignments.find(
      (row) =>
        row.time !== null &&
        row.evidence.start >= passage.start &&
        row.evidence.end <= passage.end &&
        row.agencyEvidence.start > row.evidence.end,
    );
    const section = labelled === undefined ? undefined : entry.sections.get(labelled.evidence.sectionId);
    const units: Range[] =
      section !== undefined && labelled !== undefined && section.end - section.start < 900
        ? [{ start: section.start, end: section.end }]
        : linesIn(text, passage).flatMap((line) => sentencesIn(text, line));
    for (const range of units) {
      const words = text.slice(range.start, range.end);
      const fit = FITS[asked](words);
      if (fit === 0) continue;
      const line = linesIn(text, passage).find(({ start, end }) => start <= range.start && range.end <= end) ?? range;
      const share = coverageOf(u.topic, `${passage.context} ${text.slice(line.start, line.end)} ${words}`, entry.weights).share;
      const score = 3 * share + 2 * fit + 0.25 * candidate.ranked.score;
      if (best === null || score > best.score)
        best = { range, quote: quoteAround(text, line, range), words, score, share, support: candidate.support };
    }
  }
  const duty = dutyMeant(input, { asked, best });
  if (duty !== null) return duty;
  if (best === null || best.share < LEAST_SHARE) return null;
  const { quote, withWho } = whoBeside(input, best);
  return {
    entry,
    fact: [...withWho, ...factOf(best.words, asked, input)],
    quote,
    answersItself: true,
    support: Math.max(best.support, best.share),
  };
};
