/** The words of one paragraph as a reader of the page sees them, with what hangs on it: notes, text boxes, page breaks. */
import { isPageField, makeFieldState } from "./fields.ts";
import type { NoteReference, Notes } from "./notes.ts";
import { encodingOfFont, hasCapitalGlyphs, type OldFonts, type Stretch } from "./old-fonts.ts";
import { chosenContent, shapesOf } from "./shapes.ts";
import { fontOf, type Style, type Styles } from "./styles.ts";
import { seenText, symbolOf } from "./symbols.ts";
import { childOf, switchOf, valueOf, type XmlElement } from "./xml-tree.ts";

export interface InlineContent {
  /** "\n" for a manual line break, "\t" for a tab. */
  readonly text: string;
  readonly notes: readonly NoteReference[];
  readonly boxes: readonly XmlElement[];
  /** Words drawn as a picture. */
  readonly lettering: readonly string[];
  readonly pictures: number;
  readonly pagePicture: boolean;
  /** Page breaks as last laid out, before the first word and after it. */
  readonly breaksBefore: number;
  readonly breaksAfter: number;
  /** Tracked insertions, deletions or moves were met. */
  readonly changed: boolean;
}

/** Deleted or moved away; what a revision adds is read like all else. */
const GONE = new Set(["w:del", "w:moveFrom"]);
const ADDED = new Set(["w:ins", "w:moveTo"]);
/** Wrappings whose content stands in the text as if they were not there. */
const TRANSPARENT = new Set([
  "w:hyperlink",
  "w:smartTag",
  "w:customXml",
  "w:sdtContent",
  "w:dir",
  "w:bdo",
  "w:ins",
  "w:moveTo",
  "m:oMathPara",
]);

const PLAIN: Omit<Stretch, "text"> = { encoding: undefined, caps: false, capitalGlyphs: false };

interface Mutable {
  stretches: Stretch[];
  notes: NoteReference[];
  boxes: XmlElement[];
  lettering: string[];
  pictures: number;
  pagePicture: boolean;
  breaksBefore: number;
  breaksAfter: number;
  changed: boolean;
  worded: boolean;
}

/** Whether a content control only shows its prompt ("Click here to enter text"). */
const showsPrompt = (control: XmlElement): boolean => switchOf(childOf(control, "w:sdtPr"), "w:showingPlcHdr") === true;

