/** .pdf: pages with text are read by their layout; pages that are pictures, or whose text is garbage, are recognised. */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { mendLines } from "../legacy-encodings/encoding-note.ts";
import { chooseEngine } from "../ocr/choose-engine.ts";
import type { OcrEngine } from "../ocr/ocr-engine.ts";
import { MAX_OCR_PAGES, ocrNotes } from "../ocr/ocr-notes.ts";
import { recognisePage } from "../ocr/recognise-page.ts";
import { repairRecognised } from "../ocr/repair-recognised.ts";
import { layOutPages } from "../pdf/layout/lay-out-pages.ts";
import type { PageContent } from "../pdf/layout/page-content.ts";
import { withoutWeakest } from "../pdf/layout/sureness.ts";
import { openPdf } from "../pdf/open-pdf.ts";
import { readPageMarks } from "../pdf/page-marks.ts";
import { renderPage } from "../pdf/render-page.ts";
import { countLetters, isGarbage } from "../pdf/text-quality.ts";
import { uprightPage } from "../pdf/upright-page.ts";
import type { Reader } from "./reader.ts";

/** A page with fewer letters may be a picture, or text drawn as shapes. */
const HARDLY_TEXT = 20;
/** A picture over most of a page is a scan; the text on it may be no more than the stamp of a signature. */
const SCAN_COVERS = 0.5;
const STAMP_LETTERS = 400;

/** The most pages a document of any kind has. */
const MAX_PAGES = 3000;

interface TextPage {
  readonly content: PageContent;
  /** How far its own text can be believed. */
  readonly text: "good" | "little" | "garbage";
}

async function readText(page: PDFPageProxy, number: number): Promise<TextPage> {
  const marks = await readPageMarks(page);
  const content = uprightPage({ marks, number });
  const text = [...content.words.map((word) => word.text), ...content.slanted].join(" ");
  const letters = countLetters(text);
  const little = letters < HARDLY_TEXT || (marks.pictured > SCAN_COVERS && letters < STAMP_LETTERS);
  const garbage = !little && isGarbage(linesOf(content));
  return { content, text: garbage ? "garbage" : little ? "little" : "good" };
}

const linesOf = (content: PageContent): string[] => {
  const lines = new Map<number, string[]>();
  for (const word of content.words) lines.set(word.baseline, [...(lines.get(word.baseline) ?? []), word.text]);
  return [...lines.values()].map((words) => words.join(" "));
};

/** The page as it looks; its own text where that says at least as much. */
async function recognise(input: { page: PDFPageProxy; own: TextPage; engine: OcrEngine }): Promise<PageContent> {
  const { page, own, engine } = input;
  const picture = await renderPage(page);
  if (picture === null) return own.content;
  const seen = await recognisePage({ picture, engine, number: own.content.number });
  const lettersOf = (content: PageContent): number => countLetters(content.words.map((word) => word.text).join(""));
  return own.text === "garbage" || lettersOf(seen) > lettersOf(own.content) ? seen : own.content;
}

/** All pages, the doubtful ones recognised; null when there are more of these than the limit. */
async function readPages(document: PDFDocumentProxy, workFolder: string): Promise<PageContent[] | null> {
  const pages: PageContent[] = [];
  let engine: OcrEngine | null = null;
  let recognised = 0;
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const own = await readText(page, number);
      if (own.text === "good") pages.push(own.content);
      else {
        if (++recognised > MAX_OCR_PAGES) return null;
        engine ??= await chooseEngine(workFolder);
        pages.push(await recognise({ page, own, engine }));
      }
      page.cleanup();
    }
    return pages;
  } finally {
    await engine?.close();
  }
}

export const pdfReader: Reader = {
  read: async ({ bytes, workFolder }) => {
    const opened = await openPdf(bytes);
    if (!opened.ok) return opened;
    try {
      if (opened.document.numPages > MAX_PAGES) return { ok: false, code: "limits" };
      const pages = await readPages(opened.document, workFolder);
      if (pages === null) return { ok: false, code: "limits" };
      const mended = mendLines(repairRecognised(layOutPages(pages)));
      return { ok: true, lines: mended.lines.map(withoutWeakest), notes: [...mended.notes, ...ocrNotes(mended.lines)] };
    } finally {
      await opened.close();
    }
  },
};
