/**
 * What each way of reading DOCX loses: `node --import tsx tests/corpus/docx/measure-loss.ts` prints the table that stands
 * in docs/decisions/2026-11-23-docx-read-from-its-xml.md. For each feature some lines are given as the page shows them;
 * a line is kept when the reading holds it, white space and the bars between cells aside.
 */
import { readFileSync } from "node:fs";
import { DocxLoader } from "@langchain/community/document_loaders/fs/docx";
import mammoth from "mammoth";
import { docxReader } from "../../../src/corpus/readers/read-docx.ts";
import { htmlAsShown } from "./html-as-shown.ts";
import { lossCases, type LossCase } from "./loss-cases.ts";

type Tool = (bytes: Buffer) => Promise<string>;

const tools: Readonly<Record<string, Tool>> = {
  "mammoth, text": async (bytes) => (await mammoth.extractRawText({ buffer: bytes })).value,
  "mammoth, HTML": async (bytes) => htmlAsShown((await mammoth.convertToHtml({ buffer: bytes })).value),
  "LangChain DocxLoader": async (bytes) => {
    const documents = await new DocxLoader(new Blob([new Uint8Array(bytes)])).load();
    return documents.map((document) => document.pageContent).join("\n");
  },
  "this reader": async (bytes) => {
    const outcome = await docxReader.read({ bytes, workFolder: "" });
    return outcome.ok ? outcome.lines.map((line) => line.text).join("\n") : "";
  },
};

const comparable = (line: string): string =>
  line
    .normalize("NFC")
    .replace(/[|\s]+/gu, " ")
    .trim();

/** Lines kept, and words of the file's machinery that got into the text. */
function score({ shows, hides = [] }: LossCase, text: string): { kept: number; wrong: number } {
  const lines = new Set(text.split("\n").map(comparable));
  return { kept: shows.filter((line) => lines.has(comparable(line))).length, wrong: hides.filter((words) => text.includes(words)).length };
}

const cases = await lossCases((name) => readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const totals = new Map<string, number>();
console.log(
  `| what | lines | ${Object.keys(tools).join(" | ")} |\n| --- | --: | ${Object.keys(tools)
    .map(() => "--:")
    .join(" | ")} |`,
);
for (const one of cases) {
  const cells: string[] = [];
  for (const [name, tool] of Object.entries(tools)) {
    const { kept, wrong } = score(one, await tool(one.bytes));
    totals.set(name, (totals.get(name) ?? 0) + kept);
    cells.push(`${kept}${wrong === 0 ? "" : ` (${wrong} too much)`}`);
  }
  console.log(`| ${one.what} | ${one.shows.length} | ${cells.join(" | ")} |`);
}
const lines = cases.reduce((sum, one) => sum + one.shows.length, 0);
console.log(
  `| **all** | ${lines} | ${Object.keys(tools)
    .map((name) => `${((100 * (totals.get(name) ?? 0)) / lines).toFixed(0)} %`)
    .join(" | ")} |`,
);
