/**
 * Makes the PDF fixtures anew: `node --import tsx tests/corpus/pdf/make-fixtures.ts`. Needs LibreOffice and Chromium;
 * the results are committed, so that the tests need neither.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { marketDecision, waterPlan } from "./plans.ts";
import type { Block, FixturePlan } from "./plans.ts";

const run = (program: string, ...arguments_: string[]): void => void execFileSync(program, arguments_, { stdio: "ignore" });
const folder = mkdtempSync(join(tmpdir(), "pdf-fixtures-"));
const fixtures = join(import.meta.dirname, "fixtures");

// --- Word-like, through LibreOffice ---

const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const size = 28;

function columnCell(lines: readonly string[], share: number): TableCell {
  const recipients = lines[0]?.startsWith("Nơi nhận") ?? false;
  return new TableCell({
    width: { size: share, type: WidthType.PERCENTAGE },
    children: lines.map(
      (text, index) =>
        new Paragraph({
          alignment: recipients ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: {
            before: index === lines.length - 1 && !recipients && /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(text) && !text.includes(",") ? 1200 : 0,
          },
          children: [new TextRun({ text, size: recipients ? 22 : 24, bold: !recipients && index < 2 })],
        }),
    ),
  });
}

let notes = 0;
const footnotes: Record<string, { children: Paragraph[] }> = {};

function toWord(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "columns":
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          borders: noBorders,
          rows: [new TableRow({ children: [columnCell(block.left, 40), columnCell(block.right, 60)] })],
        }),
      ];
    case "centred":
      return block.lines.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 60 },
            children: [new TextRun({ text, size, bold: block.bold, italics: !block.bold })],
          }),
      );
    case "paragraph": {
      const runs: (TextRun | FootnoteReferenceRun)[] = [new TextRun({ text: block.text, size, bold: block.bold ?? false })];
      if (block.note !== undefined) {
        notes += 1;
        footnotes[String(notes)] = { children: [new Paragraph({ children: [new TextRun({ text: ` ${block.note}`, size: 20 })] })] };
        runs.push(new FootnoteReferenceRun(notes));
      }
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: 720 },
          spacing: { before: 120, line: 276 },
          children: runs,
        }),
      ];
    }
    case "table":
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.rows.map(
            (row, at) =>
              new TableRow({
                tableHeader: at === 0,
                children: row.map(
                  (text, column) =>
                    new TableCell({
                      width: { size: block.widths[column] ?? 10, type: WidthType.PERCENTAGE },
                      children: [
                        new Paragraph({
                          alignment: column === 0 || column > 3 ? AlignmentType.CENTER : AlignmentType.LEFT,
                          children: [new TextRun({ text, size: 24, bold: at === 0 })],
                        }),
                      ],
                    }),
                ),
              }),
          ),
        }),
      ];
    default:
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
}

async function printWord(plan: FixturePlan, name: string): Promise<void> {
  const children = plan.blocks.flatMap(toWord);
  const document = new Document({
    styles: { default: { document: { run: { font: "Liberation Serif" } } } },
    footnotes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 851 } },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] }),
            ],
          }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        children,
      },
    ],
  });
  writeFileSync(join(folder, `${name}.docx`), await Packer.toBuffer(document));
  run(
    "soffice",
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    join(folder, `${name}.docx`),
  );
  copyFileSync(join(folder, `${name}.pdf`), join(fixtures, `${name}.pdf`));
}

// --- a web page, through Chromium ---

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function toPage(block: Block): string {
  switch (block.kind) {
    case "columns":
      return `<table class="columns"><tr>${[block.left, block.right].map((lines) => `<td class="${lines[0]?.startsWith("Nơi") === true ? "small" : "middle"}">${lines.map((line, at) => `<p${at === lines.length - 1 && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(line) ? ' style="margin-top:50pt"' : ""}>${escape(line)}</p>`).join("")}</td>`).join("")}</tr></table>`;
    case "centred":
      return block.lines
        .map((line) => `<p class="middle">${block.bold ? `<b>${escape(line)}</b>` : `<i>${escape(line)}</i>`}</p>`)
        .join("");
    case "paragraph":
      return `<p>${block.bold === true ? `<b>${escape(block.text)}</b>` : escape(block.text)}</p>`;
    case "table":
      return `<table class="plain">${block.rows.map((row) => `<tr>${row.map((cell, column) => `<td style="width:${String(block.widths[column])}%;text-align:${column === 0 ? "left" : "right"}">${escape(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
    default:
      return '<div style="break-before:page"></div>';
  }
}

function printPage(plan: FixturePlan, name: string): void {
  const style =
    "@page{size:A4;margin:20mm 20mm 20mm 30mm;@bottom-center{content:'Trang ' counter(page) '/' counter(pages);font-size:10pt}} body{font:13pt/1.35 'Liberation Serif';margin:0} p{margin:0 0 7pt} .middle p,p.middle{text-align:center} .columns{width:100%;margin-bottom:8pt} .columns p{margin:0} .columns{font-size:12pt} .columns td{vertical-align:top;width:60%} .columns td:first-child{width:40%} .columns .small{font-size:11pt} .plain{width:100%;border-collapse:collapse;margin-bottom:8pt}";
  const html = join(folder, `${name}.html`);
  writeFileSync(
    html,
    `<!doctype html><html lang="vi"><meta charset="utf-8"><style>${style}</style>${plan.blocks.map(toPage).join("\n")}</html>`,
  );
  run(
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${folder}/chromium`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${join(fixtures, `${name}.pdf`)}`,
    `file://${html}`,
  );
}

try {
  await printWord(waterPlan, "lam-giang-214-kh-ubnd-2024");
  printPage(marketDecision, "vinh-hai-88-qd-ubnd-2025");
} finally {
  rmSync(folder, { recursive: true });
}
