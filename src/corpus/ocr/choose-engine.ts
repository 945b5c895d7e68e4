/** The system's tesseract where it is installed with Vietnamese, else the one that comes with the packages. */
import type { OcrEngine } from "./ocr-engine.ts";
import { hasSystemTesseract, systemTesseract } from "./system-tesseract.ts";
import { tesseractJs } from "./tesseract-js.ts";

/** @param workFolder where pictures lie while they are read. @throws when neither engine can be started. */
export async function chooseEngine(workFolder: string): Promise<OcrEngine> {
  return (await hasSystemTesseract(workFolder)) ? systemTesseract(workFolder) : await tesseractJs();
}
