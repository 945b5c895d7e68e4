/** The document's part of a page → lines, as a reader of the page sees them. */
import { endsWithStop, opensInLowerCase } from "./break-lines.ts";
import { noteLink, placeNotes } from "./footnotes.ts";
import { LineWriter } from "./line-writer.ts";
import { marksOf } from "./list-marks.ts";
import { PageLimitError, styleOf, textBelow } from "./page-tree.ts";
import type { PageElement, PageNode } from "./page-tree.ts";
import { portalLines } from "./portal-fields.ts";
import { tableGrid } from "./table-grid.ts";
import { joinCell, pipeRow, tableShape, withoutEmpty } from "./table-shape.ts";

export interface RenderedPage {
  readonly lines: readonly { readonly text: string; readonly page: null; readonly continues: boolean | undefined }[];
  /** Positions in `lines` of the first rows of tables whose rows do not agree. */
  readonly uneven: readonly number[];
}

const INLINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark math mi mn mo mrow msup msub nobr o:p q rb rp rt ruby samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Superscript digits behind these are powers of a unit, behind any other word the number of a note. */
const UNITS: ReadonlySet<string> = new Set(["m", "km", "cm", "mm", "dm", "hm", "dam", "kg"]);
/** Text of all rows of all tables: merged cells repeat theirs. */
const MOST_ROW_TEXT = 4_000_000;

function isBlock(element: PageElement): boolean {
  const display = styleOf(element, "display");
  if (display !== "") return !display.startsWith("inline") && display !== "contents";
  return !INLINE.has(element.tag) && !element.tag.startsWith("st1:");
}

/** The mark that Word writes into a saved page: bullets are letters of symbol fonts ("·", "o", "§", "Ø"). */
function wordMark(text: string): string {
  const mark = text.replace(/[\s\u00a0]+/gu, "");
  return /^(?:[-–+•]|[\p{L}\d.]+[.)/]|\p{L}+\s?\d+[.:]?)$/u.test(mark) ? `${mark} ` : "- ";
}

class PageRenderer {
  private readonly furniture: ReadonlySet<PageElement>;
  private rowText = 0;
  private readonly unevenRows = new Set<object>();

  constructor(furniture: ReadonlySet<PageElement>) {
    this.furniture = furniture;
  }

  /** Whether a line is the first row of a table whose rows do not agree. */
  isUneven(line: object): boolean {
    return this.unevenRows.has(line);
  }

  walkAll(nodes: readonly PageNode[], writer: LineWriter): void {
    for (const node of nodes) this.walk(node, writer);
  }

  private walk(node: PageNode, writer: LineWriter): void {
    if (node.kind === "text") writer.text(node.text);
    else if (!this.furniture.has(node)) this.walkElement(node, writer);
  }

  private walkElement(element: PageElement, writer: LineWriter): void {
    if (styleOf(element, "mso-list") === "ignore") return writer.text(wordMark(textBelow(element)));
    switch (element.tag) {
      case "br":
        return writer.breakLine();
      case "table":
        return this.walkTable(element, writer);
      case "ul":
      case "ol":
        return this.walkList(element, writer);
      case "pre":
        return this.walkPreformatted(element, writer);
      case "sup":
        return this.walkSuperscript(element, writer);
      case "a":
        return this.walkLink(element, writer);
      case "dt":
        writer.endBlock();
        return this.walkAll(element.children, writer);
      case "dd":
        return this.walkDefinition(element, writer);
      default:
        if (isBlock(element)) return this.walkBlock(element, writer);
        return this.walkAll(element.children, writer);
    }
  }

  private walkBlock(element: PageElement, writer: LineWriter): void {
    writer.endBlock();
    this.walkAll(element.children, writer);
    writer.endBlock();
  }

  /** The term before it stands on the same line: "Số hiệu: 105/KH-UBND". */
  private walkDefinition(element: PageElement, writer: LineWriter): void {
    const term = writer.written.trim();
    if (term === "") return this.walkBlock(element, writer);
    writer.text(term.endsWith(":") ? " " : ": ");
    this.walkAll(element.children, writer);
    writer.endBlock();
  }

  private walkList(list: PageElement, writer: LineWriter): void {
    writer.endBlock();
    const marks = marksOf(list);
    for (const child of list.children) {
      writer.endBlock();
      if (child.kind === "element" && child.tag === "li") writer.setMark(marks.get(child) ?? "");
      this.walk(child, writer);
      writer.endBlock();
      if (child.kind === "element") writer.setMark("");
    }
  }

