/** Gathers the text of blocks and makes lines of it: spaces made one, list marks set before, breaks resolved. */
import { joinParts, opensWithMark } from "./break-lines.ts";
import { isPortalField } from "./portal-fields.ts";

export interface PageLine {
  readonly text: string;
  readonly continues: boolean | undefined;
  /** Ids of footnotes that the line refers to, and the one that it is. */
  readonly refersTo: readonly string[];
  readonly isNote: string | null;
}

/** Fixed spaces that set the two sides of a letterhead apart; fewer only indent. */
const SIDES = /(?<=\p{L}{2}[^\p{L}]{0,3})[ \u00a0]{6,}(?=\p{Lu})/gu;
const FOUR = "\u0000";

const tidy = (text: string): string =>
  text
    .replace(SIDES, FOUR)
    .replace(/[\s\u00a0]+/gu, " ")
    .replaceAll(FOUR, "    ")
    .trim();

export class LineWriter {
  readonly lines: PageLine[] = [];
  private parts: string[] = [];
  private current = "";
  private mark = "";
  private refersTo: string[] = [];
  private isNote: string | null = null;

  /** What was written of the current line. */
  get written(): string {
    return this.current;
  }

  /** Text of the page: line breaks in its source are spaces. */
  text(text: string): void {
    this.current += text.replace(/[\t\n\f\r ]+/gu, " ");
  }

  /** A <br>. */
  breakLine(): void {
    this.parts.push(tidy(this.current));
    this.current = "";
  }

  /** The mark of the list item that begins; it stands before the next line, unless that has a mark of its own. */
  setMark(mark: string): void {
    this.mark = mark;
  }

  refer(id: string): void {
    this.refersTo.push(id);
  }

  beNote(id: string): void {
    this.isNote ??= id;
  }

  /** The current block ends. */
  endBlock(): void {
    this.breakLine();
    const lines = joinParts(this.parts);
    this.parts = [];
    lines.forEach(({ text, continues }, index) => {
      const marked = index === 0 && this.mark !== "" && !opensWithMark(text) && !isPortalField(text) ? `${this.mark} ${text}` : text;
      this.lines.push({ text: marked, continues, refersTo: index === 0 ? this.refersTo : [], isNote: index === 0 ? this.isNote : null });
    });
    if (lines.length === 0) return;
    this.mark = "";
    this.refersTo = [];
    this.isNote = null;
  }

  /** A line that is whole, such as a table's row. */
  line(text: string, continues: boolean | undefined): void {
    this.lines.push({ text, continues, refersTo: this.refersTo, isNote: null });
    this.refersTo = [];
  }
}
