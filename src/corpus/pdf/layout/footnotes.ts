/** Footnotes: small lines at a page's foot that open with a number, under a short rule or in a smaller font. */
import type { PageContent, Word } from "./page-content.ts";
import { quantile } from "./page-content.ts";
import { makeRun, wholeRow, type Row } from "./text-rows.ts";

export interface Footnote {
  /** As printed: "1", "*"; empty where a scan's raised number could not be read. */
  readonly mark: string;
  readonly words: readonly Word[];
  readonly text: string;
  readonly page: number;
}

/** A font up to this part of the page's usual one is small. */
const SMALL = 0.88;
const LOWER_HALF = 0.4;
/** The rule above footnotes is shorter than this part of the page. */
const SHORT_RULE = 0.6;

const OPENS = /^(?:\[?\(?(\d{1,3}|\*{1,3})\)?\]?)(?=[\s.:\p{L}“"]|$)/u;

/** Letters that a line must have for their mean width to tell its font. */
const TELLING = 20;

const wordsOf = (row: Row): Word[] => row.runs.flatMap((run) => run.words);
const isRecognised = (row: Row): boolean => wordsOf(row).some((word) => word.confidence !== undefined);
const lettersOf = (row: Row): number => wordsOf(row).reduce((sum, word) => sum + word.text.length, 0);

/** How large a row is set: the font's size; for recognised words, whose sizes are guessed, a letter's mean width. NaN where that cannot tell. */
function scaleOf(row: Row): number {
  if (!isRecognised(row)) return row.size;
  const width = wordsOf(row).reduce((sum, word) => sum + word.right - word.left, 0);
  return lettersOf(row) < TELLING ? Number.NaN : width / lettersOf(row);
}

/** The scale that most letters of the page are set in. */
function usualScale(rows: readonly Row[]): number {
  const telling = rows.filter((row) => !Number.isNaN(scaleOf(row)));
  return quantile(
    telling.flatMap((row) => Array.from({ length: lettersOf(row) }, () => scaleOf(row))),
    0.6,
  );
}

/** Whether a row opens a note: a number, raised or with the text after it set small. */
function markOf(row: Row): string | null {
  return OPENS.exec(wholeRow(row).text)?.[1] ?? null;
}

const isRaised = (row: Row): boolean => (row.runs[0]?.words[0]?.size ?? row.size) < 0.8 * row.size;

/** A short rule between a row and the one above it. */
function isUnderRule({ row, above, page }: { row: Row; above: Row | undefined; page: PageContent }): boolean {
  return page.rules.some(
    (rule) =>
      rule.direction === "horizontal" &&
      rule.at < row.baseline &&
      rule.at > (above?.baseline ?? 0) - (above?.size ?? 0) &&
      rule.to - rule.from < SHORT_RULE * page.width,
  );
}

/** A scan's raised number is seldom read: there the rule must do. */
function opensNotes(input: { row: Row; above: Row | undefined; page: PageContent }): boolean {
  const ruled = isUnderRule(input);
  if (isRecognised(input.row)) return ruled && !Number.isNaN(scaleOf(input.row));
  return markOf(input.row) !== null && (ruled || isRaised(input.row));
}

export interface SplitNotes {
  readonly rows: readonly Row[];
  readonly notes: readonly Footnote[];
}

/** Takes the notes from the foot of a page. @param rows of the page, from top to bottom. */
export function splitFootnotes(page: PageContent, rows: readonly Row[]): SplitNotes {
  const usual = usualScale(rows);
  let lowest = rows.length;
  while (lowest > 0) {
    const row = rows[lowest - 1];
    if (row === undefined || scaleOf(row) > SMALL * usual || row.baseline < LOWER_HALF * page.height) break;
    lowest--;
  }
  // Recipients, set small as well, may stand right above.
  const from = rows.findIndex((row, index) => index >= Math.max(1, lowest) && opensNotes({ row, above: rows[index - 1], page }));
  if (from === -1) return { rows, notes: [] };
  const notes: { mark: string; rows: Row[] }[] = [];
  let expected = Number.NaN;
  for (const row of rows.slice(from)) {
    const mark = markOf(row);
    const opens = mark !== null && (notes.length === 0 || Number(mark) === expected || mark.startsWith("*"));
    if (opens || notes.length === 0) notes.push({ mark: mark ?? "", rows: [row] });
    else notes.at(-1)?.rows.push(row);
    if (opens) expected = Number(mark) + 1;
  }
  return {
    rows: rows.slice(0, from),
    notes: notes.map(({ mark, rows: own }) => ({
      mark,
      page: page.number,
      words: own.flatMap((row) => row.runs.flatMap((run) => run.words)),
      text: own
        .map((row, index) =>
          index === 0
            ? wholeRow(row)
                .text.replace(OPENS, "")
                .replace(/^[.:]?\s*/u, "")
            : wholeRow(row).text,
        )
        .join(" "),
    })),
  };
}

/** Rows with the raised numbers that refer to a note written "[1]". */
export function markReferences(rows: readonly Row[], notes: readonly Footnote[]): Row[] {
  const marks = new Set(notes.map((note) => note.mark));
  if (marks.size === 0) return [...rows];
  return rows.map((row) => ({
    ...row,
    runs: row.runs.map((run) => {
      const isReference = (word: Word): boolean =>
        word.size < 0.78 * run.size && run.baseline - word.baseline > 0.1 * run.size && marks.has(word.text.replaceAll(/[()[\]]/gu, ""));
      return run.words.some(isReference)
        ? makeRun(run.words.map((word) => (isReference(word) ? { ...word, text: `[${word.text.replaceAll(/[()[\]]/gu, "")}]` } : word)))
        : run;
    }),
  }));
}
