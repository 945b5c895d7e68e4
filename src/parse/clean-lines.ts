/**
 * Source lines cleaned: NFC, emphasis marks, rulers, page numbers and repeated table headers dropped, two columns of a
 * letterhead parted. Every character kept knows where it came from.
 */
import { normaliseText } from "../language/normalise.ts";
import type { SourceDocument, SourceLine } from "../corpus/types.ts";

/** From unit `at` of a clean line on, source = `source` + (unit - at). */
export interface SourceRun {
  readonly at: number;
  readonly source: number;
}

export interface CleanLine {
  readonly text: string;
  readonly runs: readonly SourceRun[];
  readonly page: number | null;
  /** True when a blank line stood before it. */
  readonly afterBlank: boolean;
  /** Spaces before the first word. */
  readonly indent: number;
  /** As `SourceLine.continues`. */
  readonly continues: boolean | undefined;
  /** True when the words were recognised in a picture, so that a mark may be misread. */
  readonly recognised: boolean;
}

const RULER = /^[\s\-_=*–—.|:]{3,}$/u;
const PAGE_NUMBER = /^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$|^Trang\s+\d+(?:\s*[/|]\s*\d+)?$/u;
const HEADING_HASHES = /^#{1,6}\s+/u;
/** A line of a letterhead is short; a longer one is a paragraph, whatever gaps it has. */
const LONGEST_LETTERHEAD = 400;

/** Characters that NFC may compose into one: a letter with its marks, a Korean syllable in parts. */
const CLUSTER = /(?:[\u1100-\u1112][\u1161-\u1175]|[\uac00-\ud7a3])[\u11a8-\u11c2]?\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;
/** Words of characters that stay as they are, one space between them: nearly every line of a text in NFC. */
const PLAIN = /^(?:[!-)+-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u02ff\u1e00-\u1eff\u2010-\u2027\u20ab]+(?: |$))*$/u;

interface Cleaned {
  readonly text: string;
  readonly runs: readonly SourceRun[];
}

/** One line cleaned, cluster by cluster where its characters may change. */
function cleanText(text: string, offset: number): Cleaned {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed !== "" && !trimmed.startsWith("#") && PLAIN.test(trimmed)) return { text: trimmed, runs: [{ at: 0, source: offset + lead }] };
  let clean = "";
  const runs: { at: number; source: number }[] = [];
  // Kept beside `clean`: asking a long string for its end at every space would cost its whole length each time.
  let spaced = true;
  const starred = /^\*\s/u.test(text.trimStart());
  const hashes = HEADING_HASHES.exec(text)?.[0].length ?? 0;
  for (const match of text.slice(hashes).matchAll(CLUSTER)) {
    const cluster = match[0];
    if (cluster.startsWith("*") && !starred) continue;
    const source = offset + hashes + match.index;
    for (const unit of normaliseText(cluster)) {
      if (unit === " " && spaced) continue;
      spaced = unit === " ";
      const last = runs.at(-1);
      // A character of two units comes from a place of its own, so that no unit points past it.
      if (last === undefined || last.source + clean.length - last.at !== source) runs.push({ at: clean.length, source });
      clean += unit;
    }
  }
  const end = clean.trimEnd();
  return { text: end, runs: runs.filter((run) => run.at < end.length) };
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
  if (line.text.length > LONGEST_LETTERHEAD || line.text.includes("|")) return [line];
  const gaps = [...line.text.matchAll(/(?<=\S) {4,}(?=\p{Lu})/gu)];
  const starts = [0, ...gaps.map((gap) => gap.index + gap[0].length)];
  return starts.map((start, column) => ({
    ...line,
    text: line.text.slice(start, gaps[column]?.index ?? line.text.length),
    offset: line.offset + start,
    // The right column is never the rest of the left one.
    ...(column > 0 && line.continues !== undefined ? { continues: false } : {}),
  }));
}

/** The first row of a table printed again at the top of a page belongs to the page, not to the text. */
function isRepeatedHeader(lines: readonly CleanLine[], header: ReadonlyMap<number, number>, index: number): boolean {
  const first = header.get(index);
  const text = lines[index]?.text ?? "";
  return first !== undefined && first !== index && lines[first]?.text === text && !/^\|\s*\d/u.test(text);
}

/** For every row of a table the position of the table's first row. */
function headersOf(lines: readonly CleanLine[]): Map<number, number> {
  const first = new Map<number, number>();
  lines.forEach((line, index) => {
    if (line.text.startsWith("|")) first.set(index, first.get(index - 1) ?? index);
  });
  return first;
}

/** The lines of a document that carry text, in order. */
export function cleanLines(document: SourceDocument): CleanLine[] {
  const lines: CleanLine[] = [];
  let blank = false;
  for (const line of document.lines.flatMap(columnsOf)) {
    const { text, runs } = cleanText(line.text, line.offset);
    if (text === "") {
      blank = true;
      continue;
    }
    const indent = /^\s*/u.exec(line.text)?.[0].replace(/[\f\v]/gu, "").length ?? 0;
    lines.push({
      text,
      runs,
      page: line.page,
      afterBlank: blank,
      indent,
      continues: line.continues,
      recognised: line.confidence !== undefined,
    });
    blank = false;
  }
  const kept = lines.filter((line, index) => !RULER.test(line.text) && !isPageNumber(lines, index));
  const headers = headersOf(kept);
  return kept.filter((_, index) => !isRepeatedHeader(kept, headers, index));
}
