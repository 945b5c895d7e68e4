/** Dates, periods, rhythms and to whom to report. */
import { englishDate, findDates } from "../../language/dates.ts";
import { dayPhrases, durationPhrase, hasDeadline, hasPeriod, hasRhythm, periodPhrase, rhythmPhrase } from "../../language/time-phrases.ts";
import { linesIn, quoteAround, sentencesIn, type Range } from "../evidence.ts";
import { say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import type { Piece } from "../draft.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

type Asked = "period" | "rhythm" | "date" | "whom";

const ASKED: readonly { readonly asked: Asked; readonly pattern: RegExp }[] = [
  { asked: "rhythm", pattern: /\bbao lau\b|\bmay (?:nam|thang|lan)\b|\bbao nhieu lan\b|\bdinh ky\b|\bhow often\b|\bfrequen/u },
  {
    asked: "period",
    pattern:
      /\bgiai doan nao\b|\bthoi gian (?:nao|thuc hien)\b|\btien do\b|\blo trinh\b|\bnam nao\b|\b(?:what|which) (?:period|phase|years?)\b|\btimeline\b/u,
  },
  {
    asked: "date",
    pattern:
      /\bngay (?:nao|may)\b|\bhan\b|\bthoi han\b|\bkhi nao\b|\bbao gio\b|\bluc nao\b|\bthang (?:nao|may)\b|\bquy (?:nao|may)\b|\bdeadline\b|\bdate\b|\bwhen\b|\bdue\b|\bday\b|\bmonth\b/u,
  },
];

/** What a question asks of time; "whom" when it asks where a report goes. */
export function timeAsked(folded: string): Asked {
  return ASKED.find(({ pattern }) => pattern.test(folded))?.asked ?? "whom";
}

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
          : hasRhythm(words)
            ? 0.4
            : 0,
  rhythm: (words) => (hasRhythm(words) || durationPhrase(words) !== null ? 1 : hasDeadline(words) ? 0.5 : 0),
  whom: (words) => (REPORTS.test(words) ? 1 : 0),
};

const WHOM = /(?:báo cáo|gửi|phản ánh|đề xuất)[^.;\n]{0,80}?(?:về|cho|đến|gửi)\s+[^.;,(\n]{3,60}(?:\s*\(qua [^)]{3,60}\))?/iu;

/** The rhythms of reports, as asked and as printed: a sentence may set one day for each. */
const RHYTHMS: readonly { readonly asks: RegExp; readonly printed: RegExp }[] = [
  {
    asks: /\b(?:hang|moi) nam\b|\bbao cao nam\b|\bannual|\beach year\b|\bevery year\b|\byearly\b/u,
    printed: /(?:hằng|hàng|mỗi) năm|báo cáo năm/iu,
  },
  { asks: /\b0?6 thang\b|\bsau thang\b|\bsix[- ]month|\bhalf[- ]year/u, printed: /0?6 tháng/iu },
  { asks: /\b(?:hang|moi) quy\b|\bquarter/u, printed: /(?:hằng|hàng|mỗi) quý/iu },
];
/** Words before a day that may say its rhythm, and most days named in one answer. */
const BEFORE = 30;
const MOST_DAYS = 3;

/** The days of a sentence: the one of the rhythm asked for, else all of them, so that none stands for another. */
function daysOf(words: string, folded: string): string | null {
  const found = dayPhrases(words);
  const rhythm = RHYTHMS.find(({ asks }) => asks.test(folded));
  const own = found.filter(
    (match) => rhythm?.printed.test(words.slice(Math.max(0, match.index - BEFORE), match.index) + match.text) ?? false,
  );
  const chosen = own.length === 1 ? own : found;
  const phrases = chosen.map((match) => (match.text.includes("(") ? match.text : match.text.replace(/\)/u, "")).trim());
  return phrases.length === 0 ? null : [...new Set(phrases)].slice(0, MOST_DAYS).join("; ");
}

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
    null;
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
  if (best === null || best.share < LEAST_SHARE) return null;
  return {
    entry,
    fact: factOf(best.words, asked, input),
    quote: best.quote,
    answersItself: true,
    support: Math.max(best.support, best.share),
  };
};
