/** The readers, one for each kind of file; a reader's libraries are loaded when a file of its kind comes. */
import type { FileKind } from "../types.ts";
import type { Reader } from "./reader.ts";

export const readers: Readonly<Record<FileKind, () => Promise<Reader>>> = {
  text: async () => (await import("./read-text.ts")).textReader,
  markdown: async () => (await import("./read-text.ts")).textReader,
  html: async () => (await import("./read-html.ts")).htmlReader,
  docx: async () => (await import("./read-docx.ts")).docxReader,
  odt: async () => (await import("./read-office.ts")).odtReader,
  doc: async () => (await import("./read-office.ts")).docReader,
  rtf: async () => (await import("./read-office.ts")).rtfReader,
  pdf: async () => (await import("./read-pdf.ts")).pdfReader,
  png: async () => (await import("./read-picture.ts")).pictureReader,
  jpeg: async () => (await import("./read-picture.ts")).pictureReader,
  tiff: async () => (await import("./read-picture.ts")).pictureReader,
};
