/**
 * Tables that only set words side by side: the letterhead (issuer | national name), the closing block (recipients |
 * signature), a frame. Their cells are read as plain lines; rows of such a table are no rows of anything.
 */
import { paragraphsOf, type TableBlock } from "./blocks.ts";

/** How a table is read: cell by cell down each column, row by row, or as rows of data. */
export type TableUse = "columns" | "rows" | "data";

/** The national name, the motto or the Party's name in a letterhead; recipients or authority in a closing block. */
const HEAD = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM)|^Số\s*:.{0,40}[/-]\s*\p{Lu}/iu;
const CLOSING = /^Nơi nhận|^(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2}|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ)$/u;

const FRAME_COLUMNS = 3;
const FRAME_ROWS = 8;

interface Shape {
  readonly rows: number;
  /** Cells of the widest row. */
  readonly columns: number;
  /** Most paragraphs with words in one cell. */
  readonly tallest: number;
  /** First lines of paragraphs, composed. */
  readonly openings: readonly string[];
}

const largest = (counts: readonly number[]): number => counts.reduce((most, count) => Math.max(most, count), 0);

function shapeOf(table: TableBlock): Shape {
  const cells = table.rows.map((row) =>
    row.cells.map((cell) => [...paragraphsOf(cell.blocks)].map(({ text }) => text.trim()).filter((text) => text !== "")),
  );
  return {
    rows: cells.length,
    columns: largest(cells.map((row) => row.filter((texts) => texts.length > 0).length)),
    tallest: largest(cells.flat().map((texts) => texts.length)),
    openings: cells.flat(2).flatMap((text) =>
      text
        .normalize("NFC")
        .slice(0, 200)
        .split("\n")
        .map((line) => line.trim()),
    ),
  };
}

/** Decides by what stands in the table, then by whether lines are drawn round its cells. */
export function useOfTable(table: TableBlock): TableUse {
  if (table.rows.some((row) => row.header)) return "data";
  const { rows, columns, tallest, openings } = shapeOf(table);
  if (columns <= 1) return "rows";
  if (columns > FRAME_COLUMNS || rows > FRAME_ROWS) return "data";
  if (openings.some((line) => HEAD.test(line) || CLOSING.test(line))) return "columns";
  if (table.bordered) return "data";
  // Without lines, words side by side once, or long runs of paragraphs side by side, are columns of text.
  return rows === 1 || (rows <= 3 && tallest >= 4) ? "columns" : "data";
}
