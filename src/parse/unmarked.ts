/** Paragraphs without a mark that are sections of their own: closing words, headings among bullets, headings in capitals. */
import type { Paragraph } from "./canonical-text.ts";
import { mayCloseDocument } from "./closing-words.ts";
import type { Draft } from "./draft.ts";
import { isBullet } from "./nesting.ts";
import { RANKS } from "./ranks.ts";
import type { PlacedMarker } from "./repair-markers.ts";

export interface UnmarkedInput {
  readonly paragraphs: readonly Paragraph[];
  readonly markers: readonly (PlacedMarker | null)[];
  readonly index: number;
  /** Where the body ends, and its last marked paragraph. */
  readonly to: number;
  readonly lastMark: number;
  readonly deepest: Draft | undefined;
}

/** An unnumbered heading among bullets: "Giai đoạn 2 (2027) - Mở rộng", followed by bullets of its own. */
export function isSubheading({ paragraphs, markers, index, deepest }: UnmarkedInput): boolean {
  const text = paragraphs[index]?.text ?? "";
  const next = markers[index + 1]?.kind;
  const before = paragraphs[index - 1]?.text ?? "";
  if (deepest === undefined || (next !== "dash" && next !== "plus") || text.length > 150 || /[.;,]$/u.test(text)) return false;
  const afterHeading =
    (deepest.rank < RANKS.alpha || deepest.style === "heading") &&
    deepest.children.length === 0 &&
    deepest.ownParagraphs === 1 &&
    deepest.textStart < deepest.firstParagraph.end &&
    !/[.;:,]$/u.test(before);
  return (isBullet(deepest) && /[.;]$/u.test(before)) || (afterHeading && /^(?:Giai đoạn|Năm|Đợt|Nhóm)\b/u.test(text));
}

/** True when no mark follows up to the body's end and the words close the document. */
export function isClosing({ paragraphs, index, to, lastMark, deepest }: UnmarkedInput): boolean {
  if (deepest === undefined || deepest.kind === "annex" || deepest.style === "body" || lastMark > index) return false;
  const text = paragraphs[index]?.text ?? "";
  if (mayCloseDocument(text)) return true;
  const headed = deepest.ownParagraphs > 1 || !/[.;:]$/u.test(deepest.firstParagraph.text);
  return !headed && deepest.rank >= RANKS.number && (paragraphs[to - 1]?.text ?? "").endsWith("./.") && index === to - 1;
}

/** A heading as plans set it that number nothing: a short line in capitals. */
export function isCapitalHeading(text: string): boolean {
  return text.length <= 160 && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && !/[.;,]$/u.test(text) && !text.startsWith("(");
}
