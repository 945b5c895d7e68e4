/** Ranked passages with what the plan's structure adds: how much of the topic each holds, and which words to quote. */
import type { Language } from "../contract/answer.ts";
import type { RankedPassage } from "../retrieve/types.ts";
import type { IndexedAssignment, Collection, PlanEntry } from "./collection.ts";
import { chanceOf } from "./support.ts";
import { coverageOf, type Topic } from "./topic.ts";

export interface Candidate {
  readonly ranked: RankedPassage;
  readonly entry: PlanEntry;
  /** The passage's own words. */
  readonly text: string;
  /** Share of the topic in text and headings, 0..1. */
  readonly coverage: number;
  /** Share of the topic in the one sentence that holds most of it. */
  readonly focus: number;
  /** Calibrated chance that the passage answers, 0..1. */
  readonly support: number;
  /** Ranking score and coverage together; comparable within one question. */
  readonly score: number;
}

/** Weight of coverage beside the ranking score (standardised parts, a good hit is about 5 to 9). */
const COVERAGE_WEIGHT = 3;
/** Weight of the share that the best single sentence holds. */
const FOCUS_WEIGHT = 3;

/** Candidates, best first. `prefer` adds to the score of passages whose headings fit the kind of question. */
export function candidatesOf(input: {
  ranked: readonly RankedPassage[];
  collection: Collection;
  topic: Topic;
  lang: Language;
  prefer?: (candidate: Omit<Candidate, "score">) => number;
}): Candidate[] {
  const { ranked, collection, topic, lang, prefer } = input;
  const sorted = ranked
    .flatMap((passage): Candidate[] => {
      const entry = collection.entry(passage.passage.documentId);
      if (entry === undefined) return [];
      const text = entry.plan.text.slice(passage.passage.start, passage.passage.end);
      const terms = collection.termsOfPassage(passage.passage);
      const coverage = coverageOf(topic, terms.whole, entry.weights).share;
      const focus = Math.max(0, ...terms.sentences.map((sentence) => coverageOf(topic, sentence, entry.weights).share));
      const candidate = {
        ranked: passage,
        entry,
        text,
        coverage,
        focus,
        support: Math.max(chanceOf({ ranked: passage, coverage, lang }), holdsAll(topic, coverage) ? SURE : 0),
      };
      const years = topic.words.filter((word) => /^(?:19|20)\d{2}$/u.test(word));
      const held = years.filter((year) => `${passage.passage.context} ${text}`.includes(year)).length;
      const numbers = years.length === 0 ? 0 : held > 0 ? YEAR_BONUS : /(?:19|20)\d{2}/u.test(text) ? -OTHER_YEAR : 0;
      return [
        { ...candidate, score: passage.score + COVERAGE_WEIGHT * coverage + FOCUS_WEIGHT * focus + numbers + (prefer?.(candidate) ?? 0) },
      ];
    })
    .toSorted((a, b) => b.score - a.score);
  const [first, ...others] = sorted;
  if (first === undefined || !standsOut(first, { next: others[0], topic })) return sorted;
  return [{ ...first, support: Math.max(first.support, STANDS_OUT) }, ...others];
}

/** Of all passages in question only this one holds most of what is asked, in one sentence: unlike as the model finds them, it is meant. */
function standsOut(first: Candidate, { next, topic }: { next: Candidate | undefined; topic: Topic }): boolean {
  return (
    topic.words.length >= MANY_WORDS &&
    topic.foreign === 0 &&
    first.coverage >= MOST_OF_TOPIC &&
    first.focus >= MOST_OF_TOPIC &&
    next !== undefined &&
    first.score - next.score >= FAR_AHEAD
  );
}

const MOST_OF_TOPIC = 0.7;
/** By how much the next best score lies behind. */
const FAR_AHEAD = 6;
const STANDS_OUT = 0.5;

/** For a passage that holds a year asked about; taken from one that speaks of other years only. */
const YEAR_BONUS = 1.5;
const OTHER_YEAR = 9;

/** A passage that holds every word of a topic of some length answers it, however unlike the model finds them. */
export const ALL_OF_TOPIC = 0.95;
const MANY_WORDS = 4;
const SURE = 0.6;

