/**
 * Two columns side by side, as in a letterhead or above a signature: rows with a gap that lies at the same place. Such a
 * block is read column by column, everything else across the page.
 */
import { isListMark } from "./list-mark.ts";
import type { Row, Run } from "./text-rows.ts";

export interface ColumnBlock {
  /** Positions of the first row and after the last one. */
  readonly from: number;
  readonly to: number;
  /** x that parts the columns. */
  readonly middle: number;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Parts of the font size. */
const NARROWEST = 0.8;
const CLEAR = 2;
const LONELY = 2.5;
/** Rows further apart than this do not belong to one block unless both columns are there. */
const SIGNATURE_SPACE = 9;
/** How far a line's middle may lie from a column's or the page's to be centred there. */
const CENTRED = 1.2;

/** Gaps of a row that may part columns; one after a list's mark never does. */
function gapsOf(row: Row): Gap[] {
  return row.runs.slice(1).flatMap((run, index) => {
    const before = row.runs[index];
    return before === undefined || (index === 0 && isListMark(before.text)) ? [] : [{ from: before.right, to: run.left }];
  });
}

/** What a row leaves of a gap; null when it runs across. */
function narrowed(row: Row, gap: Gap): Gap | null {
  let { from, to } = gap;
  for (const run of row.runs) {
    if (run.right <= from || run.left >= to) continue;
    const [startsBefore, endsAfter] = [run.left <= from, run.right >= to];
    if (startsBefore && endsAfter) return null;
    if (startsBefore || (!endsAfter && run.left - from < to - run.right)) from = run.right;
    else to = run.left;
  }
  return to - from >= NARROWEST * 0.9 * row.size ? { from, to } : null;
}

const onLeft = (row: Row, middle: number): Run[] => row.runs.filter((run) => run.right <= middle);
const onRight = (row: Row, middle: number): Run[] => row.runs.filter((run) => run.left >= middle);
const overlap = (one: Row, two: Row): boolean => Math.abs(one.baseline - two.baseline) < 0.75 * Math.min(one.size, two.size);
const centre = (line: { left: number; right: number }): number => (line.left + line.right) / 2;

/** Whether a row with one side only goes on with the block above it, and is not a heading that stands below. */
function belongs(input: { row: Row; block: readonly Row[]; middle: number; pageCentre: number }): boolean {
  const { row, block, middle, pageCentre } = input;
  const side = row.right <= middle ? onLeft : onRight;
  const column = block.flatMap((other) => side(other, middle));
  const last = column.at(-1);
  if (last === undefined || row.baseline - last.baseline > SIGNATURE_SPACE * row.size) return false;
  const columnCentre = (Math.min(...column.map((run) => run.left)) + Math.max(...column.map((run) => run.right))) / 2;
  const near = (one: number, two: number): boolean => Math.abs(one - two) < CENTRED * row.size;
  const flush = column.some((run) => Math.abs(run.left - row.left) < 0.5 * row.size);
  const centred = column.some((run) => near(centre(run), centre(row))) || near(columnCentre, centre(row));
  if (near(centre(row), pageCentre) && !flush) return false;
  // On the left, where the text below begins too, only a line that follows closely belongs.
  const close = row.right > middle || row.baseline - last.baseline < 2.2 * row.size;
  return close && (flush || centred);
}

/** Gaps of a row, and that between it and a row beside it that stands a little lower. */
function seedGaps(row: Row, next: Row | undefined): Gap[] {
  const beside =
    next !== undefined && overlap(row, next)
      ? [[row, next] as const, [next, row] as const].filter(([one, two]) => one.right < two.left)
      : [];
  return [...gapsOf(row), ...beside.map(([one, two]) => ({ from: one.right, to: two.left }))];
}

/** Grows a block around the row whose gap is looked at; null when it is no block. */
function growBlock(input: { rows: readonly Row[]; seed: number; gap: Gap; pageCentre: number }): ColumnBlock | null {
  const { rows, seed, pageCentre } = input;
  const seedRow = rows[seed];
  if (seedRow === undefined) return null;
  let gap = narrowed(seedRow, input.gap) ?? input.gap;
  const middleOf = (of: Gap): number => (of.from + of.to) / 2;
  const twoSided = (row: Row, middle: number): boolean => onLeft(row, middle).length > 0 && onRight(row, middle).length > 0;
  let to = seed + 1;
  let sides = 1;
  let widest = gap.to - gap.from;
  const block: Row[] = [seedRow];
  for (; to < rows.length; to++) {
    const [row, before] = [rows[to], rows[to - 1]];
    const left = row === undefined ? null : narrowed(row, gap);
    if (row === undefined || before === undefined || left === null || row.baseline - before.baseline > SIGNATURE_SPACE * row.size) break;
    const middle = middleOf(left);
    const beside = overlap(before, row) && onLeft(before, middle).length > 0 !== onLeft(row, middle).length > 0;
    const both = twoSided(row, middle) || beside;
    if (!both && !belongs({ row, block, middle, pageCentre })) break;
    gap = left;
    if (both) {
      widest = Math.max(widest, ...gapsOf(row).map((one) => one.to - one.from));
      sides += 1;
    }
    block.push(row);
  }
  // A row that stands a little higher on one side belongs to the row beside it.
  const above = rows[seed - 1];
  const from = above !== undefined && overlap(above, seedRow) && narrowed(above, gap) !== null ? seed - 1 : seed;
  const size = seedRow.size;
  const enough = sides >= 2 ? widest >= CLEAR * size || sides >= 3 : widest >= LONELY * size && gapsOf(seedRow).length <= 1;
  return enough ? { from, to, middle: middleOf(gap) } : null;
}

/** The blocks of a page from top to bottom. @param rows from top to bottom. @param pageCentre x of the text's middle. */
export function findColumnBlocks(rows: readonly Row[], pageCentre: number): ColumnBlock[] {
  const blocks: ColumnBlock[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined) break;
    const candidates = seedGaps(row, rows[index + 1])
      .toSorted((a, b) => b.to - b.from - (a.to - a.from))
      .flatMap((gap) => growBlock({ rows, seed: index, gap, pageCentre }) ?? [])
      .toSorted((a, b) => b.to - a.to);
    const best = candidates[0];
    if (best === undefined) continue;
    blocks.push(best);
    index = best.to - 1;
  }
  return blocks;
}
