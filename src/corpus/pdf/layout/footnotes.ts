/** Footnotes: small lines at a page's foot that open with a number, under a short rule or in a smaller font. */
import type { PageContent, Word } from "./page-content.ts";
import { quantile } from "./page-content.ts";
import { makeRun, wholeRow, type Row } from "./text-rows.ts";

export interface Footnote {
  /** As printed: "1", "*". */
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

/** Font size that most letters of the page have. */
function bodySize(rows: readonly Row[]): number {
  const sizes = rows.flatMap((row) =>
    row.runs.flatMap((run) => run.words.flatMap((word) => Array.from({ length: word.text.length }, () => word.size))),
  );
  return quantile(sizes, 0.6);
}

/** Whether a row opens a note: a number, raised or with the text after it set small. */
function markOf(row: Row): string | null {
  return OPENS.exec(wholeRow(row).text)?.[1] ?? null;
}

export interface SplitNotes {
  readonly rows: readonly Row[];
  readonly notes: readonly Footnote[];
}

/** Takes the notes from the foot of a page. @param rows of the page, from top to bottom. */
export function splitFootnotes(page: PageContent, rows: readonly Row[]): SplitNotes {
  const usual = bodySize(rows);
  let from = rows.length;
  while (from > 0) {
    const row = rows[from - 1];
    if (row === undefined || row.size > SMALL * usual || row.baseline < LOWER_HALF * page.height) break;
    from--;
  }
  const first = rows[from];
  const above = rows[from - 1];
  if (first === undefined || above === undefined || markOf(first) === null) return { rows, notes: [] };
  const ruled = page.rules.some(
    (rule) =>
      rule.direction === "horizontal" &&
      rule.at < first.baseline &&
      rule.at > above.baseline - above.size &&
      rule.to - rule.from < SHORT_RULE * page.width,
  );
  const raised = (first.runs[0]?.words[0]?.size ?? first.size) < 0.8 * first.size;
  if (!ruled && !raised) return { rows, notes: [] };
  const notes: { mark: string; rows: Row[] }[] = [];
  let expected = Number.NaN;
  for (const row of rows.slice(from)) {
    const mark = markOf(row);
    const opens = mark !== null && (notes.length === 0 || Number(mark) === expected || mark.startsWith("*"));
    if (opens) notes.push({ mark, rows: [row] });
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
