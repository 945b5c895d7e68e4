/** Totals of tables: the row "Tổng cộng" and the rows of groups against the rows under them, column by column. */
import { vietnameseNumber } from "../language/amounts.ts";
import type { CheckedTotal } from "./checked-total.ts";
import { cellsOf } from "./table-cells.ts";
import type { Section } from "./types.ts";

interface Row {
  readonly section: Section;
  readonly cells: readonly string[];
  /** Columns from the right, so that a row with merged cells at its left still meets its table's columns. */
  readonly fromEnd: (column: number) => string;
  readonly isTotal: boolean;
  /** Ids of the group rows that it stands under. */
  readonly parentId: string | null;
}

const TOTAL_ROW = /tổng (?:cộng|số|kinh phí|mức)|^\|?\s*(?:tổng|cộng)(?!\p{L})|\|\s*(?:tổng|cộng)\s*\|/iu;
const NUMBER_CELL = /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$/u;
const HEADER_CELL = /\p{L}/u;
/** "2024" above a column names a year and is no amount. */
const YEAR = /^(?:19|20)\d{2}$/u;

const show = (value: number): string => value.toLocaleString("vi-VN");
const isAmount = (cell: string): boolean => NUMBER_CELL.test(cell) && !YEAR.test(cell);

/** Totals that the tables of a document state, with whether they add up. */
export function tableTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  return tablesIn(text, sections).flatMap((rows) => totalsOf(rows, text));
}

/** Rows of each table: those under the same section, cut where a total closes a table and another header opens. */
function tablesIn(text: string, sections: readonly Section[]): Row[][] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const tables = new Map<string, Row[]>();
  for (const section of sections) {
    if (section.kind !== "row") continue;
    let root = byId.get(section.parentId ?? "");
    while (root?.kind === "row") root = byId.get(root.parentId ?? "");
    const cells = cellsOf(text, section.start, section.ownEnd).map((cell) => cell.text);
    const words = text.slice(section.start, section.ownEnd);
    const row = {
      section,
      cells,
      fromEnd: (column: number) => cells[cells.length - column] ?? "",
      isTotal: TOTAL_ROW.test(words),
      parentId: section.parentId,
    };
    tables.set(root?.id ?? "", [...(tables.get(root?.id ?? "") ?? []), row]);
  }
  return [...tables.values()].flatMap(cutAtTotals);
}

/** A header after a total begins another table. */
function cutAtTotals(rows: readonly Row[]): Row[][] {
  const tables: Row[][] = [[]];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const isHeader = row.cells.filter((cell) => HEADER_CELL.test(cell)).length > row.cells.length / 2 && !row.cells.some(isAmount);
    if (before?.isTotal === true && isHeader) tables.push([]);
    tables.at(-1)?.push(row);
  }
  return tables;
}

function totalsOf(rows: readonly Row[], text: string): CheckedTotal[] {
  const ids = new Set(rows.map(({ section }) => section.id));
  const groups = new Set(rows.map(({ parentId }) => parentId ?? "").filter((id) => ids.has(id)));
  const header = rows.find(({ cells }) => !cells.some(isAmount));
  return rows.flatMap((row) => {
    const isGroup = groups.has(row.section.id);
    if (!row.isTotal && !isGroup) return [];
    const items = rows.filter(
      (other) => !other.isTotal && (isGroup ? other.parentId === row.section.id : other.section.start < row.section.start),
    );
    const leaves = items.filter(({ section }) => !groups.has(section.id));
    return columnTotals({
      row,
      ways: isGroup ? [items] : [withoutParts(leaves), leaves, items.filter(({ parentId }) => !groups.has(parentId ?? ""))],
      header,
      text,
    });
  });
}

/** Without the rows "3.1", "3.2" that say what a row "3" consists of. */
function withoutParts(rows: readonly Row[]): Row[] {
  const numbers = new Set(rows.map(({ cells }) => (cells[0] ?? "").replace(/\.$/u, "")));
  return rows.filter(({ cells }) => !numbers.has(/^(\d+(?:\.\d+)*)\.\d+\.?$/u.exec(cells[0] ?? "")?.[1] ?? "none"));
}

interface ColumnInput {
  readonly row: Row;
  /** Rows whose sum the total may be: the single rows, or the groups. */
  readonly ways: readonly (readonly Row[])[];
  readonly header: Row | undefined;
  readonly text: string;
}

/** One check for each column of a total; those that add up are said once. */
function columnTotals({ row, ways, header, text }: ColumnInput): CheckedTotal[] {
  const columns = row.cells
    .map((_, index) => row.cells.length - index)
    .filter((column) => column < row.cells.length && isAmount(row.fromEnd(column)));
  const checks = columns.flatMap((column) => {
    const stated = vietnameseNumber(row.fromEnd(column));
    const sums = ways
      .map((rows) =>
        rows
          .map(({ fromEnd }) => fromEnd(column))
          .filter(isAmount)
          .map(vietnameseNumber),
      )
      .filter((values) => values.length > 1);
    const right = sums.find((values) => isSame(total(values), stated));
    const values = right ?? sums[0];
    if (values === undefined) return [];
    const heading = columns.length > 1 ? (header?.fromEnd(column) ?? "") : "";
    const named = (value: number): string => (heading === "" ? show(value) : `${show(value)} (${heading})`);
    return [
      {
        sectionId: row.section.id,
        // A footnote may stand behind the last row.
        quote: text.slice(row.section.start, row.section.ownEnd).split("\n")[0] ?? "",
        stated,
        summed: total(values),
        statedText: named(stated),
        summedText: show(total(values)),
        parts: values.map(show),
        matches: right !== undefined,
      },
    ];
  });
  const wrong = checks.filter(({ matches }) => !matches);
  return wrong.length > 0 ? wrong : checks.slice(-1);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
/** Decimals are not added exactly. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));
