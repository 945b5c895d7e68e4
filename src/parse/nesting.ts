/**
 * Under which open section a mark belongs.
 *
 * A mark that goes on with an open list is the next in it. One that begins a list goes by its rank, unless the sequence
 * says otherwise: "1." after "a)" stands under it when "b)" comes later. Dashes, plus signs and bullets nest in the order
 * in which a list brings them.
 */
import { follows } from "./markers.ts";
import { rankOfMark, RANKS } from "./ranks.ts";
import type { PlacedMarker } from "./repair-markers.ts";
import type { SectionKind } from "./types.ts";
import type { UpcomingMarks } from "./upcoming-marks.ts";

/** A section that is still open, as nesting sees it. */
export interface OpenSection {
  readonly kind: SectionKind;
  readonly style: string;
  readonly value: string;
  readonly position: number;
  readonly rank: number;
  /** True when its first paragraph ends with a stop. */
  readonly stopped: boolean;
  /** True when its first paragraph ends no sentence: a heading, or words before a colon. */
  readonly heads: boolean;
  /** True while nothing follows its first paragraph and that ends with a colon. */
  readonly introduces: boolean;
}

export interface NestingInput {
  /** From the top. */
  readonly open: readonly OpenSection[];
  readonly marker: PlacedMarker;
  /** The marked paragraph's position. */
  readonly index: number;
  /** True when the marked paragraph ends with a stop. */
  readonly stopped: boolean;
  readonly upcoming: UpcomingMarks;
  /** Lists found under others so far: style by the style it stands under. */
  readonly learned: ReadonlyMap<string, string>;
}

/** Deeper lists are no plan's; the limit keeps made-up texts flat. */
const DEEPEST = 24;

export const isBullet = (section: { readonly kind: SectionKind }): boolean => section.kind === "dash" || section.kind === "plus";
/** "1." and "1)" may be one list typed carelessly, as may "a." and "a)"; words and brackets are lists of their own. */
const family = (section: { readonly kind: SectionKind; readonly style: string }): string =>
  /^[1a][.)/-]$/u.test(section.style) ? section.kind : section.style;
/** "1." of "1.2", "a" of "a1". */
const prefixOf = (value: string): string => (/\d$/u.test(value) && !/^\d+$/u.test(value) ? value.replace(/\d+$/u, "") : "");

const goesOnFrom = (section: OpenSection, marker: PlacedMarker): boolean =>
  marker.position > 0 &&
  follows(marker.kind, section.position, marker.position) &&
  section.kind === marker.kind &&
  prefixOf(section.value) === prefixOf(marker.value);

/** The open list that the mark is the next of, -1 when there is none. */
function listGoingOn({ open, marker, stopped }: NestingInput): number {
  const sameStyle = open.flatMap((section, at) => (section.style === marker.style && goesOnFrom(section, marker) ? [at] : []));
  const found =
    sameStyle.length > 0
      ? sameStyle
      : open.flatMap((section, at) => (family(section) === family(marker) && goesOnFrom(section, marker) ? [at] : []));
  // Two lists wait for this number: headings and items are told by whether they stop.
  return found.findLast((at) => open[at]?.stopped === stopped) ?? found.at(-1) ?? -1;
}

/** Whether a section's list has its next mark further down, before anything that stands higher than both. */
function comesAgain(section: OpenSection, { marker, index, upcoming }: NestingInput): boolean {
  const next = upcoming.next(section.style, index);
  return (
    next !== undefined &&
    follows(section.kind, section.position, next.position) &&
    !upcoming.breaks(Math.min(section.rank, rankOfMark(marker)), { from: index, to: next.index })
  );
}

/** A bullet holds a list when it introduces it, and the bullets go on only after the list's second item. */
function bulletHolds(section: OpenSection, { marker, index, upcoming }: NestingInput): boolean {
  const next = upcoming.next(section.style, index);
  const second = upcoming.next(marker.style, index);
  return (
    section.introduces &&
    next !== undefined &&
    !upcoming.breaks(rankOfMark(marker), { from: index, to: next.index }) &&
    (second === undefined || second.position !== 2 || second.index < next.index)
  );
}

/** The open section under which a list begins against its rank, -1 when it begins by its rank. */
function hostOf(input: NestingInput, from: number): number {
  const { open, marker, learned } = input;
  const nests = marker.kind === "number" || marker.kind === "alpha" || marker.style === "A." || marker.style === "I.";
  if (!nests || marker.position !== 1 || prefixOf(marker.value) !== "" || open.length >= DEEPEST) return -1;
  for (let at = open.length - 1; at >= Math.max(0, from); at--) {
    const section = open[at];
    const deepest = at === open.length - 1;
    if (section === undefined || section.kind === "annex") continue;
    if (section.kind === "paragraph") {
      // The list begins right under a heading without a number.
      if (deepest && section.heads) return at;
      continue;
    }
    if (isBullet(section)) {
      if (deepest && bulletHolds(section, input)) return at;
      continue;
    }
    if (deepest && section.introduces && (marker.kind === "number" || marker.kind === "alpha")) return at;
    if (section.style !== marker.style && (learned.get(marker.style) === section.style || comesAgain(section, input))) return at;
  }
  return -1;
}

/** A bullet's depth: the next in its list, or under the bullet before it. */
function depthOfBullet(input: NestingInput): number {
  const { open, marker } = input;
  const runFrom = open.findLastIndex((section) => !isBullet(section)) + 1;
  const inRun = open.findLastIndex((section, at) => at >= runFrom && section.style === marker.style);
  if (inRun !== -1) return inRun;
  if (runFrom < open.length) return marker.style === "*" && open.at(-1)?.introduces !== true ? runFrom : open.length;
  const outer = open.findLastIndex((section) => section.style === marker.style);
  const between = open.slice(outer + 1);
  return outer === -1 || between.some((section) => section.position > 0 && comesAgain(section, input)) ? open.length : outer;
}

/**
 * How deep a heading without a number stands: under what heads it. Bullets, and numbers or letters that are whole
 * sentences, head nothing.
 */
export function depthUnderHeading(open: readonly OpenSection[]): number {
  return open.findLastIndex((section) => !isBullet(section) && (section.heads || section.rank < RANKS.number)) + 1;
}

/** A mark in words goes on with its list, or begins one under what heads it. */
function depthOfWord({ open, marker }: NestingInput): number {
  const same = open.findLastIndex((section) => section.style === marker.style);
  return same === -1 ? depthUnderHeading(open) : same;
}

/** How many of the open sections stay open: the last of them is the mark's parent. */
export function depthOf(input: NestingInput): number {
  const { open, marker } = input;
  if (isBullet(marker)) return depthOfBullet(input);
  if (marker.kind === "paragraph") return depthOfWord(input);
  const next = listGoingOn(input);
  if (next !== -1) return next;
  const prefix = prefixOf(marker.value).replace(/\.$/u, "");
  const whole = prefix === "" ? -1 : open.findLastIndex((section) => section.kind === marker.kind && section.value === prefix);
  if (whole !== -1) return whole + 1;
  const same = open.findLastIndex((section) => section.style === marker.style);
  const rank = rankOfMark(marker);
  const byRank = open.findIndex((section) => section.rank >= rank);
  const floor = same !== -1 ? same : byRank !== -1 ? byRank : open.length;
  const host = hostOf(input, floor);
  return host === -1 ? floor : host + 1;
}
