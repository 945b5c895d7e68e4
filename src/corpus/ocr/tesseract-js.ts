/** Tesseract compiled to WebAssembly, with its Vietnamese data from the package beside it: nothing is fetched or kept. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { OcrEngine } from "./ocr-engine.ts";
import { PAGE_SECONDS } from "./ocr-engine.ts";
import { portableGreymap } from "./portable-greymap.ts";
import { readTsv } from "./read-tsv.ts";

/** Neural recognition only. */
const LSTM_ONLY = 1;

/** Starts the engine's worker thread. @throws when its data cannot be loaded. */
export async function tesseractJs(): Promise<OcrEngine> {
  const { default: tesseract } = await import("tesseract.js");
  const segmentation = { page: tesseract.PSM.AUTO, block: tesseract.PSM.SINGLE_BLOCK };
  const require = createRequire(import.meta.url);
  const worker = await tesseract.createWorker("vie", LSTM_ONLY, {
    langPath: join(dirname(require.resolve("@tesseract.js-data/vie/package.json")), "4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
    // Without one, a failure is thrown outside of any call and ends the process.
    errorHandler: () => undefined,
  });
  return {
    name: "tesseract.js",
    async recognise(picture, kind) {
      let clock: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        clock = setTimeout(() => reject(new Error("the page took too long")), PAGE_SECONDS * 1000);
      });
      try {
        await worker.setParameters({
          tessedit_pageseg_mode: segmentation[kind],
          user_defined_dpi: String(Math.round(picture.dpi)),
        });
        const { data } = await Promise.race([worker.recognize(portableGreymap(picture), {}, { text: false, tsv: true }), late]);
        return readTsv(data.tsv ?? "");
      } finally {
        clearTimeout(clock);
      }
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
