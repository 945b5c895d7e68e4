/**
 * Marks of a document's paragraphs, with those that were misread or misprinted put right by their neighbours in the
 * sequence. Only ids and labels follow the repair; the text keeps what is printed.
 */
import type { Paragraph } from "./canonical-text.ts";
import { wordMarks } from "./markers-in-words.ts";
import { follows, readMarker, type Marker } from "./markers.ts";
import { possibleMarks } from "./misread-marks.ts";
import { rankOfMark } from "./ranks.ts";
import { UpcomingMarks } from "./upcoming-marks.ts";

export interface PlacedMarker extends Marker {
  /** The mark as printed where the value was repaired ("1." read for "l."), else null. */
  readonly repairedFrom: string | null;
  /** True when the repair mends what a scan misread, not what a clerk misprinted. */
  readonly misread: boolean;
}

/** How well a mark stands in its list: 2 for going on with it, 2 for being gone on with, 1 for a beginning. */
type Fit = (marker: Marker, index: number) => number;
/** Both neighbours agree. */
const CERTAIN = 4;
/** One neighbour agrees, and the list begins here. */
const LIKELY = 3;

const CAPITALS = /^\S+\s+[^\p{Ll}]*$/u;

/** A typist mixes up l, 1 and I, and forgets the stroke of đ; nothing else. */
const typistsSlip = (marker: Marker): boolean =>
  /^\(?[IVXl1|\d]{1,5}[.)/]?$/u.test(marker.printed) || (marker.value === "đ" && marker.printed.startsWith("d"));

/** Marks that are too like other words to be believed without a neighbour. */
function isDoubtful(marker: Marker, { text, last }: { text: string; last: ReadonlyMap<string, Marker> }): boolean {
  if (marker.style === "A.") return !/^\S+\s+\p{Lu}{2}/u.test(text);
  if (marker.style === "(a)") return /^[ivx]$/u.test(marker.value);
  const [whole] = marker.value.split(".");
  return marker.kind === "number" && whole !== marker.value && !/[.)]$/u.test(marker.printed) && last.get("1.")?.value !== whole;
}

/** The other mark that a paragraph's mark must have been, null where it is right as it is. */
function meantMark(input: { paragraph: Paragraph; read: Marker | null; index: number; fit: Fit }): Marker | null {
  const { paragraph, read, index, fit } = input;
  const { text, recognised } = paragraph;
  const asRead = read === null ? 0 : fit(read, index);
  if (asRead >= CERTAIN || read?.kind === "row") return null;
  let best: { marker: Marker; fit: number } | null = null;
  for (const marker of possibleMarks(text)) {
    if (!recognised && !typistsSlip(marker)) continue;
    if (marker.kind === "dash") return recognised && read === null ? marker : null;
    // "I. MỤC TIÊU" stays what it is, whatever numbers follow.
    if (read?.kind === "roman" && CAPITALS.test(text)) continue;
    const found = fit(marker, index);
    if (found > (best?.fit ?? asRead)) best = { marker, fit: found };
  }
  if (best === null) return null;
  const heads = best.marker.kind === "roman" && CAPITALS.test(text);
  const enough =
    best.fit >= CERTAIN ||
    (best.fit >= LIKELY && (recognised || asRead === 0 || heads)) ||
    (best.fit >= 2 && asRead === 0 && (recognised || read !== null || heads));
  return enough ? best.marker : null;
}