/** Reads paragraphs in the document's order: fields may span several, and notes are counted. */
export function makeInlineReader({
  styles,
  notes,
  oldFonts,
}: {
  styles: Styles;
  notes: Notes;
  oldFonts: OldFonts;
}): (paragraph: XmlElement, style: Style) => InlineContent {
  const fields = makeFieldState();

  const add = (content: Mutable, text: string, look: Omit<Stretch, "text"> = PLAIN): void => {
    if (text === "" || !fields.shows()) return;
    content.stretches.push({ ...look, text });
    content.worded ||= /\S/u.test(text);
  };

  const addShapes = (content: Mutable, element: XmlElement): void => {
    const shapes = shapesOf(element);
    content.boxes.push(...shapes.boxes);
    content.lettering.push(...shapes.lettering);
    content.pictures += shapes.pictures;
    content.pagePicture ||= shapes.pagePicture;
  };

  const addNote = (content: Mutable, run: XmlElement, reference: XmlElement): void => {
    const own = /^(?:1|true|on)$/u.test(reference.attributes["w:customMarkFollows"] ?? "");
    const texts = own ? run.children.filter((child) => child.name === "w:t") : [];
    const mark = texts
      .map((child) => child.text)
      .join("")
      .trim();
    const kind = reference.name === "w:footnoteReference" ? "footnote" : "endnote";
    const note = notes.refer({ kind, id: reference.attributes["w:id"] ?? "", mark: mark === "" ? undefined : mark });
    if (!fields.shows()) return;
    content.notes.push(note);
    // A sign of the author's own is printed by the run itself.
    if (mark === "") add(content, `[${note.label}]`);
  };

  const readRunChild = (input: { content: Mutable; run: XmlElement; child: XmlElement; font: string | undefined; caps: boolean }): void => {
    const { content, run, child, font, caps } = input;
    switch (child.name) {
      case "w:t": {
        const encoding = encodingOfFont(font);
        const seen = encoding === undefined ? seenText(child.text, font) : child.text;
        add(content, seen.replace(/[\r\n\t]+/gu, " "), { encoding, caps, capitalGlyphs: hasCapitalGlyphs(font) });
        break;
      }
      case "w:tab":
      case "w:ptab":
        add(content, "\t");
        break;
      case "w:br":
      case "w:cr":
        add(content, "\n");
        break;
      case "w:softHyphen":
        // Byte AD is a letter of TCVN3.
        if (encodingOfFont(font) === "TCVN3") add(content, "\u00ad", { encoding: "TCVN3", caps, capitalGlyphs: hasCapitalGlyphs(font) });
        break;
      case "w:noBreakHyphen":
        add(content, "-");
        break;
      case "w:sym":
        add(content, symbolOf(Number.parseInt(child.attributes["w:char"] ?? "", 16) || 0, child.attributes["w:font"]));
        break;
      case "w:lastRenderedPageBreak":
        if (content.worded) content.breaksAfter += 1;
        else content.breaksBefore += 1;
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        addNote(content, run, child);
        break;
      case "w:fldChar":
        if (child.attributes["w:fldCharType"] === "begin") fields.begin();
        if (child.attributes["w:fldCharType"] === "separate") fields.separate();
        if (child.attributes["w:fldCharType"] === "end") fields.end();
        break;
      case "w:instrText":
        fields.addInstruction(child.text);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        addShapes(content, child);
        break;
      case "w:ruby":
        readChildren(content, childOf(child, "w:rubyBase")?.children ?? [], { paragraphCaps: caps, paragraphHidden: false, font });
        break;
      case "mc:AlternateContent":
        for (const inner of chosenContent(child)?.children ?? []) readRunChild({ ...input, child: inner });
        break;
      default:
        break;
    }
  };

  interface Inherited {
    readonly paragraphCaps: boolean;
    readonly paragraphHidden: boolean;
    readonly font: string | undefined;
  }

  const readRun = (content: Mutable, run: XmlElement, inherited: Inherited): void => {
    const properties = childOf(run, "w:rPr");
    if (properties?.children.some((child) => GONE.has(child.name)) === true) {
      content.changed = true;
      return;
    }
    const style = styles.style(valueOf(properties, "w:rStyle"));
    // A character style turns over what the paragraph's style says; only the run's own word is final.
    const caps = switchOf(properties, "w:caps") ?? inherited.paragraphCaps !== (style.caps ?? false);
    const hidden = switchOf(properties, "w:vanish") ?? inherited.paragraphHidden !== (style.hidden ?? false);
    const font = fontOf(properties) ?? style.font ?? inherited.font;
    const structural = /^w:(?:fldChar|instrText|lastRenderedPageBreak)$/u;
    for (const child of run.children) if (!hidden || structural.test(child.name)) readRunChild({ content, run, child, font, caps });
  };

  const readChildren = (content: Mutable, children: readonly XmlElement[], inherited: Inherited): void => {
    for (const child of children) {
      if (GONE.has(child.name) || ADDED.has(child.name)) content.changed = true;
      if (child.name === "w:r") readRun(content, child, inherited);
      else if (TRANSPARENT.has(child.name)) readChildren(content, child.children, inherited);
      else if (child.name === "w:sdt") {
        if (!showsPrompt(child)) readChildren(content, childOf(child, "w:sdtContent")?.children ?? [], inherited);
      } else if (child.name === "w:fldSimple") {
        if (!isPageField(child.attributes["w:instr"] ?? "")) readChildren(content, child.children, inherited);
      } else if (child.name === "mc:AlternateContent") readChildren(content, chosenContent(child)?.children ?? [], inherited);
      else if (child.name === "m:oMath") add(content, mathOf(child));
    }
  };

  return (paragraph, style) => {
    const content: Mutable = {
      stretches: [],
      notes: [],
      boxes: [],
      lettering: [],
      pictures: 0,
      pagePicture: false,
      breaksBefore: 0,
      breaksAfter: 0,
      changed: false,
      worded: false,
    };
    readChildren(content, paragraph.children, {
      paragraphCaps: style.caps ?? false,
      paragraphHidden: style.hidden ?? false,
      font: style.font,
    });
    fields.endParagraph();
    const { stretches, worded: _, ...rest } = content;
    return { ...rest, text: oldFonts.join(stretches) };
  };
}

/** The letters and signs of a formula in a row. */
function mathOf(element: XmlElement): string {
  const parts: string[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === "m:t") parts.push(next.text);
    for (const child of next.children.toReversed()) waiting.push(child);
  }
  return parts.join("");
}
