/** Goals, solutions, requirements, anything else: the best-supported words, with the rest of a short section. */
import { mentionsAgency } from "../../language/agency-phrases.ts";
import { foldText, foldedWords } from "../../language/fold.ts";
import type { Section, SectionKind } from "../../parse/types.ts";
import { fromAskedClause } from "../asked-clause.ts";
import { bestQuote, clip, linesIn, sentencesIn, type Candidate, type Range } from "../evidence.ts";
import { gistOf } from "../gist.ts";
import { say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

/** Words of a question and of headings that belong together. */
const HEADINGS: readonly { readonly asks: RegExp; readonly heading: RegExp; readonly bonus: number }[] = [
  {
    asks: /\bmuc tieu\b|\bphan dau\b|\bchi tieu\b|\bnham toi\b|\bhuong toi\b|\bgoals?\b|\btargets?\b|\baims?\b|\bobjectives?\b|\bdung (?:o )?(?:muc|thu|hang)\b/u,
    heading: /muc tieu|muc dich|chi tieu|quan diem/u,
    bonus: 2,
  },
  { asks: /\bmuc dich\b|\bpurpose\b/u, heading: /muc dich/u, bonus: 3 },
  { asks: /\byeu cau\b|\brequirements?\b/u, heading: /yeu cau/u, bonus: 2.5 },
  {
    asks: /\bgiai phap\b|\bcach nao\b|\bthe nao\b|\blam gi\b|\bra sao\b|\bbien phap\b|\bhow\b|\bmeasures?\b|\bsolutions?\b/u,
    heading: /noi dung|giai phap|nhiem vu|bien phap|dinh huong/u,
    bonus: 0.5,
  },
  // How something is to be done is told under the measures; the goals only say that it is to be.
  {
    asks: /\b(?:lam|bang) (?:cach nao|the nao|sao)\b|\bhow (?:will|does|do|should|is|are|can)\b/u,
    heading: /muc tieu|muc dich|chi tieu/u,
    bonus: -2.5,
  },
  {
    asks: /\bmuc tieu chung\b|\btong quat\b|\boverall\b|\bgeneral (?:goal|objective)/u,
    heading: /muc tieu (?:chung|tong quat)/u,
    bonus: 2,
  },
  {
    asks: /\bcach nao\b|\bcach thuc\b|\bhinh thuc nao\b|\bphuong thuc\b|\bquy trinh\b|\bin what way\b|\bprocedure\b/u,
    heading: /phuong thuc|cach thuc|hinh thuc|quy trinh|trinh tu/u,
    bonus: 2.5,
  },
  { asks: /\bmuc tieu cu the\b|\bspecific (?:goal|objective|target)/u, heading: /muc tieu cu the/u, bonus: 1.5 },
];

/** The words of a plan for a question that asks for an agency: only words that name one are an answer. */
export const findAgencyWords: Finder = (input) => {
  const finding = findGeneral(input);
  return finding !== null && mentionsAgency(input.entry.plan.text.slice(finding.quote.start, finding.quote.end)) ? finding : null;
};

/** "bao nhiêu thủ tục": what is counted; money and time have composers of their own. */
const COUNTED = /\b(?:bao nhieu|may) (?!tien|ty\b|ti\b|trieu|dong\b|von\b|kinh\b|phan\b|lan\b|nam\b|thang\b|ngay\b|gio\b)(\p{L}+)/u;
/** For a passage that counts it: "400 thủ tục". */
const COUNTS = 2;

function countBonus(folded: string, candidate: Omit<Candidate, "score">): number {
  const counted = COUNTED.exec(folded)?.[1];
  return counted !== undefined &&
    new RegExp(String.raw`\d[\d.,]*\s*%?\s+(?:\p{L}+\s+)?${counted}(?!\p{L})`, "u").test(foldText(candidate.text))
    ? COUNTS
    : 0;
}

/** The letterhead, the closing and the articles that only promulgate repeat the plan's subject and say nothing of it. */
const FORMAL: ReadonlySet<SectionKind> = new Set<SectionKind>(["head", "tail"]);
const PROMULGATES = /^\s*(?:Điều \d+\.?\s*)?(?:Ban hành kèm theo|Trên đây là|Phê duyệt kèm theo)/u;
const FORMALITY = -4;

/** What a covering letter asks for: comments on the draft, not tasks of the plan. */
const OF_LETTER = /\bgop y\b|\by kien\b|\bcong van\b|\bdu thao\b|\bthu\b|\bletter\b|\bcomment|\bdraft\b|\bfeedback\b/u;

function formality(folded: string, { entry, ranked, text }: Omit<Candidate, "score">): number {
  const kind = entry.sections.get(ranked.passage.sectionId)?.kind;
  if (kind === "letter" && !OF_LETTER.test(folded)) return FORMALITY;
  return (kind !== undefined && FORMAL.has(kind)) || PROMULGATES.test(text) ? FORMALITY : 0;
}

/** How well a passage's headings, and what it counts, fit what is asked. */
export function headingBonus(folded: string, candidate: Omit<Candidate, "score">): number {
  const headings = foldText(candidate.ranked.passage.context);
  const counts = countBonus(folded, candidate) + formality(folded, candidate);
  return counts + HEADINGS.reduce((sum, { asks, heading, bonus }) => sum + (asks.test(folded) && heading.test(headings) ? bonus : 0), 0);
}

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
const NARROW =
  /^(?:\S+ ){1,4}la gi\b|\bbao nhieu\b|\bmay\b|\bmuc nao\b|\bnam nao\b|\bai\b|\bhow (?:many|much)\b|\branking\b|\bwho\b|\bty le\b|\bphan tram\b|\bco phai\b|\b(?:phai|dung) khong\b/u;

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
  if (u.topic.words.length === 0 || u.topic.foreign > 0 || !WIDE.test(u.folded) || NARROW.test(u.folded)) return null;
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
      (kind === "roman" || kind === "number") &&
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

/** The words of a plan that answer, or null. */
export const findGeneral: Finder = (input: FindInput): Finding | null => {
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
    (headingHolds || (points > 1 && points <= 6 && length <= SHORT) || (headingBonus(u.folded, best) >= 1.5 && points > 1));
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
};

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
