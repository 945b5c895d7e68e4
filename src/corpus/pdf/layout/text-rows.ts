/** Words → rows: the words of one baseline, cut into runs where the gap is wider than between words. */
import type { Word } from "./page-content.ts";

/** Words with no wide gap between them. */
export interface Run {
  readonly words: readonly Word[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
}

/** The runs of one baseline from left to right, at least one. */
export interface Row {
  readonly runs: readonly Run[];
  readonly baseline: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

/** Parts of the font size. */
const SAME_BASELINE = 0.25;
const RAISED = 0.62;
const LOWERED = 0.3;
const WIDE_GAP = 0.8;
const NO_GAP = 0.12;
/** A font smaller than this part of its neighbours' is that of a raised number. */
const SMALL = 0.78;

/** Words joined as they are read: a space between, but none before a raised number that touches its word. */
export function joinWords(words: readonly Word[]): string {
  let text = "";
  words.forEach((word, index) => {
    const before = words[index - 1];
    const touches =
      before !== undefined && before.size !== word.size && word.left - before.right < NO_GAP * Math.max(word.size, before.size);
    text += before === undefined || touches ? word.text : ` ${word.text}`;
  });
  return text;
}

/** A run of words from left to right; at least one. */
export function makeRun(words: readonly Word[]): Run {
  const size = Math.max(...words.map((word) => word.size));
  const main = words.find((word) => word.size === size);
  const letters = (chosen: readonly Word[]): number => chosen.reduce((sum, word) => sum + word.text.length, 0);
  return {
    words,
    text: joinWords(words),
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    baseline: main?.baseline ?? 0,
    size,
    bold: letters(words.filter((word) => word.bold)) * 2 > letters(words),
  };
}

interface OpenRow {
  words: Word[];
  baseline: number;
  size: number;
}

/** True for a raised or lowered number or mark that touches a word of the row. */
function hangsOn(word: Word, row: OpenRow): boolean {
  // Sizes of recognised words are guessed.
  if (word.confidence !== undefined) return false;
  const offset = row.baseline - word.baseline;
  if (word.size >= SMALL * row.size || offset > RAISED * row.size || offset < -LOWERED * row.size) return false;
  return row.words.some(
    (other) => Math.abs(word.left - other.right) < 0.5 * row.size || Math.abs(other.left - word.right) < 0.5 * row.size,
  );
}

function gatherRows(words: readonly Word[]): OpenRow[] {
  const rows: OpenRow[] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.findLast(
      (candidate) => Math.abs(candidate.baseline - word.baseline) <= SAME_BASELINE * Math.min(candidate.size, word.size),
    );
    if (row === undefined) rows.push({ words: [word], baseline: word.baseline, size: word.size });
    else {
      row.words.push(word);
      row.size = Math.max(row.size, word.size);
    }
  }
  return rows;
}

/** Rows from top to bottom. */
export function makeRows(words: readonly Word[]): Row[] {
  const open = gatherRows(words);
  for (const small of open) {
    const hosts = open.filter((row) => row !== small && row.size > small.size);
    small.words = small.words.filter((word) => {
      const host = hosts.find((row) => hangsOn(word, row));
      host?.words.push(word);
      return host === undefined;
    });
  }
  return open
    .filter((row) => row.words.length > 0)
    .map((row) => rowOf(row.words))
    .toSorted((a, b) => a.baseline - b.baseline);
}

/** The row that some words of one baseline make. */
export function rowOf(unsorted: readonly Word[]): Row {
  const words = unsorted.toSorted((a, b) => a.left - b.left);
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && word.left - last.right <= WIDE_GAP * Math.max(word.size, last.size)) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  const runs = groups.map(makeRun);
  const size = Math.max(...runs.map((run) => run.size));
  return {
    runs,
    baseline: runs.find((run) => run.size === size)?.baseline ?? 0,
    size,
    left: Math.min(...runs.map((run) => run.left)),
    right: Math.max(...runs.map((run) => run.right)),
  };
}

/** All words of a row as one run. */
export function wholeRow(row: Row): Run {
  return makeRun(row.runs.flatMap((run) => run.words));
}
