/** DOCX files written by hand, part by part, as Word writes them. */
import { docxReader } from "../../../src/corpus/readers/read-docx.ts";
import type { ReadOutcome } from "../../../src/corpus/readers/reader.ts";
import { writeZip, type ZipPart } from "./write-zip.ts";

const TRANSITIONAL = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const STRICT = { w: "http://purl.oclc.org/ooxml/wordprocessingml/main", r: "http://purl.oclc.org/ooxml/officeDocument/relationships" };
const OTHERS = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const TYPES: Readonly<Record<string, string>> = {
  document: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
};

export interface DocxContent {
  /** Inside `<w:body>`. */
  readonly body: string;
  /** Inside the root of each of these parts. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  readonly header?: string;
  readonly strict?: boolean;
  /** Folder and name of the main part. */
  readonly main?: string;
  /** Parts that the relationships name and the package lacks. */
  readonly without?: readonly string[];
  readonly extra?: readonly ZipPart[];
}

const ROOTS: Readonly<Record<string, string>> = {
  styles: "styles",
  numbering: "numbering",
  footnotes: "footnotes",
  endnotes: "endnotes",
  settings: "settings",
  header: "hdr",
};

/** The bytes of a package with these parts. */
export function buildDocx(content: DocxContent): Buffer {
  const { body, strict = false, main = "word/document.xml", without = [], extra = [] } = content;
  const { w, r } = strict ? STRICT : TRANSITIONAL;
  const root = (name: string, inside: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} xmlns:w="${w}" xmlns:r="${r}" ${OTHERS}>${inside}</w:${name}>`;
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const parts: ZipPart[] = [
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${TYPES["document"]}"/>${Object.keys(
        ROOTS,
      )
        .map(
          (kind) =>
            `<Override PartName="/${folder}${kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
        )
        .join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${r}/officeDocument" Target="${main}"/></Relationships>`,
    },
    { name: main, content: root("document", `<w:body>${body}</w:body>`) },
  ];
  const relationships: string[] = [];
  for (const [kind, rootName] of Object.entries(ROOTS)) {
    const inside = content[kind as keyof DocxContent];
    if (typeof inside !== "string") continue;
    relationships.push(`<Relationship Id="${kind}" Type="${r}/${kind}" Target="${kind}.xml"/>`);
    if (!without.includes(kind)) parts.push({ name: `${folder}${kind}.xml`, content: root(rootName, inside) });
  }
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join("")}</Relationships>`;
  parts.push({ name: `${folder}_rels/${main.slice(folder.length)}.rels`, content: rels }, ...extra);
  return writeZip(parts);
}

export const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
/** A run of text. */
export const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
/** A paragraph of one run. */
export const paragraph = (text: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${text === "" ? "" : run(text)}</w:p>`;
/** Properties of a paragraph in a list. */
export const inList = (numId: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
/** A level of a list. */
export const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstractList = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
export const list = (numId: number, abstractId: number, overrides = ""): string =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
/** A cell; a string without markup becomes a paragraph. */
export const cell = (content: string, properties = ""): string =>
  `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
export const row = (cells: string, properties = ""): string =>
  `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
export const BORDERS = `<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>`;
/** A table with lines round its cells. */
export const table = (rows: string, widths: readonly number[] = [], properties = BORDERS): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows}</w:tbl>`;

export async function readBytes(bytes: Uint8Array): Promise<ReadOutcome> {
  return docxReader.read({ bytes, workFolder: "" });
}

/** The lines of a package with these parts; fails when it cannot be read. */
export async function linesOf(content: DocxContent | string): Promise<string[]> {
  const outcome = await readBytes(buildDocx(typeof content === "string" ? { body: content } : content));
  if (!outcome.ok) throw new Error(`not read: ${outcome.code}`);
  return outcome.lines.map((line) => line.text);
}

/** Codes of the notes of a package with these parts. */
export async function notesOf(content: DocxContent | string): Promise<string[]> {
  const outcome = await readBytes(buildDocx(typeof content === "string" ? { body: content } : content));
  if (!outcome.ok) throw new Error(`not read: ${outcome.code}`);
  return outcome.notes.map((note) => note.code);
}
