/**
 * From source lines to canonical text: clean lines joined to paragraphs, one paragraph a line, with runs that lead every
 * canonical offset back to the source.
 */
import type { SourceDocument } from "../corpus/types.ts";
import { cleanLines, type CleanLine } from "./clean-lines.ts";
import { measureLayout, type Layout } from "./layout.ts";
import { MarkSequence } from "./mark-sequence.ts";
import { readMarker } from "./markers.ts";
import { continuesLine, extended, paragraphOf } from "./unwrap.ts";

/** A paragraph's place in the canonical text. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True when a blank line stood before it in the source. */
  readonly afterBlank: boolean;
  /** True when its first line was recognised in a picture: its mark may be misread. */
  readonly recognised: boolean;
}

export interface OffsetRun {
  readonly canonical: number;
  readonly source: number;
  readonly page: number | null;
}

export interface CanonicalText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly offsets: readonly OffsetRun[];
}

const isRow = (line: CleanLine): boolean => line.text.startsWith("|");

/** Lines by paragraph. What the format or the page says of a line decides; only where it is silent do the widths. */
function paragraphsOf(lines: readonly CleanLine[]): CleanLine[][] {
  const paragraphs: CleanLine[][] = [];
  const sequence = new MarkSequence();
  let layout: Layout | null = null;
  let paragraph = paragraphOf("");
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const current = paragraphs.at(-1);
    const first = current?.[0];
    const joins = (): boolean => {
      if (previous === undefined || first === undefined || isRow(line) || isRow(previous)) return false;
      if (line.continues !== undefined) return line.continues;
      layout ??= measureLayout(lines);
      return continuesLine({ previous, first, line, paragraph, layout, sequence });
    };
    if (current !== undefined && joins()) {
      current.push(line);
      paragraph = extended(paragraph, line.text);
      return;
    }
    paragraphs.push([line]);
    paragraph = paragraphOf(line.text);
    const marker = readMarker(line.text);
    if (marker !== null) sequence.see(marker);
  });
  return paragraphs;
}

/** Canonical text of a document; empty text for a document without words. */
export function makeCanonicalText(document: SourceDocument): CanonicalText {
  const offsets: OffsetRun[] = [];
  const paragraphs: Paragraph[] = [];
  let length = 0;
  for (const lines of paragraphsOf(cleanLines(document))) {
    const start = length;
    for (const line of lines) {
      if (length > start) length++;
      for (const { at, source } of line.runs) {
        const canonical = length + at;
        const last = offsets.at(-1);
        if (last === undefined || last.source + (canonical - last.canonical) !== source || last.page !== line.page)
          offsets.push({ canonical, source, page: line.page });
      }
      length += line.text.length;
    }
    const text = lines.map((line) => line.text).join(" ");
    paragraphs.push({ start, end: length, text, afterBlank: lines[0]?.afterBlank ?? false, recognised: lines[0]?.recognised ?? false });
    length++;
  }
  return { text: paragraphs.map((paragraph) => paragraph.text).join("\n"), paragraphs, offsets };
}