/** "2, Sở Y tế", "a} Việc": a number or letter whose closing sign alone was misread. */
const SLIPPED_STOP = /^\(?(\d{1,2}|[a-zđ])\s?[}\],>]\s+["“(]?\p{Lu}/u;

/**
 * The mark that a scan's paragraph can only have: a number whose closing sign was misread, or a heading in capitals whose
 * Roman number was ("Il. NHIỆM VỤ", "1V. KINH PHÍ"). A number may be meant as it is read: plans number headings in
 * capitals too. Null for all others.
 */
export function assumedMark({ text, recognised }: Paragraph): Marker | null {
  if (!recognised) return null;
  const read = readMarker(text);
  const slipped = read === null ? SLIPPED_STOP.exec(text)?.[1] : undefined;
  if (slipped !== undefined) return possibleMarks(text).find((marker) => marker.value === slipped) ?? null;
  if (!CAPITALS.test(text) || !/\p{Lu}{2}/u.test(text.slice(3)) || (read !== null && read.kind !== "alpha")) return null;
  return possibleMarks(text).find((marker) => marker.kind === "roman") ?? null;
}

/** Marks by paragraph index from `from` to before `to`, null where a paragraph has none. */
export function repairedMarkers(
  paragraphs: readonly Paragraph[],
  range: { readonly from: number; readonly to: number },
): (PlacedMarker | null)[] {
  const within = (index: number): boolean => index >= range.from && index < range.to;
  const assumed = paragraphs.map((paragraph, index) => (within(index) ? assumedMark(paragraph) : null));
  const read = paragraphs.map((paragraph, index) => assumed[index] ?? (within(index) ? readMarker(paragraph.text) : null));
  const upcoming = new UpcomingMarks(read, rankOfMark);
  const inWords = wordMarks({ texts: paragraphs.map(({ text }, index) => (within(index) ? text : "")), read, upcoming });
  const last = new Map<string, Marker>();
  const fit: Fit = (marker, index) => {
    const before = last.get(marker.style);
    const next = upcoming.next(marker.style, index);
    const goesOn = before !== undefined && follows(marker.kind, before.position, marker.position);
    const begins = before === undefined && marker.position === 1;
    const goneOnWith =
      next !== undefined &&
      follows(marker.kind, marker.position, next.position) &&
      !upcoming.breaks(rankOfMark(marker), { from: index, to: next.index });
    return (goesOn ? 2 : begins ? 1 : 0) + (goneOnWith ? 2 : 0);
  };
  const marks = paragraphs.map((paragraph, index) => {
    if (!within(index)) return null;
    const word = inWords[index] ?? null;
    if (word !== null) return { ...word, repairedFrom: null, misread: false };
    const guess = assumed[index] ?? null;
    const believed = guess !== null && fit(guess, index) >= 2;
    const printed = guess !== null && !believed ? readMarker(paragraph.text) : (read[index] ?? null);
    const meant = believed ? guess : meantMark({ paragraph, read: printed, index, fit });
    const marker = meant ?? printed;
    const believable =
      marker !== null && (meant !== null || !isDoubtful(marker, { text: paragraph.text, last }) || fit(marker, index) >= 2);
    if (marker === null || !believable) return null;
    remember(last, marker);
    return { ...marker, repairedFrom: meant === null ? null : marker.printed, misread: meant !== null && paragraph.recognised };
  });
  return bulletsMeant(paragraphs, marks);
}

/**
 * A scan's round bullets come out as plus signs. Where it has no dash at all they are bullets of the first depth, since
 * plus signs stand under dashes.
 */
function bulletsMeant(paragraphs: readonly Paragraph[], marks: readonly (PlacedMarker | null)[]): (PlacedMarker | null)[] {
  const isPlus = (marker: PlacedMarker | null, index: number): boolean => marker?.kind === "plus" && paragraphs[index]?.recognised === true;
  const misread = marks.some(isPlus) && !marks.some((marker) => marker?.kind === "dash");
  return marks.map((marker, index) =>
    misread && marker !== null && isPlus(marker, index) ? { ...marker, kind: "dash", style: "-", value: "-" } : marker,
  );
}

/** Lists below a mark end with it, but for a number 1, which may begin a list inside the one above. */
function remember(last: Map<string, Marker>, marker: Marker): void {
  if (marker.position === 0) return;
  const rank = rankOfMark(marker);
  if (marker.kind !== "number" || marker.position !== 1)
    for (const [style, other] of last) if (rankOfMark(other) > rank) last.delete(style);
  last.set(marker.style, marker);
}
