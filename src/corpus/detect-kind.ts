/** What kind of file some bytes are; the name tells only markdown from plain text. */
import { extname } from "node:path";
import type { FileKind, UnreadableCode } from "./types.ts";
import { unmarkedUtf16 } from "./unmarked-utf16.ts";

export type DetectedKind = { readonly kind: FileKind } | { readonly refused: UnreadableCode };

/** How far into a file its kind is looked for, in bytes. */
const BEGINNING = 4096;

const SIGNATURES: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { kind: "tiff", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: "tiff", bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: "rtf", bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
/** Bytes as characters of the same number, so that names can be looked for in them. */
const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** Names in a ZIP archive are not compressed, whatever the entries are. */
function kindOfArchive(bytes: Uint8Array): DetectedKind {
  const content = latin(bytes);
  if (content.slice(30, 120).startsWith("mimetypeapplication/vnd.oasis.opendocument.text")) return { kind: "odt" };
  return /word\/(?:document|[\w-]+)\.xml/u.test(content) ? { kind: "docx" } : { refused: "unsupported" };
}

/** Streams of a compound file are named in UTF-16: a Word 97 document, or the wrapping of an encrypted DOCX. */
function kindOfCompoundFile(bytes: Uint8Array): DetectedKind {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes(Buffer.from("EncryptedPackage", "utf16le"))) return { refused: "encrypted" };
  return names.includes(Buffer.from("WordDocument", "utf16le")) ? { kind: "doc" } : { refused: "unsupported" };
}

/** Markup that only a page has; "<" alone opens many a text. */
const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|span|h[1-6]|article|main|section|center|font)[\s>]/iu;
const WHOLE_PAGE = /<(?:!doctype\s+html|html)[\s>]/iu;

function kindOfText(beginning: string, fileName: string): FileKind {
  const extension = extname(fileName).toLowerCase();
  if (extension === ".md" || extension === ".markdown") return WHOLE_PAGE.test(beginning.slice(0, 512)) ? "html" : "markdown";
  return PAGE.test(beginning) ? "html" : "text";
}

const TEXT_NAMES = new Set([".txt", ".md", ".markdown", ".text", ".html", ".htm", ""]);
/** Kinds that always begin with their signature: without it they are cut off or are something else. */
const SIGNED_NAMES = new Set([".pdf", ".docx", ".odt", ".png", ".jpg", ".jpeg", ".tif", ".tiff"]);

/** @param fileName tells markdown from text, and whether bytes of no known kind were meant to be text. */
export function detectKind(bytes: Uint8Array, fileName: string): DetectedKind {
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (known !== undefined) return { kind: known.kind };
  if (startsWith(bytes, ZIP)) return kindOfArchive(bytes);
  if (startsWith(bytes, COMPOUND_FILE)) return kindOfCompoundFile(bytes);
  const beginning = latin(bytes.subarray(0, BEGINNING));
  // Junk before "%PDF-" is allowed, as every viewer does.
  if (beginning.slice(0, 1024).includes("%PDF-")) return { kind: "pdf" };
  // UTF-16 holds a zero in every other byte of what markup is made of.
  const kind = kindOfText(beginning.replace(/^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/u, "").replaceAll("\u0000", ""), fileName);
  const extension = extname(fileName).toLowerCase();
  if (kind === "text" && SIGNED_NAMES.has(extension)) return { refused: "damaged" };
  const binary = beginning.includes("\u0000") && !/^(?:\u00ff\u00fe|\u00fe\u00ff)/u.test(beginning) && unmarkedUtf16(bytes) === null;
  return binary && !TEXT_NAMES.has(extension) ? { refused: "unsupported" } : { kind };
}
