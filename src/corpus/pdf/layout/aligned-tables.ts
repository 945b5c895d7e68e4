/**
 * Tables without rules: rows whose gaps lie under each other. Three columns or more, or two of which the second holds
 * numbers; two columns of words are a letterhead or a signature block and no table.
 */
import { isListMark } from "./list-mark.ts";
import { surenessOf } from "./sureness.ts";
import type { TableBlock } from "./table-block.ts";
import type { Row, Run } from "./text-rows.ts";

export interface AlignedTable {
  /** Positions of the first row and after the last one. */
  readonly from: number;
  readonly to: number;
  readonly block: TableBlock;
}

/** Parts of the font size. */
const COLUMN_GAP = 1;
const ROW_APART = 3.2;
const FEWEST_ROWS = 3;
/** More rows than fit on a page are not looked at together. */
const MOST_ROWS = 120;

const NUMBER = /^[\d.,%/\-–\s()xX]+(?:%|đ|đồng|triệu|tỷ)?$/u;

interface Span {
  left: number;
  right: number;
}

/** The columns that some rows share: the spans that their runs cover, from left to right. */
function columnsOf(rows: readonly Row[]): Span[] {
  const spans: Span[] = [];
  const gap = COLUMN_GAP * Math.max(...rows.map((row) => row.size));
  for (const run of rows.flatMap((row) => row.runs).toSorted((a, b) => a.left - b.left)) {
    const last = spans.at(-1);
    if (last !== undefined && run.left - last.right < gap * 0.8) last.right = Math.max(last.right, run.right);
    else spans.push({ left: run.left, right: run.right });
  }
  return spans;
}

const hasGap = (row: Row | undefined): boolean =>
  row !== undefined && row.runs.length > 1 && !(row.runs.length === 2 && isListMark(row.runs[0]?.text ?? ""));

/** True when rows in these columns are a table's. */
function isTable(rows: readonly Row[], columns: readonly Span[]): boolean {
  const full = rows.filter(hasGap);
  if (full.length < FEWEST_ROWS || columns.length < 2) return false;
  if (columns.length >= 3) return full.filter((row) => row.runs.length >= 3).length >= 2;
  const second = columns[1];
  const cells = second === undefined ? [] : full.flatMap((row) => row.runs.filter((run) => run.left >= second.left - 1));
  return cells.filter((run) => NUMBER.test(run.text)).length >= 0.6 * full.length;
}

function cellIndex(run: Run, columns: readonly Span[]): number {
  return Math.max(
    0,
    columns.findIndex((column) => run.left < column.right && run.right > column.left),
  );
}

/** Lines that only go on with the row above: nothing in its first column or in most others, and close below it. */
function goesOnWithRow(input: { row: Row; before: Row; columns: readonly Span[]; pitch: number }): boolean {
  const { row, before, columns, pitch } = input;
  const filled = row.runs.map((run) => cellIndex(run, columns));
  const close = row.baseline - before.baseline <= 1.15 * pitch;
  const small = row.runs.every((run) => /^[\p{Ll}(\d]/u.test(run.text) && !NUMBER.test(run.text));
  return (
    close &&
    filled.length < columns.length &&
    (!filled.includes(0) || small) &&
    !row.runs.some((run) => NUMBER.test(run.text) && cellIndex(run, columns) > 0)
  );
}

function toBlock(input: { rows: readonly Row[]; columns: readonly Span[]; page: number }): TableBlock {
  const { rows, columns, page } = input;
  const pitch = Math.min(...rows.slice(1).map((row, index) => row.baseline - (rows[index]?.baseline ?? 0)));
  const cells: { texts: string[]; runs: Run[] }[] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const open = cells.at(-1);
    const joins = before !== undefined && open !== undefined && goesOnWithRow({ row, before, columns, pitch });
    const target = joins ? open : { texts: columns.map(() => ""), runs: [] };
    for (const run of row.runs) {
      const at = cellIndex(run, columns);
      target.texts[at] = `${target.texts[at] ?? ""} ${run.text.replaceAll("|", "¦")}`.trim();
      target.runs.push(run);
    }
    if (!joins) cells.push(target);
  });
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    kind: "table",
    top: (first?.baseline ?? 0) - (first?.size ?? 0),
    bottom: last?.baseline ?? 0,
    xs: columns.map((column) => column.left),
    openAbove: [],
    openBelow: [],
    rows: cells.map(({ texts, runs }) => ({ cells: texts, page, ...surenessOf(runs.flatMap((run) => run.words)) })),
  };
}

/** Tables among a page's rows, from top to bottom. */
export function findAlignedTables(rows: readonly Row[], page: number): AlignedTable[] {
  const tables: AlignedTable[] = [];
  for (let from = 0; from < rows.length; from++) {
    if (!hasGap(rows[from])) continue;
    let best: { to: number; columns: Span[] } | null = null;
    for (let to = from + 1; to < Math.min(rows.length, from + MOST_ROWS); to++) {
      const [row, before] = [rows[to], rows[to - 1]];
      if (row === undefined || before === undefined || row.baseline - before.baseline > ROW_APART * row.size) break;
      const chosen = rows.slice(from, to + 1);
      const columns = columnsOf(chosen);
      if (columns.length < 2) break;
      if (isTable(chosen, columns) && (best === null || columns.length >= best.columns.length || columns.length >= 3))
        best = { to: to + 1, columns };
    }
    if (best === null) continue;
    // Lines of text below that happen to stand in one column are no rows.
    let end = best.to;
    while (end > from + FEWEST_ROWS && !hasGap(rows[end - 1])) end--;
    tables.push({ from, to: end, block: toBlock({ rows: rows.slice(from, end), columns: columnsOf(rows.slice(from, end)), page }) });
    from = end - 1;
  }
  return tables;
}
