/** Dates, periods, rhythms and to whom to report. */
import { daysInEnglish } from "../../language/dates.ts";
import { durationPhrase, withoutCitedDates } from "../../language/time-phrases.ts";
import { linesIn, quoteAround, sentencesIn, type Range } from "../evidence.ts";
import { asksPartners, asksWho } from "../kinds.ts";
import { agencyShown, oneLine, say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import type { Piece } from "../draft.ts";
import { isOfAnother, rolesOf } from "./asked-agencies.ts";
import { timeAbove, type HeadingTime } from "./heading-time.ts";
import { ABOUT_REPORTS, dutyFinding, findDuty } from "./report-duty.ts";
import { FITS, grainFit, REPORTS, timeAsked, timePhrase, type Asked } from "./time-asked.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

/** The words that name the time, strong; in English answers the days in English beside them. */
function factOf(phrase: string | null, asked: Asked, { u: { lang } }: FindInput): Piece[] {
  const label = {
    date: say(lang, "Thời hạn", "Deadline"),
    period: say(lang, "Thời gian thực hiện", "Period"),
    rhythm: say(lang, "Định kỳ", "How often"),
    within: say(lang, "Trong thời gian", "Within"),
    whom: say(lang, "Nơi nhận báo cáo", "Reported to"),
  }[asked];
  return phrase === null ? [label] : [`${label}: `, { strong: phrase.trim() }, lang === "en" ? daysInEnglish(phrase) : ""];
}

interface Unit {
  readonly range: Range;
  readonly quote: Range;
  readonly words: string;
  readonly score: number;
  readonly share: number;
  readonly support: number;
  /** The heading that sets the time, where the words themselves set none. */
  readonly under: HeadingTime | null;
}

/** How well the time of a heading answers, against a sentence that says it itself. */
const FIT_OF_HEADING: Readonly<Partial<Record<Asked, number>>> = { date: 0.5, period: 0.7 };
/** Taken from words that lack the number by which the question names a thing: "600 bộ dữ liệu". */
const OTHER_NUMBER = 1.2;

const ASKS_COMPLETION = /\bxong\b|\bhoan (?:thanh|tat)\b|\bhan\b|\bdone\b|\bfinish|\bcomplete|\bdeadline\b/u;
/** Comments on a draft are due when its covering letter says; the plan's own days stand in the plan. */
const OF_LETTER = /\bgop y\b|\by kien\b|\bphan hoi\b|\bcong van\b|\bcomment|\bfeedback\b|\bletter\b|\brespond|\breply\b/u;
/** Taken from words without a report, when it is a report that is due. */
const NO_REPORT = 0.6;

/** Numbers of a topic that name a thing; years say when. */
const numbersOf = ({ u }: FindInput): string[] => u.topic.words.filter((word) => /^\d{2,}$/u.test(word) && !/^(?:19|20)\d{2}$/u.test(word));

/** Share of the topic that the words around a date must hold: a date of something else is no answer. */
const LEAST_SHARE = 0.34;
/** The same where the question puts two plans' matters into one: each holds but its own half. */
const LEAST_OF_TWO = 0.2;

/** Likeness from which a task of the very agency asked for may be worded otherwise. */
const SURELY_LIKE = 0.9;

/** The same for words whose time only a heading sets: all that stands under it has that time. */
const LEAST_UNDER = 0.5;

/** By how much more of the topic a duty of the register must hold than the sentence found by its words. */
const SURELY_BETTER = 0.1;

/** The duty to report that is asked for: it stands where the words were found, or the register says it better. */
function dutyMeant(input: FindInput, { asked, best }: { asked: Asked; best: Unit | null }): Finding | null {
  if (asked === "period") return null;
  const wants = asked === "whom" ? "whom" : "time";
  const near = best === null ? null : best.quote;
  const found = findDuty(input, { wants, near });
  if (found === null || found.share < LEAST_SHARE) return null;
  // A day of every year is no length of time.
  if (asked === "within" && durationPhrase(found.duty.time ?? "") === null) return null;
  const surely = wants === "whom" || found.isNear || found.ofLead || found.share >= (best?.share ?? 0) + SURELY_BETTER;
  return surely ? dutyFinding(input, found, asked === "within" ? "date" : asked) : null;
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
  const numbers = numbersOf(input);
  // An agency that must be done with a thing asks for its task's day, not for the year of the plan's goals.
  const ofGoals = u.agencies.length === 0 || !ASKS_COMPLETION.test(u.folded);
  const ofReports = asked === "within" && ABOUT_REPORTS.test(u.folded);
  let best: Unit | null = null;
  const roles = rolesOf(u);
  const ofLetter = OF_LETTER.test(u.folded);
  for (const candidate of candidates.slice(0, 14)) {
    const { passage } = candidate.ranked;
    if (!ofLetter && entry.sections.get(passage.sectionId)?.kind === "letter") continue;
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
      const words = withoutCitedDates(text.slice(range.start, range.end));
      const said = FITS[asked](words);
      const under = said === 0 && ofGoals && FIT_OF_HEADING[asked] !== undefined ? timeAbove(entry, range) : null;
      const fit = under === null ? said : (FIT_OF_HEADING[asked] ?? 0);
      if (fit === 0 || isOfAnother(roles, entry, range)) continue;
      const line = linesIn(text, passage).find(({ start, end }) => start <= range.start && range.end <= end) ?? range;
      const share = coverageOf(u.topic, `${passage.context} ${text.slice(line.start, line.end)} ${words}`, entry.weights).share;
      if (under !== null && share < LEAST_UNDER) continue;
      const other = numbers.length > 0 && !numbers.some((number) => text.slice(line.start, line.end).includes(number)) ? OTHER_NUMBER : 0;
      const silent = ofReports && !REPORTS.test(words) ? NO_REPORT : 0;
      const own = coverageOf(u.topic, words, entry.weights).share;
      const score = 3 * share + own + 2 * fit + grainFit(u.folded, words) + 0.25 * candidate.ranked.score - other - silent;
      if (best === null || score > best.score)
        best = { range, quote: quoteAround(text, line, range), words, score, share, support: candidate.support, under };
    }
  }
  const duty = dutyMeant(input, { asked, best });
  if (duty !== null) return duty;
  const least = u.kind === "compare" ? LEAST_OF_TWO : LEAST_SHARE;
  if (best === null || (best.share < least && !(u.agencies.length > 0 && best.support >= SURELY_LIKE))) return null;
  const { quote, withWho } = whoBeside(input, best);
  const { under } = best;
  const phrase = under === null ? timePhrase(best.words, asked, input) : under.phrase;
  const heading =
    under === null
      ? []
      : [
          {
            fact: [
              say(u.lang, "Mốc thời gian nêu tại: ", "The time is set in: "),
              `“${oneLine(text.slice(under.range.start, under.range.end))}”`,
            ],
            quote: under.range,
          },
        ];
  return {
    entry,
    fact: [...withWho, ...factOf(phrase, asked, input)],
    quote,
    answersItself: true,
    support: Math.max(best.support, best.share),
    ...(heading.length === 0 ? {} : { more: heading }),
  };
};
