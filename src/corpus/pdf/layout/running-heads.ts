/** Page numbers and lines that return at the same height of most pages: they are no part of the text. */
import { groupBy } from "./group-by.ts";
import type { PageContent } from "./page-content.ts";
import { makeRows, wholeRow, type Row } from "./text-rows.ts";

export interface PageRows {
  readonly page: PageContent;
  readonly rows: readonly Row[];
}

/** Parts of the page's height in which heads and feet stand. */
const HEAD = 0.12;
const FOOT = 0.9;
/** Points by which the height of a repeated line may differ. */
const SAME_HEIGHT = 4;
/** Share of the pages on which a line must return. */
const MOST = 0.5;

const NUMBER = /^(?:[-–—|]\s*)?(?:trang\s*)?(\d{1,4})(?:\s*(?:[-–—|]|[/|]\s*\d{1,4}))?$/iu;

const textOf = (row: Row): string => wholeRow(row).text.trim();
const atEdge = (row: Row, page: PageContent): boolean => row.baseline < HEAD * page.height || row.baseline > FOOT * page.height;

/** A page's rows with the first or last one gone where it is a number by itself, set apart from the text. */
function isPageNumber(input: { rows: readonly Row[]; index: number; page: PageContent }): boolean {
  const { rows, index, page } = input;
  const row = rows[index];
  const outermost = index === 0 || index === rows.length - 1;
  if (row === undefined || !outermost || !atEdge(row, page)) return false;
  const match = NUMBER.exec(textOf(row));
  if (match === null) return false;
  const beside = rows[index === 0 ? 1 : index - 1];
  const apart = beside === undefined || Math.abs(beside.baseline - row.baseline) > 1.2 * Math.max(row.size, beside.size);
  // A document may begin to count later or earlier than its file does, and a table may begin with a year.
  return apart && Math.abs(Number(match[1]) - page.number) <= Math.max(30, page.number);
}

const shape = (row: Row): string => textOf(row).replaceAll(/\d+/gu, "#").replaceAll(/\s+/gu, " ").toLowerCase();

/** Rows of all pages without heads, feet and page numbers. */
export function withoutRunningHeads(pages: readonly PageContent[]): PageRows[] {
  const all = pages.map((page) => ({ page, rows: makeRows(page.words) }));
  const edges = all.flatMap(({ page, rows }) =>
    rows.filter((row) => atEdge(row, page)).map((row) => ({ row, page: page.number, shape: shape(row) })),
  );
  const written = all.filter(({ rows }) => rows.length > 0).length;
  const repeated = new Set<Row>();
  for (const group of groupBy(edges, (edge) => edge.shape).values()) {
    for (const edge of group) {
      const same = new Set(
        group.filter((other) => Math.abs(other.row.baseline - edge.row.baseline) <= SAME_HEIGHT).map((other) => other.page),
      );
      if (
        same.size >= 2 &&
        same.size >= MOST * (written - 1) &&
        (written > 2 || NUMBER.test(textOf(edge.row)) || /\d/u.test(textOf(edge.row)))
      )
        repeated.add(edge.row);
    }
  }
  return all.map(({ page, rows }) => {
    const kept = rows.filter((row) => !repeated.has(row));
    return { page, rows: kept.filter((_, index) => !isPageNumber({ rows: kept, index, page })) };
  });
}
