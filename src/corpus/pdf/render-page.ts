/** A page of a PDF as a grey picture, for recognition. */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { GreyPicture } from "../ocr/ocr-engine.ts";

/** Dots an inch; the usual resolution of scanners, and what the recognition was trained near. */
const DOTS_PER_INCH = 300;
/** Pixels that one page may take; a larger page is drawn more coarsely. */
const MAX_PIXELS = 20_000_000;

/** @returns null for a page without any ink. @throws when pdf.js cannot draw it. */
export async function renderPage(page: PDFPageProxy): Promise<GreyPicture | null> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min(DOTS_PER_INCH / 72, Math.sqrt(MAX_PIXELS / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)));
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  // pdf.js knows the browser's types; this canvas has the same methods.
  await page.render({
    canvas: null,
    canvasContext: context,
    viewport,
    background: "white",
  }).promise;
  const colours = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const data = new Uint8Array(canvas.width * canvas.height);
  let ink = 0;
  for (let at = 0; at < data.length; at++) {
    const value = ((colours[4 * at] ?? 255) * 299 + (colours[4 * at + 1] ?? 255) * 587 + (colours[4 * at + 2] ?? 255) * 114) / 1000;
    data[at] = value;
    if (value < 128) ink++;
  }
  return ink === 0 ? null : { width: canvas.width, height: canvas.height, dpi: 72 * scale, data };
}
