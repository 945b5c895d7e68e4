/**
 * Lays out a document's canonical text: sections in sections, paragraphs between them, every character once.
 *
 * Paragraphs are offsets, never copies, so that a passage can be marked wherever it stands.
 */
import type { DocumentDetail, SectionNode } from "../../src/contract/documents.ts";

export interface Paragraph {
  readonly kind: "paragraph";
  readonly start: number;
  readonly end: number;
  /** True for the line that is its section's heading. */
  readonly isHeading: boolean;
}

export interface SectionBody {
  readonly kind: "section";
  readonly section: SectionNode;
  /** 0 for a section at the top. */
  readonly depth: number;
  /** In the document's order. */
  readonly items: readonly (Paragraph | SectionBody)[];
}

/** A piece of a paragraph that is marked or is not. */
export interface Run {
  readonly text: string;
  readonly isMarked: boolean;
}

/** What stands before a heading's words: "III. ", "10. ", "Điều 5. ", "a) "; bullets are no headings. */
const MAX_MARKER = 24;
/** Longer ones are sentences. */
const MAX_HEADING = 200;
const BULLET = /^[-+•*–]\s/;

function paragraphsIn(text: string, start: number, end: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    if (line.trim() !== "") paragraphs.push({ kind: "paragraph", start: from, end: from + line.length, isHeading: false });
    from += line.length + 1;
  }
  return paragraphs;
}

function isHeadingLine(line: string, section: SectionNode): boolean {
  const words = line.trim();
  const heading = section.heading.trim();
  if (heading === "" || words.length > MAX_HEADING || BULLET.test(words)) return false;
  return words.endsWith(heading) && words.length - heading.length <= MAX_MARKER;
}

/** A section's first line is its heading when it says the heading and something follows it. */
function withHeading(items: readonly (Paragraph | SectionBody)[], section: SectionNode, text: string): typeof items {
  const first = items[0];
  if (first === undefined || first.kind !== "paragraph" || items.length < 2) return items;
  if (!isHeadingLine(text.slice(first.start, first.end), section)) return items;
  return [{ ...first, isHeading: true }, ...items.slice(1)];
}

/** The whole document, top sections and whatever stands between them. */
export function layOutDocument(document: DocumentDetail): readonly (Paragraph | SectionBody)[] {
  const { text, sections } = document;
  const childrenOf = new Map<string | null, SectionNode[]>();
  for (const section of sections) {
    childrenOf.set(section.parentId, [...(childrenOf.get(section.parentId) ?? []), section]);
  }

  function itemsIn(parentId: string | null, range: { start: number; end: number }, depth: number): (Paragraph | SectionBody)[] {
    const items: (Paragraph | SectionBody)[] = [];
    let from = range.start;
    for (const section of childrenOf.get(parentId) ?? []) {
      items.push(...paragraphsIn(text, from, section.start));
      const own = itemsIn(section.id, section, depth + 1);
      items.push({ kind: "section", section, depth, items: withHeading(own, section, text) });
      from = section.end;
    }
    items.push(...paragraphsIn(text, from, range.end));
    return items;
  }

  return itemsIn(null, { start: 0, end: text.length }, 0);
}

export interface Cutting {
  readonly text: string;
  /** The words to mark, or null. */
  readonly mark: { readonly start: number; readonly end: number } | null;
}

/** Cuts one paragraph where the marked words begin and end. */
export function runsOf({ start, end }: Paragraph, { text, mark }: Cutting): readonly Run[] {
  if (mark === null || mark.end <= start || mark.start >= end) return [{ text: text.slice(start, end), isMarked: false }];
  const from = Math.max(start, mark.start);
  const to = Math.min(end, mark.end);
  const runs: readonly Run[] = [
    { text: text.slice(start, from), isMarked: false },
    { text: text.slice(from, to), isMarked: true },
    { text: text.slice(to, end), isMarked: false },
  ];
  return runs.filter((run) => run.text !== "");
}