function holdsAll(topic: Topic, coverage: number): boolean {
  return coverage >= ALL_OF_TOPIC && topic.words.length >= MANY_WORDS && topic.foreign === 0;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A paragraph up to this length is quoted whole. */
const PARAGRAPH_LIMIT = 620;
/** Aim of a quote cut from a longer paragraph. */
const SENTENCES_LIMIT = 480;
const BEST_SENTENCE = 0.12;

/** Lines of a range with their places. */
export function linesIn(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  for (let from = start; from < end;) {
    const newline = text.indexOf("\n", from);
    const to = newline === -1 || newline > end ? end : newline;
    if (to > from) lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}

/** Sentences of a line; a clause after ";" counts as one, since plans list their tasks so. */
export function sentencesIn(text: string, line: Range): Range[] {
  const sentences: Range[] = [];
  let from = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(/[.;!?]["”)]*\s+(?=[\p{L}\d“"(])/gu)) {
    const to = line.start + match.index + match[0].trimEnd().length;
    sentences.push({ start: from, end: to });
    from = line.start + match.index + match[0].length;
  }
  return [...sentences, { start: from, end: line.end }].filter(({ start, end }) => end > start);
}

/** The words of a passage that answer the topic best: a paragraph, or the sentences around the best one. */
export function bestQuote(input: { candidate: Candidate; topic: Topic; within?: Range }): Range {
  const { candidate, topic } = input;
  const { text } = candidate.entry.plan;
  const { passage, bestSentence } = candidate.ranked;
  const range = input.within ?? { start: passage.start, end: passage.end };
  const nearest = passage.sentences[bestSentence];
  const lines = linesIn(text, range);
  const heading = lines.length > 1 ? lines[0] : undefined;
  const units = lines.flatMap((line) => sentencesIn(text, line).map((sentence) => ({ line, sentence })));
  let best = units[0];
  let bestScore = -Infinity;
  for (const unit of units) {
    const words = text.slice(unit.sentence.start, unit.sentence.end);
    const overlaps = nearest !== undefined && unit.sentence.start < nearest.end && nearest.start < unit.sentence.end;
    const isHeading = unit.line === heading && !/[.;:]$/u.test(words);
    const score = coverageOf(topic, words, candidate.entry.weights).share + (overlaps ? BEST_SENTENCE : 0) - (isHeading ? 0.5 : 0);
    if (score > bestScore) [best, bestScore] = [unit, score];
  }
  if (best === undefined) return range;
  return quoteAround(text, best.line, best.sentence);
}

/** A sentence with its paragraph when that is short, else with the neighbours that fit. */
export function quoteAround(text: string, line: Range, sentence: Range): Range {
  if (line.end - line.start <= PARAGRAPH_LIMIT) return line;
  const sentences = sentencesIn(text, line);
  let from = sentences.findIndex(({ start }) => start === sentence.start);
  let to = from;
  const length = (a: number, b: number): number => (sentences[b]?.end ?? 0) - (sentences[a]?.start ?? 0);
  for (;;) {
    if (to + 1 < sentences.length && length(from, to + 1) <= SENTENCES_LIMIT) to++;
    else if (from > 0 && length(from - 1, to) <= SENTENCES_LIMIT) from--;
    else break;
  }
  return { start: sentences[from]?.start ?? sentence.start, end: sentences[to]?.end ?? sentence.end };
}

/** A range of at most `limit` characters that ends where a line, a sentence or a word ends. */
export function clip(text: string, { start, end }: Range, limit: number): Range {
  if (end - start <= limit) return { start, end };
  const words = text.slice(start, start + limit);
  const stop = Math.max(words.lastIndexOf("\n"), words.lastIndexOf(". ") + 1, words.lastIndexOf("; ") + 1);
  const cut = stop > limit / 2 ? stop : words.lastIndexOf(" ");
  return { start, end: start + (cut > 0 ? cut : limit) };
}

/** Register rows that stand within a passage. */
export function assignmentsOf({ entry, ranked }: Candidate): IndexedAssignment[] {
  const { start, end } = ranked.passage;
  return entry.assignments.filter(({ evidence }) => evidence.start < end && start < evidence.end);
}
