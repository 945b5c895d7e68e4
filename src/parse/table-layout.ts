/**
 * What the rows of one table are: headings, groups, rows that the table numbers itself.
 *
 * A row's value in its id is the number printed in its first column where that column counts, so that a row added at
 * the end or a changed cell leaves the others' ids alone; else its position in its own table.
 */

export interface TableLine {
  readonly kind: "header" | "group" | "row" | "total";
  /** "0" for a header, "3" or "1.2" as printed, "10-1" for the first unnumbered row after row 10, "1" for the first unnumbered group. */
  readonly value: string;
  /** How a group is set: "A", "I", or "" for one without a number; empty for other lines. */
  readonly style: string;
}

const NUMBER = /^\(?([IVX]{1,5}|\d{1,3}(?:\.\d{1,3})*|[A-HK-U]|[a-zđ])[.)]?$/u;
/** Part of the rows that must be numbered before the first column counts. */
const NUMBERED_SHARE = 0.6;
const MOST_HEADERS = 3;
const TOTAL = /^tổng(?: cộng| số| kinh phí)?(?!\p{L})/iu;
const SUM = /^(?:tổng|cộng)(?!\p{L})/iu;

export function cellTexts(row: string): string[] {
  return row
    .replace(/^\||\|$/gu, "")
    .split("|")
    .map((cell) => cell.trim());
}

const numberOf = (cells: readonly string[]): string | null => NUMBER.exec(cells[0] ?? "")?.[1] ?? null;

/** "1 | 2 | 3 | 4", "(1) | (2) | (3)" or "A | B | 1 | 2" under the headings: numbers of the columns. */
function numbersColumns(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(/^\(?(\d{1,2})\)?$/u.exec(cell)?.[1] ?? 0));
  const from = numbers.indexOf(1);
  return (
    cells.length >= 3 &&
    from !== -1 &&
    from <= cells.length - 2 &&
    numbers.slice(from).every((number, column) => number === column + 1) &&
    cells.slice(0, from).every((cell) => /^\(?[A-ZĐ]?\)?$/u.test(cell))
  );
}

/** A row that names what the rows under it have in common: only its first or second cell is filled. */
function groupStyle(cells: readonly string[], numbered: boolean): string | null {
  const filled = cells.filter((cell) => cell !== "");
  const number = numberOf(cells);
  const style = number === null ? "" : /^[IVX]+$/u.test(number) ? "I" : /^[A-Z]$/u.test(number) ? "A" : null;
  if (cells.length < 3 || style === null || filled.some((cell) => SUM.test(cell))) return null;
  if (style !== "" && numbered) return filled.length >= 2 ? style : null;
  // A heading merged over the whole row, its number inside the words: "I. Nhóm nhiệm vụ hạ tầng".
  return filled.length === 1 && number === null && (cells[0]?.length ?? 0) > 3 ? "" : null;
}

/** How many rows at the top are headings. */
function headerCount(rows: readonly (readonly string[])[], numbered: boolean): number {
  const [first] = rows;
  if (first === undefined) return 0;
  const isHeading = (cells: readonly string[], at: number): boolean => {
    if (numbersColumns(cells)) return at > 0;
    if (at === 0) return !numbered || numberOf(cells) === null;
    return at < MOST_HEADERS && cells[0] !== "" && cells[0] === first[0];
  };
  const end = rows.findIndex((cells, at) => !isHeading(cells, at));
  return end === -1 ? rows.length : end;
}

/** Reads the rows of one table, in their order. */
export function layOutTable(rows: readonly string[]): TableLine[] {
  const cells = rows.map(cellTexts);
  const below = cells.slice(1).filter((row) => !numbersColumns(row));
  const counted = below.filter((row) => numberOf(row) !== null).length;
  const numbered =
    below.length > 0 && counted >= NUMBERED_SHARE * below.filter((row) => groupStyle(row, true) !== "").length && counted > 0;
  const headers = headerCount(cells, numbered);
  let last = "0";
  let since = 0;
  let groups = 0;
  return cells.map((row, at): TableLine => {
    if (at < headers) return { kind: "header", value: "0", style: "" };
    const style = groupStyle(row, numbered);
    const number = numbered ? numberOf(row) : null;
    if (style !== null && at < cells.length - 1) {
      since = 0;
      last = style === "" ? last : (number ?? last);
      return { kind: "group", value: style === "" ? String(++groups) : (number ?? ""), style };
    }
    if (number === null && TOTAL.test(row.find((cell) => cell !== "") ?? "")) return { kind: "total", value: "", style: "" };
    if (!numbered) return { kind: "row", value: String(at - headers + 1), style: "" };
    if (number === null) return { kind: "row", value: `${last}-${++since}`, style: "" };
    last = number;
    since = 0;
    return { kind: "row", value: number, style: "" };
  });
}
