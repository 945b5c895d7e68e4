/**
 * From the markup of a body, a cell, a note or a text box to its blocks, in the document's order: list numbers are
 * counted, tracked changes accepted, hidden text and tables of contents left out.
 */
import type { Block, ParagraphBlock } from "./blocks.ts";
import type { StoryFindings } from "./findings.ts";
import { makeInlineReader, type InlineContent } from "./inline-text.ts";
import type { ListCounter, ListLabel } from "./list-counter.ts";
import type { NoteReference, Notes } from "./notes.ts";
import type { OldFonts } from "./old-fonts.ts";
import { makeTableReader } from "./read-table.ts";
import type { Style, Styles } from "./styles.ts";
import { unwrapped } from "./wrappings.ts";
import { childOf, switchOf, toInteger, valueOf, type XmlElement } from "./xml-tree.ts";

export interface StoryReader {
  readonly read: (container: XmlElement) => readonly Block[];
  readonly findings: Readonly<StoryFindings>;
}

const CONTENTS_STYLE = /^(?:toc \d|toc heading|table of figures|contents (?:\d|heading))$/iu;

/** Text of paragraphs that lost the mark at their end, waiting for the paragraph that they run into. */
interface Pending {
  readonly text: string;
  readonly label: ListLabel | null;
  readonly notes: readonly NoteReference[];
  readonly boxes: readonly Block[];
  readonly page: number;
  readonly pagePicture: boolean;
}

const lettered = (text: string, page: number): ParagraphBlock => ({
  kind: "paragraph",
  label: null,
  text,
  heading: false,
  page,
  boxes: [],
  notes: [],
  pagePicture: false,
});

function isHeading(properties: XmlElement | undefined, style: Style): boolean {
  const level = toInteger(valueOf(properties, "w:outlineLvl")) ?? style.outlineLevel;
  return (level !== undefined && level < 9) || /^(?:heading \d|title)$/iu.test(style.name);
}

/** The words of a note in one row. */
function plainText(blocks: readonly Block[]): string {
  const texts = blocks.map((block) =>
    block.kind === "paragraph"
      ? `${block.label?.text ?? ""} ${block.text}`
      : block.rows.map((row) => row.cells.map((cell) => plainText(cell.blocks)).join(" ")).join(" "),
  );
  return texts.join(" ").replace(/\s+/gu, " ").trim();
}

export function makeStoryReader(input: {
  readonly styles: Styles;
  readonly notes: Notes;
  readonly counter: ListCounter;
  readonly oldFonts: OldFonts;
}): StoryReader {
  const { styles, notes, counter, oldFonts } = input;
  const readInline = makeInlineReader({ styles, notes, oldFonts });
  const findings: StoryFindings = { changed: false, pictures: 0, foreignPart: false, page: 1, paged: false };

  /** Counts the page breaks of a paragraph; the page on which its words begin. */
  const turnPages = ({ breaksBefore, breaksAfter }: InlineContent): number => {
    const start = findings.page + breaksBefore;
    findings.page = start + breaksAfter;
    findings.paged ||= breaksBefore + breaksAfter > 0;
    return start;
  };

  const noteText = ({ label, ownSign, content }: NoteReference): string | null => {
    const text = content === undefined ? "" : plainText(readBlocks(content));
    const words = ownSign && text.startsWith(label) ? text.slice(label.length).trimStart() : text;
    return words === "" ? null : `[${label}] ${words}`;
  };

  const finish = (pending: Pending, heading: boolean): ParagraphBlock => ({
    ...pending,
    kind: "paragraph",
    heading,
    notes: pending.notes.map(noteText).filter((text) => text !== null),
  });

  /** A block, or what runs into the next paragraph: as Word does, that one gives style and number. */
  const readParagraph = (element: XmlElement, pending: Pending | null): ParagraphBlock | Pending | null => {
    const properties = childOf(element, "w:pPr");
    const style = styles.paragraphStyle(valueOf(properties, "w:pStyle"));
    const mark = childOf(properties, "w:rPr");
    const marked = (names: readonly string[]): boolean => names.some((name) => childOf(mark, name) !== undefined);
    const content = readInline(element, style);
    findings.changed ||= content.changed || marked(["w:del", "w:moveFrom", "w:ins", "w:moveTo"]);
    findings.pictures += content.pictures;
    const page = turnPages(content);
    if (CONTENTS_STYLE.test(style.name)) return pending;
    const boxes = [...content.lettering.map((text) => lettered(text, page)), ...content.boxes.flatMap((box) => readBlocks(box))];
    const joined: Pending = {
      text: (pending?.text ?? "") + content.text,
      label: pending?.label ?? null,
      notes: [...(pending?.notes ?? []), ...content.notes],
      boxes: [...(pending?.boxes ?? []), ...boxes],
      page: pending?.page ?? page,
      pagePicture: (pending?.pagePicture ?? false) || content.pagePicture,
    };
    const hiddenMark = switchOf(mark, "w:vanish") ?? switchOf(mark, "w:specVanish") ?? false;
    // A paragraph that is hidden as a whole has no number either.
    if (marked(["w:del", "w:moveFrom"]) || (hiddenMark && content.text.trim() === "")) return joined;
    const label = joined.label ?? counter.next(childOf(properties, "w:numPr"), style);
    return hiddenMark ? { ...joined, label } : finish({ ...joined, label }, isHeading(properties, style));
  };

  const readBlocks = (container: XmlElement): readonly Block[] => {
    const blocks: Block[] = [];
    let pending: Pending | null = null;
    const flush = (): void => {
      if (pending !== null && (pending.text.trim() !== "" || pending.boxes.length > 0)) blocks.push(finish(pending, false));
      pending = null;
    };
    for (const child of unwrapped(container)) {
      if (child.name === "w:p") {
        const read: ParagraphBlock | Pending | null = readParagraph(child, pending);
        pending = read !== null && "kind" in read ? null : read;
        if (read !== null && "kind" in read) blocks.push(read);
      } else if (child.name === "w:tbl") {
        flush();
        blocks.push(readTable(child));
      } else if (child.name === "w:altChunk") findings.foreignPart = true;
    }
    flush();
    return blocks;
  };

  const readTable = makeTableReader({ styles, findings, readBlocks });
  return { read: readBlocks, findings };
}
