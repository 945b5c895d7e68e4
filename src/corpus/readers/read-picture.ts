/** .png, .jpg and .tiff: each page recognised, then read by its layout as a PDF's. */
import { chooseEngine } from "../ocr/choose-engine.ts";
import { MAX_OCR_PAGES, ocrNotes } from "../ocr/ocr-notes.ts";
import { countPages, openPicture } from "../ocr/prepare-picture.ts";
import { recognisePage } from "../ocr/recognise-page.ts";
import { repairRecognised } from "../ocr/repair-recognised.ts";
import { layOutPages } from "../pdf/layout/lay-out-pages.ts";
import type { PageContent } from "../pdf/layout/page-content.ts";
import type { Reader } from "./reader.ts";

export const pictureReader: Reader = {
  read: async ({ bytes, workFolder }) => {
    const count = await countPages(bytes);
    if (count > MAX_OCR_PAGES) return { ok: false, code: "limits" };
    const engine = await chooseEngine(workFolder);
    try {
      const pages: PageContent[] = [];
      for (let page = 0; page < count; page++) {
        pages.push(await recognisePage({ picture: await openPicture(bytes, page), engine, number: page + 1 }));
      }
      const lines = repairRecognised(layOutPages(pages));
      return { ok: true, lines, notes: ocrNotes(lines) };
    } finally {
      await engine.close();
    }
  },
};
