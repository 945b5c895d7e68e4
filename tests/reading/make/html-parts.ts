/** The pieces of a document in HTML, shared by the page that is printed and the pages of portals. */
import type { DrawnCell, Item, Table } from "../master/blocks.ts";
import { drawnCells, isHeading, rowCells } from "../master/blocks.ts";
import { headingLines } from "./plain-text.ts";

export const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Letterhead or signature: a table without lines. */
export function columnsTable({ left, right }: { readonly left: readonly string[]; readonly right: readonly string[] }): string {
  const side = (lines: readonly string[]): string => lines.map((line) => (line === "" ? "<br><br>" : escapeHtml(line))).join("<br>\n");
  return `<table class="hai-cot" border="0" cellspacing="0" width="100%"><tr><td width="45%" valign="top">${side(left)}</td><td width="55%" valign="top" align="center">${side(right)}</td></tr></table>`;
}

/** The words of an item with their mark; headings in bold, broken where the writer broke them. */
export function itemHtml(item: Item): string {
  if (item.kind === "part" || item.kind === "roman" || item.kind === "annex")
    return `<b>${headingLines(item).map(escapeHtml).join("<br>\n")}</b>`;
  const words = escapeHtml(`${item.mark} ${item.lines.join(" ")}`.trim());
  return isHeading(item) ? `<b>${words}</b>` : words;
}

function rowHtml(cells: readonly (DrawnCell | null)[], tag: "td" | "th"): string {
  const drawn = cells.map((cell) => {
    if (cell === null) return "";
    const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ""}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ""}`;
    return `<${tag}${spans}>${escapeHtml(cell.text)}</${tag}>`;
  });
  return `<tr>${drawn.join("")}</tr>`;
}

export function tableHtml(table: Table): string {
  const columns = table.widths.length;
  const rows = drawnCells(table.rows.map((row) => rowCells(row, columns))).map((cells) => rowHtml(cells, "td"));
  const header = drawnCells(table.header).map((cells) => rowHtml(cells, "th"));
  const widths = table.widths.map((width) => `<col width="${width}%">`).join("");
  return `<table class="ke" border="1" cellspacing="0" cellpadding="4" width="100%"><colgroup>${widths}</colgroup><thead>${header.join("")}</thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}
