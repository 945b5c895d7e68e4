/**
 * A document as Word itself writes it, XML by hand: numbering through styles and overrides, words cut into runs,
 * a change tracked, a heading row printed anew on each page and once more by hand, a page number in the header.
 */
import type { Block, Item, Master, Table } from "../master/blocks.ts";
import { drawnCells, isHeading, noSuch, rowCells, standsAbove } from "../master/blocks.ts";
import type { NumberPlan } from "./automatic-numbers.ts";
import { automaticNumbers } from "./automatic-numbers.ts";
import { escapeHtml as escapeXml } from "./html-parts.ts";
import { headingLines } from "./plain-text.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Word cuts words into runs wherever something was typed later; every third word here. */
function runs(text: string, bold: boolean): string {
  const properties = bold ? "<w:rPr><w:b/></w:rPr>" : "";
  const words = text.split(/(?<= )/u);
  let xml = "";
  for (let index = 0; index < words.length; index += 3)
    xml += `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(words.slice(index, index + 3).join(""))}</w:t></w:r>`;
  return xml;
}

const broken = (lines: readonly string[], bold: boolean): string => lines.map((line) => runs(line, bold)).join("<w:r><w:br/></w:r>");

const paragraph = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

const CENTRE = '<w:jc w:val="center"/>';

/** The last word stands there twice: once deleted, once as it reads now. */
function corrected(text: string): string {
  const cut = text.lastIndexOf(" ") + 1;
  const change = 'w:id="1" w:author="Chuyên viên" w:date="2024-01-01T00:00:00Z"';
  return `${runs(text.slice(0, cut), false)}<w:del ${change}><w:r><w:delText>chưa sửa</w:delText></w:r></w:del><w:ins ${change}>${runs(text.slice(cut), false)}</w:ins>`;
}

