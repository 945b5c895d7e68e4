/** Opens a PDF with pdf.js: no network, no evaluated code, its tables taken from the package's own folder. */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { UnreadableCode } from "../types.ts";

export type OpenedPdf =
  | { readonly ok: true; readonly document: PDFDocumentProxy; /** Frees what the document holds. */ readonly close: () => Promise<void> }
  | { readonly ok: false; readonly code: UnreadableCode };

/** A picture with more pixels than this is left out. */
const MAX_PICTURE_PIXELS = 100_000_000;

/** Never throws: a document that needs a password or is broken is a value. One that has only an owner's password opens. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string): string => join(packageFolder, name) + sep;
  const task = getDocument({
    // A copy, as pdf.js takes the memory for itself, and of this very class, as it refuses Node's own buffers.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    maxImageSize: MAX_PICTURE_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages === 0) return { ok: false, code: "damaged" };
    return { ok: true, document, close: async () => await task.destroy() };
  } catch (error) {
    await task.destroy();
    return { ok: false, code: error instanceof Error && error.name === "PasswordException" ? "encrypted" : "damaged" };
  }
}
