/** Goals, solutions, requirements, anything else: the best-supported words, with the rest of a short section. */
import { mentionsAgency } from "../../language/agency-phrases.ts";
import { foldText, foldedWords } from "../../language/fold.ts";
import type { Section } from "../../parse/types.ts";
import { fromAskedClause } from "../asked-clause.ts";
import { bestQuote, clip, linesIn, sentencesIn, type Range } from "../evidence.ts";
import { gistOf } from "../gist.ts";
import { say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import { withTimeAsked } from "./heading-time.ts";
import { headingBonus } from "./passage-fit.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

/** What a plan says of an agency that it gives no task of its own: only words that name it. */
export const findSaidOfAgency: Finder = (input) => {
  const finding = findGeneral(input);
  if (finding === null) return null;
  const words = ` ${foldedWords(input.entry.plan.text.slice(finding.quote.start, finding.quote.end)).join(" ")} `;
  return input.u.agencies.some(({ key }) => words.includes(` ${key} `)) ? finding : null;
};

/** The words of a plan for a question that asks for an agency: only words that name one are an answer. */
export const findAgencyWords: Finder = (input) => {
  const finding = findGeneral(input);
  const words = finding === null ? "" : input.entry.plan.text.slice(finding.quote.start, finding.quote.end).replace(DOCUMENT_NUMBER, " ");
  return mentionsAgency(words) || ANSWERS_FOR.test(words) ? finding : null;
};
/** "Kế hoạch số 148/KH-UBND" names no agency. */
const DOCUMENT_NUMBER = /số\s+\d+[\p{L}\d/&-]*/giu;
/** Someone in office who answers for it. */
const ANSWERS_FOR =
  /(?:cán bộ|công chức|viên chức|bác sĩ|giáo viên|người đứng đầu|thủ trưởng|chủ tịch|giám đốc|trưởng phòng|tổ trưởng|chủ (?:đầu tư|hộ|cơ sở))[^.;\n]{0,60}(?:chịu trách nhiệm|phụ trách|đầu mối|phải|(?<!\p{L})ký(?!\p{L})|kiểm tra)/iu;

/** A section is shown whole up to this length when the question asks for all of it. */
const WHOLE = 2400;
/** Share of the topic in the heading from which the question asks for the whole section. */
const HEADING_SHARE = 0.6;
/** A section of a few points is shown whole up to this length whenever a question is wide. */
const SHORT = 1300;
/** A section this short is quoted whole rather than cut. */
const WHOLE_ANYWAY = 620;
/** Questions for what there is, and questions for one thing of it. */
const WIDE =
  /^(?:hay |xin |de nghi )?(?:neu|trinh bay|tom tat|noi ro|mo ta|state|describe|summari[sz]e|outline|set out)\b|\bgi\b|\bnhung\b|\bcac\b|\bthe nao\b|\bra sao\b|\bcach nao\b|\bnao\b|\bwhat\b|\bhow\b|\blist\b|\bwhich\b/u;
const ONE_FACT =
  /\bbao nhieu\b|\bmay\b|\bmuc nao\b|\bnam nao\b|\bai\b|\bhow (?:many|much)\b|\branking\b|\bwho\b|\bty le\b|\bphan tram\b|\bco phai\b|\b(?:phai|dung) khong\b/u;
/** "X là gì?" asks for one thing too, unless a section is headed so. */
const NARROW = new RegExp(String.raw`^(?:\S+ ){1,4}la gi\b|${ONE_FACT.source}`, "u");

const ASKS_GOAL = /\bmuc tieu (?:chung|cu the|den|cua|ve|nam|gi|la)\b|\bgoals?\b|\btargets?\b/u;
const UNDER_GOAL = /muc tieu|muc dich|chi tieu|quan diem/u;
const ELSEWHERE = 0.6;

/** Share of a heading that the question must name, and of the topic that the heading must hold. */
const NAMES_HEADING = 0.9;
/** Longest section that a citation carries whole. */
const SECTION_LIMIT = 3000;
const SURE = 0.85;

/** The section whose heading is just what is asked for ("Mục tiêu của kế hoạch là gì?"), whole. */
function sectionAskedFor({ u, entry }: FindInput): Finding | null {
  if (u.topic.words.length === 0 || u.topic.foreign > 0 || !WIDE.test(u.folded) || ONE_FACT.test(u.folded)) return null;
  const asked = new Set(u.topic.words);
  // The words of the plan's own subject ("mục đích của kế hoạch chuyển đổi số …") say which plan is meant, not what of it.
  const subject = new Set(foldedWords(entry.plan.subject));
  const own = u.topic.words.filter((word) => !subject.has(word));
  const isOwn = (heading: string): boolean => {
    const held = new Set(foldedWords(heading));
    return own.length > 0 && own.every((word) => held.has(word));
  };
  const section = entry.plan.sections.find(({ kind, heading, start, end }) => {
    const words = foldedWords(heading);
    const named = words.length === 0 ? 0 : words.filter((word) => asked.has(word)).length / words.length;
    return (
      (kind === "roman" || kind === "number" || kind === "article") &&
      named >= NAMES_HEADING &&
      end - start <= SECTION_LIMIT &&
      (coverageOf(u.topic, heading, entry.weights).share >= NAMES_HEADING || isOwn(heading))
    );
  });
  if (section === undefined) return null;
  // Below the heading: its points, or its own text where it has none.
  const below = entry.children.get(section.id)?.[0] ?? linesIn(entry.plan.text, section)[1];
  if (below === undefined) return null;
  return {
    entry,
    fact: [{ strong: section.heading }],
    quote: { start: below.start, end: section.end },
    points: pointsOf(entry, section.id),
    support: SURE,
  };
}

/** The first lines of a section's own points. */
const pointsOf = ({ plan, children }: FindInput["entry"], sectionId: string): string[] =>
  (children.get(sectionId) ?? []).map(({ start, ownEnd }) => plan.text.slice(start, ownEnd));

/** A quote of more characters than this is introduced by its best sentence. */
const LONG_QUOTE = 200;
/** Share of the topic by which one sentence must hold more than the section's first one to be put first. */
const AHEAD = 0.08;
const LEAD = 240;

/** The sentence of a long quote that answers, when it does not stand at its beginning. */
function leadOf({ u, entry }: FindInput, quote: Range): Range | null {
  const { text } = entry.plan;
  if (quote.end - quote.start <= LONG_QUOTE) return null;
  const sentences = linesIn(text, quote).flatMap((line) => sentencesIn(text, line));
  const shares = sentences.map(({ start, end }) => coverageOf(u.topic, text.slice(start, end), entry.weights).share);
  const best = shares.indexOf(Math.max(...shares));
  const sentence = sentences[best];
  return sentence === undefined || best === 0 || (shares[best] ?? 0) < (shares[0] ?? 0) + AHEAD ? null : sentence;
}

/** The words of a plan that answer, with the time of their heading where that is asked too. */
export const findGeneral: Finder = (input) => {
  const finding = findWords(input);
  return finding === null ? null : withTimeAsked(finding, input.u);
};

/** The words of a plan that answer, or null. */
function findWords(input: FindInput): Finding | null {
  const { u, entry, candidates } = input;
  const headed = sectionAskedFor(input);
  if (headed !== null) return headed;
  const best = candidates[0];
  if (best === undefined) return null;
  // A goal is asked for and what is found stands under no goal: it may be something else with the same words.
  const elsewhere = ASKS_GOAL.test(u.folded) && !UNDER_GOAL.test(foldText(best.ranked.passage.context));
  const support = best.support * (elsewhere ? ELSEWHERE : 1);
  const section = entry.sections.get(best.ranked.passage.sectionId);
  const heading = section?.heading ?? "";
  const wide = WIDE.test(u.folded) && !NARROW.test(u.folded);
  const length = section === undefined ? 0 : section.end - section.start;
  const points = section === undefined ? 0 : (entry.children.get(section.id)?.length ?? 0);
  const headingHolds = coverageOf(u.topic, heading, entry.weights).share >= HEADING_SHARE;
  const asksAll =
    heading !== "" &&
    wide &&
    (headingHolds || (points > 1 && points <= 6 && length <= SHORT) || (headingBonus(u, best) >= 1.5 && points > 1));
  const listed = listAround(input, section);
  if (listed !== null) return { entry, ...listed, support };
  const fact = heading === "" ? [say(u.lang, "Kế hoạch nêu", "The plan says")] : [{ strong: heading.replace(/:$/u, "") }];
  if (asksAll && section !== undefined && length <= WHOLE) {
    const lines = linesIn(entry.plan.text, section);
    const quote = { start: lines[1]?.start ?? section.start, end: section.end };
    return { entry, ...(headingHolds ? { fact, quote } : said(input, { fact, quote })), points: pointsOf(entry, section.id), support };
  }
  const quote =
    section !== undefined && length <= WHOLE_ANYWAY && !["head", "tail", "letter"].includes(section.kind)
      ? { start: section.start, end: section.end }
      : moreThanHeading(entry, section, bestQuote({ candidate: best, topic: u.topic }));
  return { entry, ...said(input, { fact, quote }), support };
}

/** Candidates among which the points of one list must be found, how many, and of how many. */
const LOOKED_AT = 6;
const FOUND_OF_LIST = 2;
const POINTS_OF_LIST = 3;

/** The whole of a list of which several points were found, when a list is asked for. */
function listAround({ u, entry, candidates }: FindInput, section: Section | undefined): Pick<Finding, "fact" | "quote" | "points"> | null {
  const parent = u.kind !== "list" || section?.parentId == null ? undefined : entry.sections.get(section.parentId);
  if (parent === undefined || parent.heading === "" || parent.end - parent.start > WHOLE) return null;
  const points = entry.children.get(parent.id) ?? [];
  const found = candidates.slice(0, LOOKED_AT).filter(({ ranked }) => points.some(({ id }) => id === ranked.passage.sectionId));
  if (points.length < POINTS_OF_LIST || found.length < FOUND_OF_LIST) return null;
  return {
    fact: [{ strong: parent.heading }],
    quote: { start: points[0]?.start ?? parent.start, end: parent.end },
    points: pointsOf(entry, parent.id),
  };
}

/** A heading alone says nothing: the section under it, as far as a quote may go. */
function moreThanHeading({ plan }: FindInput["entry"], section: Section | undefined, quote: Range): Range {
  if (section === undefined || section.heading === "" || quote.start !== section.start) return quote;
  const heading = linesIn(plan.text, section)[0];
  return heading !== undefined && quote.end <= heading.end && heading.end < section.end ? clip(plan.text, section, WHOLE) : quote;
}

/** A fact with its quote, and the sentence that answers where the quote is long. */
function said(input: FindInput, { fact, quote }: Pick<Finding, "fact" | "quote">): Pick<Finding, "fact" | "quote" | "lead"> {
  const lead = leadOf(input, quote);
  return lead === null
    ? { fact, quote }
    : {
        fact,
        quote,
        lead: gistOf(
          fromAskedClause(input.entry.plan.text.slice(lead.start, lead.end), {
            topic: input.u.topic,
            weights: input.entry.weights,
            room: LEAD,
          }),
          LEAD,
        ),
      };
}
