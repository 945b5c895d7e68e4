/** Where in one document of a file the head ends, where the body, the closing block and the annexes begin. */
import type { Paragraph } from "./canonical-text.ts";
import { isLetterhead, isTail, LETTER, titleKind } from "./frame-words.ts";
import { readMarker, type Marker } from "./markers.ts";
import { possibleMarks } from "./misread-marks.ts";
import { isCapitalHeading } from "./unmarked.ts";

/** One document of a file; paragraph indexes, `to` exclusive. */
export interface Component {
  /** "Kế hoạch", "Quyết định", "Công văn", … */
  readonly kind: string;
  readonly from: number;
  /** The line that names the kind ("KẾ HOẠCH"); -1 for a letter or a document without one. */
  readonly kindLine: number;
  readonly bodyFrom: number;
  /** True when marks or headings show where the body begins, false when only its words do. */
  readonly structured: boolean;
  /** True when the document numbers no heading and sets them in capitals. */
  readonly headings: boolean;
  readonly tailFrom: number;
  readonly annexFrom: number;
  readonly to: number;
}

/** A document by its title; paragraph indexes, `to` exclusive. */
export interface ComponentRange {
  readonly kind: string;
  readonly from: number;
  readonly kindLine: number;
  readonly to: number;
}

/** Kinds of marks that a body begins with. */
export const HEADING_KINDS = new Set(["part", "roman", "article"]);
const BASIS = /^(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Để )/u;
const ANNEX_NOTE = /^\((?:Ban hành )?[Kk]èm theo\b/u;
const OFFICE = /^(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|THỦ TƯỚNG|BỘ |TỈNH |HUYỆN )/u;

const beginsBody = (marker: Marker | null | undefined): boolean =>
  marker !== null && marker !== undefined && HEADING_KINDS.has(marker.kind) && (marker.style !== "A." || marker.position === 1);

/** Headings in capitals after some text of the body; none unless there are two. */
function capitalHeadings(paragraphs: readonly Paragraph[], from: number, to: number): number[] {
  const prose = paragraphs.findIndex((paragraph, index) => index >= from && index < to && /\p{Ll}/u.test(paragraph.text));
  const found = paragraphs
    .slice(0, to)
    .flatMap(({ text }, index) =>
      prose !== -1 &&
      index > prose &&
      isCapitalHeading(text) &&
      titleKind(text.replace(/:$/u, "")) === null &&
      !isLetterhead(text) &&
      !OFFICE.test(text)
        ? [index]
        : [],
    );
  return found.length > 1 ? found : [];
}

/** Where the content begins in a document that marks nothing: after the addressees of a letter, the legal bases of a plan. */
function contentFrom(paragraphs: readonly Paragraph[], { kind, kindLine, from, to }: ComponentRange): number {
  const addressed = paragraphs.findIndex((paragraph, index) => index >= from && index < to && /^Kính gửi\b/u.test(paragraph.text));
  if (kind !== LETTER && kindLine === -1) return to;
  const start = kind === LETTER ? addressed : kindLine;
  const at = paragraphs.findIndex(
    ({ text }, index) =>
      index > start &&
      index < to &&
      /\p{Ll}.*[.:;]["”]?$/u.test(text) &&
      readMarker(text) === null &&
      (kind === LETTER || !BASIS.test(text)),
  );
  return at === -1 ? to : at;
}

/** The first line of annexes that do not call themselves so: their title stands above "(Kèm theo …)" or above a table. */
function unnamedAnnex(paragraphs: readonly Paragraph[], from: number, to: number): number {
  const sign = paragraphs.findIndex(
    ({ text }, index) =>
      index > from &&
      index < to &&
      (ANNEX_NOTE.test(text) || (text.startsWith("|") && (paragraphs[index + 1]?.text ?? "").startsWith("|"))),
  );
  if (sign === -1) return to;
  let at = sign;
  while (at > from + 1 && isCapitalHeading(paragraphs[at - 1]?.text ?? "") && !isTail(paragraphs[at - 1]?.text ?? "")) at--;
  return at;
}

/** The first Phần, Mục or Điều; where that is not the first of its list, the one above it that must have been misread. */
function firstHeading(input: { paragraphs: readonly Paragraph[]; markers: readonly (Marker | null)[]; start: number; to: number }): number {
  const { paragraphs, markers, start, to } = input;
  const at = markers.findIndex((marker, index) => index >= start && index < to && beginsBody(marker));
  const marker = markers[at];
  if (at === -1 || marker === null || marker === undefined) return to;
  if (marker.position < 2) return at;
  const misread = paragraphs.findIndex(
    ({ text }, index) =>
      index >= start && index < at && possibleMarks(text).some((other) => other.style === marker.style && other.position === 1),
  );
  return misread === -1 ? at : misread;
}

/** Lays out one document. */
export function layOutComponent(paragraphs: readonly Paragraph[], markers: readonly (Marker | null)[], range: ComponentRange): Component {
  const { kind, from, kindLine, to } = range;
  const first = (test: (index: number) => boolean, start: number): number => {
    for (let i = start; i < to; i++) if (test(i)) return i;
    return to;
  };
  const start = Math.max(from, kindLine + 1);
  const firstTail = first((i) => isTail(paragraphs[i]?.text ?? "") && i > start, start);
  const marked = firstHeading({ paragraphs, markers, start, to });
  const numbered = first((i) => markers[i]?.kind === "number" && /^0?1(?:\.1)*$/u.test(markers[i]?.value ?? ""), start);
  const headings = marked === to ? capitalHeadings(paragraphs, start, firstTail) : [];
  const found = Math.min(marked === to ? Math.min(numbered, headings[0] ?? to) : marked, firstTail);
  const structured = found < firstTail;
  const bodyFrom = structured ? found : Math.min(contentFrom(paragraphs, { ...range, to: firstTail }), firstTail);
  const tailFrom = first((i) => isTail(paragraphs[i]?.text ?? ""), Math.max(bodyFrom, start));
  const named = tailFrom === to ? to : first((i) => markers[i]?.kind === "annex", tailFrom);
  const annexFrom = tailFrom === to ? to : Math.min(named, unnamedAnnex(paragraphs, tailFrom, named));
  return { kind, from, kindLine, bodyFrom, structured, headings: headings.length > 0, tailFrom, annexFrom, to };
}
