/**
 * A file may hold several documents: a covering letter before a draft, a decision with the plan issued under it.
 * This file finds where each begins.
 */
import type { Paragraph } from "./canonical-text.ts";
import { HEADING_KINDS, layOutComponent, type Component } from "./component-layout.ts";
import { isLetterhead, isTail, LETTER, titleKind } from "./frame-words.ts";
import { readMarker, type Marker } from "./markers.ts";
import { assumedMark } from "./repair-markers.ts";

/** More documents than a file holds; beyond them lines that look like titles are text. */
const MOST_DOCUMENTS = 20;
/** "Chương I / QUY ĐỊNH CHUNG", "PHỤ LỤC II / KẾ HOẠCH CHI TIẾT": a title of a part, not of a document. */
function underMark(paragraphs: readonly Paragraph[], markers: readonly (Marker | null)[], index: number): boolean {
  const above = markers[index - 1];
  return (
    above !== null &&
    above !== undefined &&
    (HEADING_KINDS.has(above.kind) || above.kind === "annex") &&
    above.length >= (paragraphs[index - 1]?.text.length ?? 0)
  );
}

/** The documents of a file in their order; at least one when there is any paragraph. */
export function findComponents(paragraphs: readonly Paragraph[]): Component[] {
  const ranges: { kind: string; from: number; kindLine: number }[] = [];
  const markers = paragraphs.map((paragraph) => assumedMark(paragraph) ?? readMarker(paragraph.text));
  let inTail = false;
  paragraphs.forEach((paragraph, index) => {
    if (isTail(paragraph.text)) inTail = true;
    const kind = underMark(paragraphs, markers, index) ? null : titleKind(paragraph.text);
    if (kind === null || ranges.length >= MOST_DOCUMENTS) return;
    let from = index;
    while (from > 0 && isLetterhead(paragraphs[from - 1]?.text ?? "")) from--;
    const sameDocument = ranges.length > 0 && !inTail && from === index;
    if (sameDocument) return;
    ranges.push({ kind, from: ranges.length === 0 ? Math.min(from, index) : from, kindLine: index });
    inTail = false;
  });
  const firstKind = ranges[0]?.kindLine ?? paragraphs.length;
  const hasLetter = paragraphs.slice(0, firstKind).some((paragraph) => /^Kính gửi\b/u.test(paragraph.text));
  const first = ranges[0];
  if (hasLetter) ranges.unshift({ kind: LETTER, from: 0, kindLine: -1 });
  else if (first !== undefined) first.from = 0;
  else ranges.push({ kind: "Văn bản", from: 0, kindLine: -1 });
  return ranges
    .map((range, index) => layOutComponent(paragraphs, markers, { ...range, to: ranges[index + 1]?.from ?? paragraphs.length }))
    .filter((component) => component.to > component.from);
}

/** Position of the document that the file is about: the last that is no letter. */
export function mainComponentIndex(components: readonly Component[]): number {
  const last = components.findLastIndex((component) => component.kind !== LETTER);
  return last === -1 ? 0 : last;
}

/** True for a covering letter (công văn). */
export function isLetter(component: Component): boolean {
  return component.kind === LETTER;
}