function tableXml(rows: readonly string[], { widths, lines }: { readonly widths: readonly number[]; readonly lines: boolean }): string {
  const border = (name: string): string => `<w:${name} w:val="${lines ? "single" : "nil"}" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("");
  const gridColumns = widths.map((width) => `<w:gridCol w:w="${width * 90}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${gridColumns}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

const cell = (content: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

function sideBySide({ left, right }: { readonly left: readonly string[]; readonly right: readonly string[] }): string {
  const side = (lines: readonly string[], properties: string): string =>
    lines.map((line) => paragraph(runs(line, false), properties)).join("");
  return tableXml([`<w:tr>${cell(side(left, ""))}${cell(side(right, CENTRE))}</w:tr>`], { widths: [45, 55], lines: false });
}

/** Merged over rows: the first cell says "restart", those below stand there empty. */
function rowXml(
  rows: readonly (readonly string[])[],
  y: number,
  { heading, bold }: { readonly heading: boolean; readonly bold: boolean },
): string {
  const drawn = drawnCells(rows)[y] ?? [];
  const cells = (rows[y] ?? []).map((printed, x) => {
    if (printed === "^") return cell(paragraph(""), "<w:vMerge/>");
    const one = drawn[x];
    if (one == null) return "";
    const span = one.columns > 1 ? `<w:gridSpan w:val="${one.columns}"/>` : "";
    return cell(paragraph(runs(one.text, bold)), span + (one.rows > 1 ? '<w:vMerge w:val="restart"/>' : ""));
  });
  return `<w:tr>${heading ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.join("")}</w:tr>`;
}

/** Clerks merge the cell of an agency with the same one above it. */
function mergedAgencies(table: Table): string[][] {
  const rows = table.rows.map((row) => rowCells(row, table.widths.length));
  return rows.map((cells, y) =>
    cells.map((text, x) =>
      x === 2 &&
      text !== "" &&
      text !== "<" &&
      table.rows[y]?.kind === "row" &&
      table.rows[y - 1]?.kind === "row" &&
      rows[y - 1]?.[x] === text
        ? "^"
        : text,
    ),
  );
}

function grid(table: Table, headingAgain: boolean): string {
  const header = table.header.map((_, y) => rowXml(table.header, y, { heading: true, bold: true }));
  const again = table.header.map((_, y) => rowXml(table.header, y, { heading: false, bold: true }));
  const merged = mergedAgencies(table);
  const rows = merged.map((_, y) => rowXml(merged, y, { heading: false, bold: table.rows[y]?.kind !== "row" }));
  // Not inside a merged cell.
  const middle = rows.findIndex((_, y) => y * 2 >= rows.length && !(merged[y]?.includes("^") ?? false));
  return tableXml([...header, ...rows.slice(0, middle), ...(headingAgain ? again : []), ...rows.slice(middle)], {
    widths: table.widths,
    lines: true,
  });
}

function itemXml(item: Item, numId: { readonly id: number; readonly level: number } | null, change: boolean): string {
  const bold = isHeading(item);
  if (numId !== null) {
    const properties = `<w:numPr><w:ilvl w:val="${numId.level}"/><w:numId w:val="${numId.id}"/></w:numPr>`;
    const style = item.kind === "roman" ? '<w:pStyle w:val="MucLaMa"/>' : "";
    return paragraph(change ? corrected(item.lines.join(" ")) : broken(item.lines, bold), style + properties);
  }
  const stands = standsAbove(item);
  const lines = stands ? headingLines(item) : [`${item.mark} ${item.lines.join(" ")}`.trim()];
  return paragraph(broken(lines, bold), stands ? CENTRE : "");
}

function numberingXml(plans: readonly NumberPlan[], overridden: boolean): string {
  const lists = plans.flatMap((plan) => plan.lists);
  const abstracts = lists.map((list, id) => {
    const levels = list.levels.map(
      ({ format, text, start }, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="${overridden ? 1 : start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escapeXml(text)}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
  });
  const numbers = lists.map((list, id) => {
    const overrides = list.levels.map(
      ({ start }, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    );
    return `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/>${overridden ? overrides.join("") : ""}</w:num>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering ${W}>${abstracts.join("")}${numbers.join("")}</w:numbering>`;
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ["document", "document.main"],
  ["numbering", "numbering"],
  ["styles", "styles"],
  ["header1", "header"],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  )
  .join("")}</Types>`;

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/**
 * The parts of the package by name; zip them to have the file.
 *
 * @param worked with what people leave in a file that was worked on: a tracked change, a heading row copied by hand,
 * lists that start anew by an override. Without, each list has its own definition, which old .doc files keep whole.
 */
export function wordParts(master: Master, { worked = true }: { readonly worked?: boolean } = {}): ReadonlyMap<string, string> {
  const plans: NumberPlan[] = [];
  let lists = 0;
  let changed = !worked;
  const body = (items: readonly Item[]): string => {
    const plan = automaticNumbers(items);
    const base = lists;
    plans.push(plan);
    lists += plan.lists.length;
    return items
      .map((item, index) => {
        const number = plan.numberOf[index] ?? null;
        const change = !changed && number !== null && item.lines.length === 1 && (item.lines[0] ?? "").length > 60;
        changed ||= change;
        return itemXml(item, number === null ? null : { id: base + number.list + 1, level: number.level }, change);
      })
      .join("");
  };
  const blockXml = (block: Block): string => {
    switch (block.type) {
      case "letterhead":
      case "signature":
        return sideBySide(block);
      case "title":
      case "stamp":
        return block.lines.map((line) => paragraph(runs(line, true), CENTRE)).join("");
      case "to":
      case "text":
        return block.lines.map((line) => paragraph(runs(line, false))).join("");
      case "body":
        return body(block.items);
      case "table":
        return grid(block, worked);
      case "pagebreak":
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
      default:
        return noSuch(block);
    }
  };
  const content = master.blocks.map(blockXml).join("");
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return new Map([
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", relations([["officeDocument", "word/document.xml"]])],
    [
      "word/_rels/document.xml.rels",
      relations([
        ["numbering", "numbering.xml"],
        ["styles", "styles.xml"],
        ["header", "header1.xml"],
      ]),
    ],
    ["word/document.xml", `${head}<w:document ${W} xmlns:r="${RELATION}"><w:body>${content}${section}</w:body></w:document>`],
    ["word/numbering.xml", numberingXml(plans, worked)],
    [
      "word/styles.xml",
      `${head}<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="MucLaMa"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style></w:styles>`,
    ],
    ["word/header1.xml", `${head}<w:hdr ${W}>${paragraph(field, CENTRE)}</w:hdr>`],
  ]);
}
