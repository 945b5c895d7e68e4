/** The system's `tesseract` with Vietnamese, where it is installed. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../run-program.ts";
import { PAGE_SECONDS, SEGMENTATION, type OcrEngine } from "./ocr-engine.ts";
import { portableGreymap } from "./portable-greymap.ts";
import { readTsv } from "./read-tsv.ts";

/** True when the program is there and knows Vietnamese. */
export async function hasSystemTesseract(workFolder: string): Promise<boolean> {
  const result = await runProgram({ program: "tesseract", arguments_: ["--list-langs"], folder: workFolder, timeoutMs: 10_000 });
  return result.ended === "ok" && /^vie$/mu.test(result.output.toString("utf8"));
}

/** @param workFolder where the picture of a page lies while it is read. */
export function systemTesseract(workFolder: string): OcrEngine {
  return {
    name: "tesseract",
    async recognise(picture, kind) {
      const file = join(workFolder, "page.pgm");
      await writeFile(file, portableGreymap(picture));
      try {
        const result = await runProgram({
          program: "tesseract",
          arguments_: [file, "stdout", "-l", "vie", "--psm", SEGMENTATION[kind], "--dpi", String(Math.round(picture.dpi)), "tsv"],
          folder: workFolder,
          timeoutMs: PAGE_SECONDS * 1000,
        });
        if (result.ended !== "ok") throw new Error(`tesseract ${result.ended === "failed" ? `failed: ${result.reason}` : "is missing"}`);
        return readTsv(result.output.toString("utf8"));
      } finally {
        await rm(file, { force: true });
      }
    },
    close: async () => undefined,
  };
}
