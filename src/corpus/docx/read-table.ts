/** The markup of a table: rows and cells in the table's own grid, deleted ones left out. */
import { paragraphsOf, type Block, type TableBlock, type TableCell, type TableRow } from "./blocks.ts";
import type { StoryFindings } from "./findings.ts";
import { drawsBorders, type Styles } from "./styles.ts";
import { unwrapped } from "./wrappings.ts";
import { childOf, numberOf, switchOf, toInteger, valueOf, type XmlElement } from "./xml-tree.ts";

/** Word's own limit of a table's columns. */
const MAX_SPAN = 63;

const spanOf = (properties: XmlElement | undefined, name: string, least: number): number =>
  Math.min(Math.max(least, numberOf(properties, name) ?? least), MAX_SPAN);

/** Cells may take away the lines that the table draws, or draw them where the table draws none. */
function hasBorders(cells: readonly XmlElement[], ofTable: boolean): boolean {
  const borders = cells.map((cell) => childOf(childOf(cell, "w:tcPr"), "w:tcBorders"));
  const drawn = borders.filter((border) => drawsBorders(border) === true).length;
  const bare = borders.filter((border) => drawsBorders(border) === false && (border?.children.length ?? 0) >= 4).length;
  return ofTable ? bare < cells.length || cells.length === 0 : drawn * 2 > cells.length;
}

/** The page on which the words of a row begin. */
function pageOfWords(cells: readonly TableCell[]): number | undefined {
  for (const cell of cells) for (const { text, page } of paragraphsOf(cell.blocks)) if (text.trim() !== "") return page;
  return undefined;
}

/** @param readBlocks reads a cell's content, in the order in which cells stand in the file. */
export function makeTableReader(input: {
  readonly styles: Styles;
  readonly findings: StoryFindings;
  readonly readBlocks: (container: XmlElement) => readonly Block[];
}): (table: XmlElement) => TableBlock {
  const { styles, findings, readBlocks } = input;

  const readCell = (element: XmlElement, start: number): TableCell => {
    const properties = childOf(element, "w:tcPr");
    const merge = childOf(properties, "w:vMerge");
    const continuesAbove = merge !== undefined && merge.attributes["w:val"] !== "restart";
    return {
      start,
      span: spanOf(properties, "w:gridSpan", 1),
      continuesAbove,
      // What stands under a merged cell is not shown and its list numbers are not counted.
      blocks: continuesAbove ? [] : readBlocks(element),
    };
  };

  const readCells = (row: XmlElement, firstColumn: number): TableCell[] => {
    const cells: TableCell[] = [];
    const firstPage = findings.page;
    let lastPage = firstPage;
    let column = firstColumn;
    for (const child of unwrapped(row)) {
      if (child.name !== "w:tc") continue;
      const properties = childOf(child, "w:tcPr");
      if (childOf(properties, "w:cellDel") !== undefined) {
        findings.changed = true;
        continue;
      }
      // The cells of a row stand side by side: a page break in two of them is one.
      findings.page = firstPage;
      const cell = readCell(child, column);
      lastPage = Math.max(lastPage, findings.page);
      const before = cells.at(-1);
      const horizontal = childOf(properties, "w:hMerge");
      if (horizontal !== undefined && horizontal.attributes["w:val"] !== "restart" && before !== undefined)
        cells[cells.length - 1] = { ...before, span: before.span + cell.span };
      else cells.push(cell);
      column += cell.span;
    }
    findings.page = lastPage;
    return cells;
  };

  const readRow = (element: XmlElement): TableRow | null => {
    const properties = childOf(element, "w:trPr");
    const gone = childOf(properties, "w:del") !== undefined;
    findings.changed ||= gone || childOf(properties, "w:ins") !== undefined;
    if (gone || switchOf(properties, "w:hidden") === true) return null;
    const before = findings.page;
    const cells = readCells(element, spanOf(properties, "w:gridBefore", 0));
    return { cells, header: switchOf(properties, "w:tblHeader") ?? false, page: pageOfWords(cells) ?? before };
  };

  return (table) => {
    const rowElements = [...unwrapped(table)].filter((child) => child.name === "w:tr");
    const properties = childOf(table, "w:tblPr");
    const style = styles.tableStyle(valueOf(properties, "w:tblStyle"));
    const cellElements = rowElements.flatMap((row) => [...unwrapped(row)].filter((child) => child.name === "w:tc"));
    return {
      kind: "table",
      rows: rowElements.map(readRow).filter((row) => row !== null),
      widths: (childOf(table, "w:tblGrid")?.children ?? [])
        .filter((child) => child.name === "w:gridCol")
        .map((child) => toInteger(child.attributes["w:w"]) ?? 0),
      bordered: hasBorders(cellElements, drawsBorders(childOf(properties, "w:tblBorders")) ?? style.bordered ?? false),
    };
  };
}
