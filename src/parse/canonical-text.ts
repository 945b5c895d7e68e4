/**
 * From source lines to canonical text: NFC, emphasis marks and rulers dropped, wrapped lines joined, one paragraph a
 * line, with runs that lead every canonical offset back to the source.
 */
import { normaliseText } from "../language/normalise.ts";
import type { SourceDocument, SourceLine } from "../corpus/types.ts";
import { continuesLine, measureLayout, type LayoutLine } from "./unwrap.ts";

/** A paragraph's place in the canonical text. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True when a blank line stood before it in the source. */
  readonly afterBlank: boolean;
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

interface CleanLine extends LayoutLine {
  /** Source offset of every unit of `text`. */
  readonly sources: readonly number[];
  readonly page: number | null;
}

const RULER = /^[\s\-_=*–—.|:]{3,}$/u;
const PAGE_NUMBER = /^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$|^Trang\s+\d+(?:\s*[/|]\s*\d+)?$/u;
const HEADING_HASHES = /^#{1,6}\s+/u;

/** Characters that NFC may compose into one: a letter with its marks, a Korean syllable in parts. */
const CLUSTER = /(?:[\u1100-\u1112][\u1161-\u1175]|[\uac00-\ud7a3])[\u11a8-\u11c2]?\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;

/** One line cleaned, cluster by cluster, so that every unit knows where it came from. */
function cleanLine(text: string, offset: number): { text: string; sources: number[] } {
  let clean = "";
  const sources: number[] = [];
  // Kept beside `clean`: asking a long string for its end at every space would cost its whole length each time.
  let spaced = true;
  const starred = /^\*\s/u.test(text.trimStart());
  const hashes = HEADING_HASHES.exec(text)?.[0].length ?? 0;
  for (const match of text.slice(hashes).matchAll(CLUSTER)) {
    const cluster = match[0];
    if (cluster.startsWith("*") && !starred) continue;
    for (const unit of normaliseText(cluster)) {
      if (unit === " " && spaced) continue;
      spaced = unit === " ";
      clean += unit;
      for (let k = 0; k < unit.length; k++) sources.push(offset + hashes + match.index);
    }
  }
  const trimmed = clean.trimEnd();
  return { text: trimmed, sources: sources.slice(0, trimmed.length) };
}

/** Lone numbers are page numbers unless they stand close together, as in a flattened table. */
function isPageNumber(lines: readonly { text: string }[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !PAGE_NUMBER.test(line.text)) return false;
  const near = lines.slice(Math.max(0, index - 8), index + 9).filter((other) => PAGE_NUMBER.test(other.text));
  return near.length === 1;
}

/** Two columns of a letterhead or a closing block on one line, told by the gap between them. */
function columnsOf(line: SourceLine): SourceLine[] {
  const gap = /(?<=\S) {4,}(?=\p{Lu})/u.exec(line.text);
  if (gap === null || line.text.includes("|")) return [line];
  const at = gap.index + gap[0].length;
  return [{ ...line, text: line.text.slice(0, gap.index) }, ...columnsOf({ ...line, text: line.text.slice(at), offset: line.offset + at })];
}

function cleanLines(document: SourceDocument): CleanLine[] {
  const lines: CleanLine[] = [];
  let blank = false;
  for (const line of document.lines.flatMap(columnsOf)) {
    const { text, sources } = cleanLine(line.text, line.offset);
    if (text === "") blank = true;
    else {
      lines.push({ text, sources, page: line.page, afterBlank: blank });
      blank = false;
    }
  }
  return lines.filter((line, index) => !RULER.test(line.text) && !isPageNumber(lines, index));
}

/** Canonical text of a document; empty text for a document without words. */
export function makeCanonicalText(document: SourceDocument): CanonicalText {
  const lines = cleanLines(document);
  const layout = measureLayout(lines);
  const paragraphs: Paragraph[] = [];
  const offsets: OffsetRun[] = [];
  let text = "";
  let start = 0;
  let current = "";
  let firstAfterBlank = true;
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const joins = previous !== undefined && continuesLine({ previous, line, paragraph: current, layout });
    if (previous !== undefined && !joins) {
      paragraphs.push({ start, end: text.length, text: current, afterBlank: firstAfterBlank });
      text += "\n";
      start = text.length;
      current = "";
    }
    if (!joins) firstAfterBlank = line.afterBlank;
    if (joins) {
      text += " ";
      current += " ";
    }
    line.sources.forEach((source, unit) => {
      const last = offsets.at(-1);
      const canonical = text.length + unit;
      if (last === undefined || last.source + (canonical - last.canonical) !== source || last.page !== line.page) {
        offsets.push({ canonical, source, page: line.page });
      }
    });
    text += line.text;
    current += line.text;
  });
  if (current !== "") paragraphs.push({ start, end: text.length, text: current, afterBlank: firstAfterBlank });
  return { text, paragraphs, offsets };
}
