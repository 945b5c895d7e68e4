/** What a table is for: rows of a register, or columns that only place text on the page, as in a letterhead. */
import { joinCellTexts } from "../join-cell-texts.ts";
import { foldText } from "../../language/fold.ts";
import { attribute, findBelow, textBelow } from "./page-tree.ts";
import type { PageElement } from "./page-tree.ts";
import { isPortalField } from "./portal-fields.ts";
import type { GridCell, TableGrid } from "./table-grid.ts";

export type TableShape =
  /** Cells are read as blocks, in this order. */
  | { readonly kind: "layout"; readonly cells: readonly PageElement[] }
  /** "Số hiệu | 105/KH-UBND": label and value. */
  | { readonly kind: "particulars" }
  | { readonly kind: "rows" };

const tidy = (element: PageElement): string => textBelow(element).normalize("NFC").replace(/\s+/gu, " ").trim();

const LETTERHEAD = /cong hoa xa hoi chu nghia viet nam|doc lap ?[-–] ?tu do ?[-–] ?hanh phuc/u;
const CLOSING = /^(?:noi nhan ?:|(?:tm|kt|tl|tuq) ?\. ?\p{L})/u;
const NUMBER_OR_DATE = /^so ?: ?[\d .…]*\/|, ngay [\d .…]*thang [\d .…]*nam/u;

/** Letterheads and closings are small; a register that speaks of recipients is larger. */
const LETTERHEAD_ROWS = 8;
const LETTERHEAD_COLUMNS = 4;
/** A cell with so many paragraphs of so many letters is a column of a page. */
const COLUMN_PARAGRAPHS = 8;
const COLUMN_LETTERS = 1500;

const BLOCKS: ReadonlySet<string> = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Cells that begin here, row by row. */
const ownCells = (grid: TableGrid): PageElement[] =>
  grid.rows.flatMap((row) => row.filter((cell): cell is GridCell => cell !== null && cell.first && cell.top).map(({ element }) => element));

/** The same cells, column by column: a letterhead is read down its left side first. */
function byColumns(grid: TableGrid): PageElement[] {
  const cells: PageElement[] = [];
  for (let column = 0; column < grid.columns; column++)
    for (const row of grid.rows) {
      const cell = row[column] ?? null;
      if (cell !== null && cell.first && cell.top) cells.push(cell.element);
    }
  return cells;
}

function isLetterhead(texts: readonly string[], rows: number, columns: number): boolean {
  if (rows > LETTERHEAD_ROWS || columns > LETTERHEAD_COLUMNS) return false;
  const folded = texts.map(foldText);
  if (folded.some((text) => LETTERHEAD.test(text) && text.length < 300)) return true;
  if (folded.some((text) => CLOSING.test(text)) && rows <= 4 && columns <= 3) return true;
  return rows <= 3 && columns <= 3 && folded.some((text) => NUMBER_OR_DATE.test(text));
}

/** Columns with any text; narrow ones often only make room. */
function columnsWithText(grid: TableGrid, textOf: (element: PageElement) => string): number {
  let count = 0;
  for (let column = 0; column < grid.columns; column++)
    if (grid.rows.some(({ [column]: cell }) => cell !== null && cell !== undefined && cell.first && textOf(cell.element) !== "")) count++;
  return count;
}

export function tableShape(table: PageElement, grid: TableGrid): TableShape {
  const cells = ownCells(grid);
  const nested = findBelow(table, (below) => below.tag === "table").length > 0;
  const role = attribute(table, "role");
  if (role === "presentation" || role === "none") return { kind: "layout", cells: byColumns(grid) };
  if (nested) {
    const full = grid.rows.filter((row) => row.filter((cell) => cell !== null && cell.element.children.length > 0).length >= 3).length;
    if (grid.columns < 3 || full < 3) return { kind: "layout", cells };
  }
  const texts = new Map(cells.map((cell) => [cell, tidy(cell)]));
  const written = [...texts.values()].filter((text) => text !== "");
  if (written.filter(isPortalField).length >= 2) return { kind: "particulars" };
  const columns = columnsWithText(grid, (element) => texts.get(element) ?? "");
  const rows = grid.rows.filter((row) => row.some((cell) => cell !== null && texts.get(cell.element) !== "")).length;
  if (columns <= 1) return { kind: "layout", cells };
  if (isLetterhead(written, rows, columns)) return { kind: "layout", cells: byColumns(grid) };
  if (rows === 1) return { kind: "layout", cells };
  const isColumn = cells.some(
    (cell) =>
      (texts.get(cell) ?? "").length > COLUMN_LETTERS && findBelow(cell, (below) => BLOCKS.has(below.tag)).length >= COLUMN_PARAGRAPHS,
  );
  return isColumn ? { kind: "layout", cells } : { kind: "rows" };
}

/** Paragraphs of a cell as one; those of a heading are one phrase. */
export function joinCell(paragraphs: readonly string[], isHeading: boolean): string {
  const texts = paragraphs.map((paragraph) => paragraph.trim().replaceAll("|", "¦")).filter((text) => text !== "");
  return isHeading ? texts.join(" ") : joinCellTexts(texts);
}

/** Texts of a table's rows without the columns and rows that hold none. */
export function withoutEmpty(rows: readonly (readonly string[])[]): string[][] {
  const kept = (rows[0] ?? []).map((_, column) => rows.some((row) => row[column] !== ""));
  return rows.filter((row) => row.some((text) => text !== "")).map((row) => row.filter((_, column) => kept[column]));
}

export const pipeRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`.replace(/ {2,}/gu, " ");
