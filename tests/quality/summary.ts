/** Figures over judged answers: shares (0..1, NaN where there is nothing to count), medians, calibration. */
import { quantile } from "../bench/figures.ts";
import type { Verdict } from "./score.ts";

export interface Summary {
  readonly questions: number;
  readonly right: number;
  readonly citedRight: number;
  readonly factsRight: number;
  /** The facts within the first 400 characters. */
  readonly factsEarly: number;
  readonly tooLong: number;
  readonly contradictions: number;
  readonly quotesHold: number;
  readonly citationsInScope: number;
  readonly refusedRight: number;
  readonly falseRefusals: number;
  readonly errors: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Characters, median. */
  readonly answerLength: number;
}

/** Share of `verdicts` that pass. */
export function share(verdicts: readonly Verdict[], passes: (verdict: Verdict) => boolean): number {
  return verdicts.length === 0 ? Number.NaN : verdicts.filter(passes).length / verdicts.length;
}

export const rightShare = (verdicts: readonly Verdict[]): number => share(verdicts, ({ right }) => right);

export function summarise(verdicts: readonly Verdict[]): Summary {
  const answerable = verdicts.filter(({ cited }) => cited !== null);
  const citations = answerable.reduce((sum, { reply }) => sum + reply.citations.length, 0);
  const times = verdicts.map(({ reply }) => reply.ms);
  return {
    questions: verdicts.length,
    right: rightShare(verdicts),
    citedRight: share(answerable, ({ cited }) => cited === true),
    factsRight: share(answerable, ({ facts }) => facts),
    factsEarly: share(answerable, ({ early }) => early),
    tooLong: share(answerable, ({ tooLong }) => tooLong),
    contradictions: share(verdicts, ({ contradictions }) => contradictions.length > 0),
    quotesHold: share(answerable, ({ quotesHold }) => quotesHold),
    citationsInScope: citations === 0 ? Number.NaN : answerable.reduce((sum, { inScope }) => sum + inScope, 0) / citations,
    refusedRight: rightShare(verdicts.filter(({ question }) => question.refuse)),
    falseRefusals: share(answerable, ({ falseRefusal }) => falseRefusal),
    errors: share(verdicts, ({ reply }) => reply.status === null),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    answerLength: quantile(
      verdicts.map(({ reply }) => reply.answer.length),
      0.5,
    ),
  };
}

/** Verdicts by a property of their question, largest group first. */
export function groupedBy(verdicts: readonly Verdict[], key: "type" | "lang"): [string, Verdict[]][] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) groups.set(verdict.question[key], [...(groups.get(verdict.question[key]) ?? []), verdict]);
  return [...groups].toSorted(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b));
}

export interface Band {
  /** Confidence from (inclusive) and to (exclusive, but 1 belongs to the last band). */
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  readonly right: number;
  readonly confidence: number;
}

const BANDS: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 1.01],
];

/** Answers that were given (no refusals), by their confidence: a calibrated band is right as often as it says. */
export function calibration(verdicts: readonly Verdict[]): Band[] {
  const given = verdicts.filter(({ declined, reply }) => !declined && reply.confidence !== null);
  return BANDS.flatMap(([from, to]): Band[] => {
    const within = given.filter(({ reply }) => (reply.confidence ?? 0) >= from && (reply.confidence ?? 0) < to);
    if (within.length === 0) return [];
    const confidence = within.reduce((sum, { reply }) => sum + (reply.confidence ?? 0), 0) / within.length;
    return [{ from, to: Math.min(1, to), answers: within.length, right: rightShare(within), confidence }];
  });
}

/** Expected calibration error: the bands' distance between said and true, weighted by their answers. */
export function calibrationError(bands: readonly Band[]): number {
  const answers = bands.reduce((sum, band) => sum + band.answers, 0);
  return answers === 0 ? Number.NaN : bands.reduce((sum, band) => sum + band.answers * Math.abs(band.right - band.confidence), 0) / answers;
}
