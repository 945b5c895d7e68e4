/**
 * How a text's lines are laid out, measured on the lines themselves: a paragraph a line, or cut at a page's width, with
 * or without blank lines between all lines, with first lines or the others set in.
 */
import { agencies } from "../language/agencies.ts";
import { foldText } from "../language/fold.ts";
import { readMarker } from "./markers.ts";
import type { SectionKind } from "./types.ts";

export interface LayoutLine {
  readonly text: string;
  readonly afterBlank: boolean;
  /** Spaces before the first word. */
  readonly indent: number;
  readonly recognised?: boolean;
}

export interface Layout {
  /** True when paragraphs are cut at a fixed width. */
  readonly wrapped: boolean;
  /** Length that nearly all lines stay within, in characters. */
  readonly width: number;
  /**
   * Column that cut lines never pass and always reach, where the text was cut by counting characters: a line whose next
   * word would have fitted before it ends a paragraph. Null where letters were of different widths.
   */
  readonly edge: number | null;
  /** True when blank lines stand between paragraphs, not between all lines. */
  readonly blanksTell: boolean;
  /** By how much second lines stand further right than first ones; null where it varies or is nothing. */
  readonly hang: number | null;
  /** The dash that opens most bullets. */
  readonly bullet: string;
  /** Word pairs joined by a dash inside a line, folded: "hoi - thuong". */
  readonly dashed: ReadonlySet<string>;
  /** Kinds of paragraphs that nearly always end with a stop; "" stands for those without a mark. */
  readonly stopped: ReadonlySet<SectionKind | "">;
}

/** Share of all characters that must stand in nearly full lines before text counts as wrapped. */
const WRAPPED_SHARE = 0.5;
/** Lines are cut to fit a page: narrower than this and wider are lists and paragraphs. */
const NARROWEST = 40;
const WIDEST = 400;
/** Cut lines that are needed to tell how they were cut, and their share of all lines. */
const FEWEST_CUTS = 5;
const CUT_SHARE = 0.1;
/** Share of lines that may break a rule of the layout, since editors touch texts by hand. */
const SLIPS = 0.02;
const STOPPED_SHARE = 0.9;
/** Paragraphs of a kind that must be seen to end before it is known how they do. */
const FEWEST_ENDS = 4;

export const STOPS = /[.;:!?…]["”’)\]]*$/u;
/** Length of the first word, for whether it would have fitted on the line before. */
export const firstWord = (text: string): number => /^\S+/u.exec(text)?.[0].length ?? 0;
export const rightOf = (line: LayoutLine): number => line.indent + line.text.length;

const DASHED = /(?<!\p{L})(\p{L}{1,20}) [-–] (?=(\p{L}{1,20}))/gu;
const pairsIn = (text: string): string[] => [...text.matchAll(DASHED)].map((match) => foldText(`${match[1] ?? ""} - ${match[2] ?? ""}`));
/** "Lao động - Thương binh và Xã hội": pairs that names of agencies hold. */
const AGENCY_PAIRS = agencies.flatMap((agency) => [agency.name, ...agency.forms].flatMap(pairsIn));

function commonBullet(lines: readonly LayoutLine[]): string {
  const hyphens = lines.filter((line) => line.text.startsWith("- ")).length;
  return lines.filter((line) => line.text.startsWith("– ")).length > hyphens ? "–" : "-";
}

interface Cut {
  readonly line: LayoutLine;
  readonly next: LayoutLine;
}

/** Lines that certainly go on in the next: no stop, and a small letter that is no mark follows. */
function clearCuts(lines: readonly LayoutLine[]): Cut[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && /^\p{Ll}/u.test(next.text) && !STOPS.test(line.text) && readMarker(next.text) === null
      ? [{ line, next }]
      : [];
  });
}

function edgeOf(cuts: readonly Cut[]): number | null {
  if (cuts.length < FEWEST_CUTS) return null;
  const edge = cuts.reduce((most, { line }) => Math.max(most, rightOf(line)), 0);
  const loose = cuts.filter(({ line, next }) => rightOf(line) + 1 + firstWord(next.text) <= edge);
  return loose.length <= SLIPS * cuts.length ? edge : null;
}

function hangOf(cuts: readonly Cut[]): number | null {
  const second = cuts.filter(({ line }) => readMarker(line.text) !== null).map(({ line, next }) => next.indent - line.indent);
  const [first = 0] = second;
  const agree = second.filter((difference) => difference === first).length;
  return first !== 0 && second.length >= FEWEST_CUTS && agree >= STOPPED_SHARE * second.length ? first : null;
}

/** Kinds of paragraphs that end with a stop wherever the next line opens another for certain: `ends` says after which it may. */
function stoppedKinds(lines: readonly LayoutLine[], ends: (line: LayoutLine, next: LayoutLine) => boolean): Set<SectionKind | ""> {
  const seen = new Map<SectionKind | "", { all: number; stopped: number }>();
  let kind: SectionKind | "" = "";
  lines.forEach((line, index) => {
    const marker = readMarker(line.text);
    if (marker !== null) kind = marker.kind;
    const next = lines[index + 1];
    const opens = next === undefined ? null : readMarker(next.text);
    if (next === undefined || (opens === null && /^\p{Ll}/u.test(next.text))) return;
    if ((opens === null || opens.kind === "dash") && !ends(line, next)) return;
    const before = seen.get(kind) ?? { all: 0, stopped: 0 };
    seen.set(kind, { all: before.all + 1, stopped: before.stopped + (STOPS.test(line.text) ? 1 : 0) });
  });
  return new Set([...seen].filter(([, { all, stopped }]) => all >= FEWEST_ENDS && stopped >= STOPPED_SHARE * all).map(([found]) => found));
}

/** Measures all lines but those of tables, which are never cut. */
export function measureLayout(all: readonly LayoutLine[]): Layout {
  const lines = all.filter((line) => !line.text.startsWith("|"));
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(0.97 * (lengths.length - 1))] ?? 0;
  const characters = lengths.reduce((sum, length) => sum + length, 0);
  const full = lengths.filter((length) => length >= 0.75 * width && length <= 1.3 * width).reduce((sum, length) => sum + length, 0);
  const blanks = lines.filter((line) => line.afterBlank).length / Math.max(1, lines.length);
  const cuts = clearCuts(lines);
  const page = width >= NARROWEST && width < WIDEST;
  const edge = page && cuts.length >= CUT_SHARE * lines.length ? edgeOf(cuts) : null;
  return {
    wrapped: (page && lines.length >= 12 && full >= WRAPPED_SHARE * characters) || edge !== null,
    width,
    edge,
    blanksTell: blanks > 0.03 && blanks < 0.85,
    hang: hangOf(cuts),
    bullet: commonBullet(lines),
    dashed: new Set([...AGENCY_PAIRS, ...lines.flatMap((line) => pairsIn(line.text))]),
    stopped: stoppedKinds(lines, (line, next) =>
      edge === null ? line.text.length < 0.7 * width : rightOf(line) + 1 + firstWord(next.text) <= edge,
    ),
  };
}
