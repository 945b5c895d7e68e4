/** .png, .jpg and .tiff: each page recognised, then read by its layout as a PDF's. */
import { chooseEngine } from "../ocr/choose-engine.ts";
import { MAX_OCR_PAGES, ocrNotes } from "../ocr/ocr-notes.ts";
import { measurePicture, openPicture } from "../ocr/prepare-picture.ts";
import { recognisePage } from "../ocr/recognise-page.ts";
import { repairRecognised } from "../ocr/repair-recognised.ts";
import { layOutPages } from "../pdf/layout/lay-out-pages.ts";
import type { PageContent } from "../pdf/layout/page-content.ts";
import { withoutWeakest } from "../pdf/layout/sureness.ts";
import type { Reader } from "./reader.ts";

export const pictureReader: Reader = {
  read: async ({ bytes, workFolder }) => {
    const measured = await measurePicture(bytes);
    if (!measured.ok) return measured;
    if (measured.pages > MAX_OCR_PAGES) return { ok: false, code: "limits" };
    const engine = await chooseEngine(workFolder);
    try {
      const pages: PageContent[] = [];
      for (let page = 0; page < measured.pages; page++) {
        const picture = await openPicture(bytes, page);
        if (picture === null) return { ok: false, code: "damaged" };
        pages.push(await recognisePage({ picture, engine, number: page + 1 }));
      }
      const lines = repairRecognised(layOutPages(pages));
      return { ok: true, lines: lines.map(withoutWeakest), notes: ocrNotes(lines) };
    } finally {
      await engine.close();
    }
  },
};
