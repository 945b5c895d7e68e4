/** A table's cells where they stand on the page: merged cells fill every row that they reach. */
import { attribute } from "./page-tree.ts";
import type { PageElement } from "./page-tree.ts";

export interface GridCell {
  readonly element: PageElement;
  /** False where a cell merged over columns goes on. */
  readonly first: boolean;
  /** False where a cell merged over rows goes on. */
  readonly top: boolean;
}

export interface TableGrid {
  readonly rows: readonly (readonly (GridCell | null)[])[];
  readonly columns: number;
  /** Rows whose cells do not fill the table's width, though nothing is merged over all of it. */
  readonly uneven: boolean;
}

/** Merged cells can make a small page a huge table. */
const MOST_CELLS = 200_000;
const WIDEST = 60;

const isCell = (element: PageElement): boolean => element.tag === "td" || element.tag === "th";

/** Rows of this table alone, the foot last, as a browser shows them. */
export function rowsOf(table: PageElement): PageElement[] {
  const groups: Record<"body" | "foot", PageElement[]> = { body: [], foot: [] };
  for (const child of table.children) {
    if (child.kind === "text") continue;
    if (child.tag === "tr") groups.body.push(child);
    else if (["thead", "tbody", "tfoot"].includes(child.tag))
      groups[child.tag === "tfoot" ? "foot" : "body"].push(
        ...child.children.filter((row): row is PageElement => row.kind === "element" && row.tag === "tr"),
      );
  }
  return [...groups.body, ...groups.foot];
}

export const cellsOf = (row: PageElement): PageElement[] =>
  row.children.filter((cell): cell is PageElement => cell.kind === "element" && isCell(cell));

function span(cell: PageElement, name: "rowspan" | "colspan"): number {
  const text = attribute(cell, name);
  return /^\d{1,5}$/u.test(text) ? Number(text) : 1;
}

/** Null where merged cells would make more of the table than a document needs. */
export function tableGrid(table: PageElement): TableGrid | null {
  const elements = rowsOf(table);
  const rows: (GridCell | null)[][] = elements.map(() => []);
  let cells = 0;
  for (const [at, element] of elements.entries()) {
    let column = 0;
    for (const cell of cellsOf(element)) {
      while (rows[at]?.[column] !== undefined) column++;
      const width = Math.min(WIDEST, Math.max(1, span(cell, "colspan")));
      const down = span(cell, "rowspan");
      // 0 reaches to the table's end.
      const height = down === 0 ? elements.length - at : Math.min(elements.length - at, down);
      cells += width * height;
      if (cells > MOST_CELLS) return null;
      for (const [below, row] of rows.slice(at, at + height).entries())
        for (let across = 0; across < width; across++) row[column + across] = { element: cell, first: across === 0, top: below === 0 };
      column += width;
    }
  }
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns * rows.length > MOST_CELLS) return null;
  const filled = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? null));
  // One cell in a row is a heading over the table's width, however its span was counted.
  return {
    rows: filled,
    columns,
    uneven: columns >= 3 && filled.some((row, at) => cellsOf(elements[at] ?? table).length > 1 && row.includes(null)),
  };
}
