/** A document as .docx made with the `docx` library: heading styles, automatic numbering or typed marks, real tables. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, DrawnCell, Item, Master, Table as GridTable } from "../master/blocks.ts";
import { drawnCells, isHeading, noSuch, rowCells, standsAbove } from "../master/blocks.ts";
import { automaticNumbers } from "./automatic-numbers.ts";
import { headingLines } from "./plain-text.ts";

const FONT = "Times New Roman";
const FORMATS = {
  decimal: LevelFormat.DECIMAL,
  upperRoman: LevelFormat.UPPER_ROMAN,
  lowerLetter: LevelFormat.LOWER_LETTER,
  bullet: LevelFormat.BULLET,
} as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_LINES = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

const runs = (lines: readonly string[], bold: boolean, size = 28): TextRun[] =>
  lines.map((text, index) => new TextRun({ text, bold, size, ...(index > 0 ? { break: 1 } : {}) }));

const centred = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: runs([text], true) });
const plain = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 567 }, spacing: { after: 120 }, children: runs([text], false) });

function sideBySide({ left, right }: { readonly left: readonly string[]; readonly right: readonly string[] }, alignLeft: boolean): Table {
  const side = (lines: readonly string[], width: number, start: boolean): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      children: lines.map(
        (text) => new Paragraph({ alignment: start ? AlignmentType.LEFT : AlignmentType.CENTER, children: runs([text], !start, 24) }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_LINES,
    rows: [new TableRow({ children: [side(left, 45, alignLeft), side(right, 55, false)] })],
  });
}

function grid(table: GridTable): Table {
  const cell = ({ text, columns, rows }: DrawnCell, bold: boolean): TableCell =>
    new TableCell({
      ...(columns > 1 ? { columnSpan: columns } : {}),
      ...(rows > 1 ? { rowSpan: rows } : {}),
      children: [new Paragraph({ children: [new TextRun({ text, bold, size: 22 })] })],
    });
  const row = (cells: readonly (DrawnCell | null)[], heading: boolean): TableRow =>
    new TableRow({ tableHeader: heading, children: cells.filter((drawn) => drawn !== null).map((drawn) => cell(drawn, heading)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: table.widths.map((width) => width * 90),
    rows: [
      ...drawnCells(table.header).map((cells) => row(cells, true)),
      ...drawnCells(table.rows.map((one) => rowCells(one, table.widths.length))).map((cells) => row(cells, false)),
    ],
  });
}

/** @param automatic whether marks are counted by the word processor, and so are not in the text. */
export async function docxByPackage(master: Master, { automatic }: { readonly automatic: boolean }): Promise<Uint8Array> {
  const config: {
    reference: string;
    levels: { level: number; format: (typeof FORMATS)[keyof typeof FORMATS]; text: string; start: number }[];
  }[] = [];
  const body = (items: readonly Item[]): Paragraph[] => {
    const base = config.length;
    const { lists, numberOf } = automaticNumbers(items);
    if (automatic)
      for (const [index, list] of lists.entries())
        config.push({
          reference: `ds${base + index}`,
          levels: list.levels.map(({ format, text, start }, level) => ({ level, format: FORMATS[format], text, start })),
        });
    return items.map((item, index) => {
      const number = automatic ? numberOf[index] : null;
      const above = standsAbove(item);
      const text = number != null ? item.lines : above ? headingLines(item) : [`${item.mark} ${item.lines.join(" ")}`.trim()];
      return new Paragraph({
        ...(number != null
          ? { numbering: { reference: `ds${base + number.list}`, level: number.level } }
          : { indent: { firstLine: above ? 0 : 567 } }),
        ...(item.kind === "roman" ? { heading: HeadingLevel.HEADING_1 } : {}),
        alignment: above ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
        spacing: { after: 120 },
        children: runs(text, isHeading(item)),
      });
    });
  };
  const blockParts = (block: Block): (Paragraph | Table)[] => {
    switch (block.type) {
      case "letterhead":
        return [sideBySide(block, false)];
      case "signature":
        return [sideBySide(block, true)];
      case "title":
      case "stamp":
        return block.lines.map(centred);
      case "to":
      case "text":
        return block.lines.map(plain);
      case "body":
        return body(block.items);
      case "table":
        return [grid(block)];
      case "pagebreak":
        return [new Paragraph({ pageBreakBefore: true, children: [] })];
      default:
        return noSuch(block);
    }
  };
  const children = master.blocks.flatMap(blockParts);
  const document = new Document({
    creator: "Văn thư",
    styles: {
      default: {
        document: { run: { font: FONT, size: 28 } },
        heading1: { run: { font: FONT, size: 28, bold: true, color: "000000" }, paragraph: { spacing: { before: 120, after: 120 } } },
      },
    },
    numbering: {
      config: config.map(({ reference, levels }) => ({
        reference,
        levels: levels.map((level) => ({
          ...level,
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 567, hanging: 283 } } },
        })),
      })),
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 1021 } } },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
