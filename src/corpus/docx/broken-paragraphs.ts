/**
 * Files made from a PDF, or pasted from one, hold each printed line as a paragraph of its own. There the ends of
 * paragraphs say nothing, so that only the words can tell which lines belong together.
 */
import type { ReadLine } from "../readers/reader.ts";

/** Share of lines that go on in small letters where nothing ended; a text in real paragraphs has hardly any. */
const BROKEN_SHARE = 0.2;
const FEWEST_BROKEN = 8;

const isRow = (line: ReadLine): boolean => line.text.startsWith("|");

function isBroken(before: ReadLine, line: ReadLine): boolean {
  return !isRow(before) && /[\p{L}\p{N},]$/u.test(before.text) && /^\p{Ll}{2}/u.test(line.text);
}

/** The lines; in a file of broken ones, those that begin a paragraph no longer say so. Rows of tables always do. */
export function withoutFalseEnds(lines: readonly ReadLine[]): readonly ReadLine[] {
  const words = lines.filter((line) => !isRow(line)).length;
  const broken = lines.filter((line, at) => at > 0 && line.continues === false && isBroken(lines[at - 1] ?? line, line)).length;
  if (broken < FEWEST_BROKEN || broken < BROKEN_SHARE * words) return lines;
  return lines.map((line) => {
    if (isRow(line) || line.continues !== false) return line;
    const { continues: _, ...rest } = line;
    return rest;
  });
}