  private walkPreformatted(element: PageElement, writer: LineWriter): void {
    writer.endBlock();
    for (const line of textBelow(element).split(/\r\n|\n|\r/u)) writer.line(line.replace(/\t/gu, " ").trimEnd(), undefined);
  }

  private walkSuperscript(element: PageElement, writer: LineWriter): void {
    const digits = /^\s*[([]?(\d{1,3})[)\]]?\s*$/u.exec(textBelow(element))?.[1];
    const isLinked = element.children.some((child) => child.kind === "element" && noteLink(child) !== null);
    if (digits === undefined || isLinked) return this.walkAll(element.children, writer);
    const before = /(?:(\p{L}+)|(\d))$/u.exec(writer.written);
    if (before?.[2] !== undefined) writer.text(`^${digits}`);
    else writer.text(before?.[1] !== undefined && !UNITS.has(before[1].toLowerCase()) ? `[${digits}]` : digits);
  }

  private walkLink(element: PageElement, writer: LineWriter): void {
    const note = noteLink(element);
    if (note?.kind === "forth") writer.refer(note.id);
    if (note?.kind === "back") writer.beNote(note.id);
    const bare = note === null ? null : /^\s*[([]?(\d{1,3}|\*{1,3})[)\]]?\s*$/u.exec(textBelow(element))?.[1];
    if (bare === null || bare === undefined) this.walkAll(element.children, writer);
    else writer.text(note?.kind === "back" ? `[${bare}] ` : `[${bare}]`);
  }

  private walkTable(table: PageElement, writer: LineWriter): void {
    writer.endBlock();
    for (const child of table.children) if (child.kind === "element" && child.tag === "caption") this.walkBlock(child, writer);
    const grid = tableGrid(table);
    if (grid === null) throw new PageLimitError("a table of too many cells");
    const shape = tableShape(table, grid);
    if (shape.kind === "layout") {
      for (const cell of shape.cells) if (!this.furniture.has(cell)) this.walkBlock(cell, writer);
      return;
    }
    const texts = new Map<PageElement, string>();
    const textOf = (cell: PageElement): string => {
      const known = texts.get(cell) ?? this.cellText(cell, writer);
      texts.set(cell, known);
      return known;
    };
    const rows = withoutEmpty(grid.rows.map((row) => row.map((cell) => (cell === null || !cell.first ? "" : textOf(cell.element)))));
    const particulars = shape.kind === "particulars" ? portalLines(rows) : null;
    if (particulars !== null) return particulars.forEach((line) => writer.line(line, false));
    rows.forEach((row, index) => {
      const text = pipeRow(row);
      this.rowText += text.length;
      if (this.rowText > MOST_ROW_TEXT) throw new PageLimitError("merged cells repeat too much text");
      writer.line(text, false);
      const line = writer.lines.at(-1);
      if (index === 0 && grid.uneven && line !== undefined) this.unevenRows.add(line);
    });
  }

  private cellText(cell: PageElement, writer: LineWriter): string {
    if (this.furniture.has(cell)) return "";
    const inner = new LineWriter();
    // A table within a row of a register is read as the paragraphs of its cell.
    this.walkAll(cell.children, inner);
    inner.endBlock();
    for (const line of inner.lines) for (const id of line.refersTo) writer.refer(id);
    const paragraphs = inner.lines.map(({ text }) =>
      text.startsWith("|") ? text.replace(/^\| | \|$/gu, "").replaceAll(" | ", " ") : text,
    );
    return joinCell(paragraphs, cell.tag === "th");
  }
}

/** A paragraph that goes on in the next one: pages made from print hold one paragraph a line. */
function mayGoOn(previous: string | undefined, next: string): boolean {
  return (
    previous !== undefined && !previous.startsWith("|") && opensInLowerCase(next) && !endsWithStop(previous) && !/^[a-zđ][.)]\s/u.test(next)
  );
}

/** @throws PageLimitError for tables that blow up. */
export function renderPage(nodes: readonly PageNode[], furniture: ReadonlySet<PageElement>): RenderedPage {
  const renderer = new PageRenderer(furniture);
  const writer = new LineWriter();
  renderer.walkAll(nodes, writer);
  writer.endBlock();
  const lines = placeNotes(writer.lines);
  return {
    lines: lines.map(({ text, continues }, index) => ({
      text,
      page: null,
      continues: continues === false && mayGoOn(lines[index - 1]?.text, text) ? undefined : continues,
    })),
    uneven: lines.flatMap((line, index) => (renderer.isUneven(line) ? [index] : [])),
  };
}
