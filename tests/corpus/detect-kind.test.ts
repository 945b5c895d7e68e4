import { expect, it } from "vitest";
import { detectKind } from "../../src/corpus/detect-kind.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const zip = [0x50, 0x4b, 0x03, 0x04];
const zipHead = (rest: string) =>
  bytes(
    zip,
    Array.from({ length: 26 }, () => 0),
    rest,
  );
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string) => [...Buffer.from(text, "utf16le")];

it.each([
  ["ke-hoach.docx", bytes("%PDF-1.7\n"), { kind: "pdf" }],
  ["ke-hoach.pdf", zipHead("[Content_Types].xml … word/document.xml"), { kind: "docx" }],
  ["a.docx", zipHead("mimetypeapplication/vnd.oasis.opendocument.text"), { kind: "odt" }],
  ["bang.xlsx", zipHead("xl/workbook.xml"), { refused: "unsupported" }],
  ["a.doc", bytes(compound, utf16("WordDocument")), { kind: "doc" }],
  ["a.docx", bytes(compound, utf16("EncryptedPackage")), { refused: "encrypted" }],
  ["a.doc", bytes(compound, utf16("Workbook")), { refused: "unsupported" }],
  ["a.doc", bytes("{\\rtf1\\ansi"), { kind: "rtf" }],
  ["a.txt", bytes([0x89], "PNG\r\n", [0x1a, 0x0a]), { kind: "png" }],
  ["a", bytes([0xff, 0xd8, 0xff, 0xe0]), { kind: "jpeg" }],
  ["a", bytes("II*\0"), { kind: "tiff" }],
  ["a.txt", bytes("\uFEFF  <!DOCTYPE html><html>"), { kind: "html" }],
  ["a.html", bytes([0xff, 0xfe], utf16("<html><body>")), { kind: "html" }],
  ["trang.doc", bytes(utf16("<html><body>")), { kind: "html" }],
  ["cu.doc", bytes(utf16("Kế hoạch số 105/KH-UBND")), { kind: "text" }],
  ["cu.doc", bytes(utf16("Mục I")), { kind: "text" }],
  ["a.txt", bytes("<Kế hoạch> này"), { kind: "text" }],
  ["a.md", bytes("<div align=center>KẾ HOẠCH</div>"), { kind: "markdown" }],
  ["a.md", bytes("<!DOCTYPE html><html>"), { kind: "html" }],
  ["anh.jpg", bytes("xin chào"), { refused: "damaged" }],
  ["cu.doc", bytes("xin chào"), { kind: "text" }],
  ["trang.doc", bytes("<html><body>"), { kind: "html" }],
  ["a.dat", bytes("MZ", [0, 1, 0, 0, 2, 3, 0, 0, 0, 5]), { refused: "unsupported" }],
  ["a.txt", bytes("MZ", [0, 1, 0, 0, 2, 3, 0, 0, 0, 5]), { kind: "text" }],
])("tells what %s is by its bytes", (fileName, content, expected) => {
  expect(detectKind(content, fileName)).toEqual(expected);
});
