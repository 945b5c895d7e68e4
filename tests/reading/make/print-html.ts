/** A document as the page that Chromium prints: A4, Times, page breaks, lines under the letterhead. */
import type { Block, Master } from "../master/blocks.ts";
import { noSuch, standsAbove } from "../master/blocks.ts";
import { columnsTable, escapeHtml, itemHtml, tableHtml } from "./html-parts.ts";

const STYLE = `@page { size: A4; margin: 20mm 18mm 20mm 30mm }
body { font: 14pt/1.25 "Times New Roman", "Liberation Serif", serif; margin: 0 }
p { margin: 0 0 6pt; text-align: justify; text-indent: 10mm }
.giua { text-align: center; text-indent: 0; font-weight: bold }
.hai-cot td { text-align: center; font-size: 12pt } .noi-nhan .hai-cot td:first-child { text-align: left; font-size: 11pt }
.ke { border-collapse: collapse; font-size: 11pt } .ke th, .ke td { border: 1px solid #000; vertical-align: top; padding: 3px }
.sang-trang { break-before: page }`;

function blockHtml(block: Block): string {
  switch (block.type) {
    case "letterhead":
      return columnsTable(block);
    case "signature":
      return `<div class="noi-nhan">${columnsTable(block)}</div>`;
    case "title":
    case "stamp":
      return block.lines.map((line) => `<p class="giua">${escapeHtml(line)}</p>`).join("\n");
    case "to":
    case "text":
      return block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
    case "body":
      return block.items.map((item) => `<p${standsAbove(item) ? ' class="giua"' : ""}>${itemHtml(item)}</p>`).join("\n");
    case "table":
      return tableHtml(block);
    case "pagebreak":
      return '<div class="sang-trang"></div>';
    default:
      return noSuch(block);
  }
}

export const printHtml = (master: Master): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title></title><style>${STYLE}</style></head><body>\n${master.blocks.map(blockHtml).join("\n")}\n</body></html>\n`;
