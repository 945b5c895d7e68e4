/**
 * A DOCX file → its lines, read from its XML. Input: the file's bytes. Output: lines as a reader of the page sees them,
 * list numbers included. Invariants: every word that shows stands in exactly one line, but for cells merged over rows
 * (in each of them), headers and footers (only stamps), tables of contents and comments (left out).
 */
import { openArchive } from "../archive.ts";
import { fileConverted, mendLines } from "../legacy-encodings/encoding-note.ts";
import type { ReadLine, ReadOutcome } from "../readers/reader.ts";
import { blockLines, TooMuchText, type BlockLines } from "./block-lines.ts";
import { withoutFalseEnds } from "./broken-paragraphs.ts";
import { docxNotes } from "./docx-notes.ts";
import type { StoryFindings } from "./findings.ts";
import { makeListCounter } from "./list-counter.ts";
import { marginStamps } from "./margin-stamps.ts";
import { makeNotes } from "./notes.ts";
import { readNumbering } from "./numbering.ts";
import { makeOldFonts, type OldEncoding } from "./old-fonts.ts";
import { openParts, type DocxParts } from "./package-parts.ts";
import { makeStoryReader } from "./story.ts";
import { readStyles } from "./styles.ts";
import { childOf } from "./xml-tree.ts";

interface ReadBody extends BlockLines {
  readonly findings: Readonly<StoryFindings>;
  readonly encodings: readonly OldEncoding[];
}

function readBody(parts: DocxParts): ReadBody | null {
  const body = childOf(parts.document, "w:body");
  if (body === undefined) return null;
  const styles = readStyles(parts.styles);
  const counter = makeListCounter(readNumbering(parts.numbering, styles));
  const oldFonts = makeOldFonts();
  const story = makeStoryReader({ styles, notes: makeNotes(parts), counter, oldFonts });
  const blocks = story.read(body);
  return { ...blockLines(blocks, story.findings.paged), findings: story.findings, encodings: [...oldFonts.converted] };
}

/** Never throws for what a file can hold; more text than any document has is "too-large". */
export async function readDocx(bytes: Uint8Array): Promise<ReadOutcome> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const opened = await openParts(archive);
  if (!opened.ok) return opened;
  try {
    const body = readBody(opened.parts);
    if (body === null) return { ok: false, code: "damaged" };
    const stamps: ReadLine[] = marginStamps(opened.parts.margins).map((text) => ({
      text,
      page: body.findings.paged ? 1 : null,
      continues: false,
    }));
    // Words whose font does not tell their encoding, as when a table of fonts was replaced by hand.
    const mended = mendLines([...stamps, ...withoutFalseEnds(body.lines)]);
    // Soft hyphens are dropped only now: one may have been a letter.
    const lines = mended.lines.map((line) => (line.text.includes("\u00ad") ? { ...line, text: line.text.replaceAll("\u00ad", "") } : line));
    const pagePictures = body.pagePictures.map((line) => line + stamps.length);
    const own = docxNotes({ findings: body.findings, lines, pagePictures });
    return { ok: true, lines, notes: [...own, ...body.encodings.map((encoding) => fileConverted(encoding)), ...mended.notes] };
  } catch (error) {
    if (error instanceof TooMuchText) return { ok: false, code: "too-large" };
    throw error;
  }
}
