/** What the shared makers do not write: bold words inside a line, footnotes, sideways pages, numbers counted on three levels. */
import { escapeHtml } from "../make/html-parts.ts";
import { SIDEWAYS } from "./blind-masters.ts";

type Parts = ReadonlyMap<string, string>;

const RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?((?:<w:br\/>)?)<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/gu;
const NOTE = /\[\^(\d)\]/u;

function boldProperties(properties: string): string {
  const rest = properties.replace(/^<w:rPr>|<\/w:rPr>$/gu, "").replaceAll(/<w:b(?:Cs)?(?: [^>]*)?\/>/gu, "");
  return `<w:rPr><w:b/>${rest}</w:rPr>`;
}

/** Runs of a paragraph once more: "**" turns bold on and off, "[^1]" calls a footnote. */
function dressedParagraph(paragraph: string): string {
  let bold = false;
  return paragraph.replaceAll(RUN, (run: string, properties: string | undefined, lineBreak: string, text: string) => {
    if (!text.includes("**") && !NOTE.test(text) && !bold) return run;
    const pieces = text.split(/(\*\*|\[\^\d\])/u);
    const runs = pieces.map((piece) => {
      if (piece === "**") {
        bold = !bold;
        return "";
      }
      const note = NOTE.exec(piece)?.[1];
      if (note !== undefined)
        return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${Number(note) + 1}"/></w:r>`;
      const own = bold ? boldProperties(properties ?? "") : (properties ?? "");
      return piece === "" ? "" : `<w:r>${own}<w:t xml:space="preserve">${piece}</w:t></w:r>`;
    });
    return `${lineBreak === "" ? "" : "<w:r><w:br/></w:r>"}${runs.join("")}`;
  });
}

/** A typed "1.1.1." below a counted "1.1." is counted too, as Word's lists of several levels do. */
function threeLevels(paragraphs: readonly string[]): string[] {
  let list: string | null = null;
  return paragraphs.map((paragraph) => {
    const counted = /<w:ilvl w:val="1"\/><w:numId w:val="(\d+)"\/>/u.exec(paragraph)?.[1];
    if (counted !== undefined) list = counted;
    const typed = /(<w:t xml:space="preserve">)\d+\.\d+\.\d+\. /u;
    if (list === null || !typed.test(paragraph) || !paragraph.includes("<w:pPr></w:pPr>")) return paragraph;
    return paragraph
      .replace("<w:pPr></w:pPr>", `<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`)
      .replace(typed, "$1");
  });
}

const THIRD = '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3."/></w:lvl></w:abstractNum>';
const withThird = (numbering: string): string =>
  numbering.replaceAll(/<w:abstractNum [^>]*>(?:(?!<\/w:abstractNum>).)*<\/w:abstractNum>/gsu, (list) =>
    list.includes('w:ilvl="1"') && !list.includes('w:ilvl="2"') ? list.replace("</w:abstractNum>", THIRD) : list,
  );

const PAGE = '<w:pgSz w:w="11906" w:h="16838"/>';
const MARGINS = '<w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/>';

/** The pages before the mark stay upright, those after it lie. */
function turned(document: string): string {
  if (!document.includes(SIDEWAYS)) return document;
  const upright = `<w:p><w:pPr><w:sectPr>${PAGE}${MARGINS}</w:sectPr></w:pPr></w:p>`;
  const marked = document.split(/(?=<w:p>)/u).map((part) => (part.includes(SIDEWAYS) ? part.replace(/^.*?<\/w:p>/su, upright) : part));
  return marked.join("").replace(/<w:pgSz [^>]*\/>(?!.*<w:pgSz )/su, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function notesXml(notes: readonly string[]): string {
  const separator = (id: number, type: string): string =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`;
  const own = notes.map(
    (note, index) =>
      `<w:footnote w:id="${index + 2}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${escapeHtml(note)}</w:t></w:r></w:p></w:footnote>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes ${W}>${separator(0, "separator")}${separator(1, "continuationSeparator")}${own.join("")}</w:footnotes>`;
}

const FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes";

/** The parts of a .docx with everything that the marks of the master ask for. */
export function dressedParts(parts: Parts, notes: readonly string[]): Parts {
  const dressed = new Map(parts);
  const change = (name: string, edit: (text: string) => string): void => {
    const text = dressed.get(name);
    if (text !== undefined) dressed.set(name, edit(text));
  };
  change("word/document.xml", (text) =>
    turned(
      threeLevels(text.split(/(?=<w:p>)/u))
        .map(dressedParagraph)
        .join(""),
    ),
  );
  change("word/numbering.xml", withThird);
  if (notes.length > 0) {
    dressed.set("word/footnotes.xml", notesXml(notes));
    change("[Content_Types].xml", (text) =>
      text.includes("/word/footnotes.xml")
        ? text
        : text.replace(
            "</Types>",
            '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
          ),
    );
    change("word/_rels/document.xml.rels", (text) =>
      text.includes("footnotes.xml")
        ? text
        : text.replace("</Relationships>", `<Relationship Id="rIdGhiChu" Type="${FOOTNOTES}" Target="footnotes.xml"/></Relationships>`),
    );
  }
  return dressed;
}

/** Bold words and footnotes of a page in HTML; the notes stand at its end, as portals set them. */
export function dressedHtml(html: string, notes: readonly string[]): string {
  const called = html
    .replaceAll(/\*\*(.+?)\*\*/gu, "<b>$1</b>")
    .replaceAll(/\[\^(\d)\]/gu, '<a href="#_ftn$1" name="_ftnref$1"><sup>[$1]</sup></a>');
  if (notes.length === 0) return called;
  const list = notes.map(
    (note, index) => `<p><a href="#_ftnref${index + 1}" name="_ftn${index + 1}">[${index + 1}]</a> ${escapeHtml(note)}</p>`,
  );
  // Before the division of the text ends.
  return called.replace('\n</div>\n<div class="thong-bao"', `\n<hr width="33%">${list.join("\n")}\n</div>\n<div class="thong-bao"`);
}

/** A text file has neither; the notes stand at its end, as word processors save them. */
export function dressedText(text: string, notes: readonly string[]): string {
  const called = text.replaceAll("**", "").replaceAll(/\[\^(\d)\]/gu, "[$1]");
  return notes.length === 0 ? called : `${called.trimEnd()}\n\n${notes.map((note, index) => `[${index + 1}] ${note}`).join("\n")}\n`;
}
