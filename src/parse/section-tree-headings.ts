/**
 * Headings that carry no mark: "Trách nhiệm của UBND các xã", "Đề nghị phối hợp", "Đến hết năm 2026:".
 *
 * A short line without a stop is one where the list under it begins again, or where the lines after it in the same part
 * head lists of their own; alone above its list it may as well be the words that introduce it.
 */
import type { Paragraph } from "./canonical-text.ts";
import { closesDocument } from "./closing-words.ts";
import { isBullet } from "./nesting.ts";
import { rankOfMark } from "./ranks.ts";
import type { PlacedMarker } from "./repair-markers.ts";

interface HeadingInput {
  readonly paragraphs: readonly Paragraph[];
  readonly markers: readonly (PlacedMarker | null)[];
  readonly from: number;
  readonly to: number;
}

const LONGEST = 120;
/** "gồm các nội dung sau:" introduces a list; it heads none. */
const INTRODUCES = /(?:sau(?: đây)?|cụ thể|(?:bao )?gồm|trong đó|như|là)\s*:$/iu;
const ENDS = /[.;!?…]["”’)\]]*$/u;

function mayHead(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^["“]?\p{Lu}/u.test(text) &&
    /\p{Ll}/u.test(text) &&
    !/[.;,!?…/]["”’)\]]*$/u.test(text) &&
    !INTRODUCES.test(text) &&
    !closesDocument(text)
  );
}

/** Lines that head a list that counts again from its first, by position; the value is how that list is set. */
export function headingLines({ paragraphs, markers, from, to }: HeadingInput): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  /** Lists of the part that is read, by how they are set: whether marks of it were seen, and its first line that may head it. */
  const lists = new Map<string, { readonly rank: number; readonly first: number | null }>();
  for (let index = from; index < to; index++) {
    const marker = markers[index] ?? null;
    if (marker !== null && !isBullet(marker) && marker.kind !== "row") {
      const rank = rankOfMark(marker);
      for (const [style, list] of lists) if (list.rank > rank) lists.delete(style);
      if (!lists.has(marker.style)) lists.set(marker.style, { rank, first: null });
      continue;
    }
    const next = markers[index + 1] ?? null;
    const text = paragraphs[index]?.text ?? "";
    if (marker !== null || next === null || index + 1 >= to || next.position !== 1 || !mayHead(text)) continue;
    if (next.kind !== "number" && next.kind !== "alpha") continue;
    const list = lists.get(next.style);
    const before = paragraphs[index - 1]?.text ?? "";
    if (list === undefined) {
      if (!before.endsWith(":")) lists.set(next.style, { rank: rankOfMark(next), first: index });
    } else if (ENDS.test(before) || markers[index - 1] === null) {
      found.set(index, next.style);
      if (list.first !== null) found.set(list.first, next.style);
    }
  }
  return addBulletHeadings({ paragraphs, markers, from, to }, found);
}

/** The first of several lines that each head bullets, nothing but bullets between them: the others are told by the bullets above them. */
function addBulletHeadings({ paragraphs, markers, from, to }: HeadingInput, found: Map<number, string>): ReadonlyMap<number, string> {
  const colon = (index: number): boolean => (paragraphs[index]?.text ?? "").endsWith(":");
  let first: number | null = null;
  for (let index = from; index < to; index++) {
    const marker = markers[index] ?? null;
    if (marker !== null) {
      if (!isBullet(marker)) first = null;
      continue;
    }
    const next = markers[index + 1] ?? null;
    const heads = next !== null && isBullet(next) && mayHead(paragraphs[index]?.text ?? "");
    if (!heads) first = null;
    else if (first === null) first = colon(index - 1) ? null : index;
    else if (colon(first) === colon(index) && ENDS.test(paragraphs[index - 1]?.text ?? "")) {
      found.set(first, "-");
      found.set(index, "-");
    }
  }
  return found;
}

/** Paragraphs without marks that a line with a colon heads, all but the last ending with a semicolon: the line's position by theirs. */
export function unmarkedItems({ paragraphs, markers, from, to }: HeadingInput): ReadonlyMap<number, number> {
  const items = new Map<number, number>();
  const plain = (index: number): boolean =>
    index < to && markers[index] === null && /^["“]?[\p{Lu}\d]/u.test(paragraphs[index]?.text ?? "");
  for (let index = from; index < to; index++) {
    const text = paragraphs[index]?.text ?? "";
    if (markers[index] !== null || !text.endsWith(":") || !mayHead(text)) continue;
    let last = index + 1;
    while (plain(last) && (paragraphs[last]?.text ?? "").endsWith(";")) last++;
    if (last === index + 1 || !plain(last) || !/[^/]\.$/u.test(paragraphs[last]?.text ?? "")) continue;
    for (let item = index + 1; item <= last; item++) items.set(item, index);
    index = last;
  }
  return items;
}
