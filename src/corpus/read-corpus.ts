/**
 * Stage 1: bytes → `SourceDocument`.
 *
 * Input: a folder of .txt and .md files and an optional `catalogue.json`. Output: their lines with offsets.
 * Invariants: documents are sorted by id and ids are unique; a file that cannot be read is a value in `unreadable`,
 * never an exception; nothing in the folder is skipped without a word but hidden and temporary files.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { isMissingFile, sha256 } from "../base/files.ts";
import { decodeText } from "./decode-text.ts";
import { catalogueFileName, readCatalogue } from "./read-catalogue.ts";
import type { Catalogue } from "./read-catalogue.ts";
import { splitLines } from "./split-lines.ts";
import type { Corpus, SourceDocument, UnreadableFile } from "./types.ts";

export interface ReadCorpusOptions {
  /** Largest file in bytes. Default 5 MiB. */
  readonly maxBytes?: number;
}

type ReadFile = { readonly document: SourceDocument } | { readonly unreadable: UnreadableFile };

const mediaTypes: Readonly<Record<string, SourceDocument["mediaType"]>> = { ".txt": "text/plain", ".md": "text/markdown" };
const defaultMaxBytes = 5 * 1024 * 1024;

const messages: Readonly<Record<UnreadableFile["code"], string>> = {
  encoding: "không phải văn bản UTF-8 hoặc UTF-16; hãy lưu lại tệp theo mã UTF-8.",
  empty: "không có chữ nào.",
  "too-large": "quá lớn để đọc.",
  unsupported: "chưa đọc được định dạng này; hiện chỉ nhận tệp .txt và .md.",
  io: "không mở được; hãy kiểm tra quyền đọc tệp.",
};

function unreadable(fileName: string, code: UnreadableFile["code"], message = messages[code]): ReadFile {
  return { unreadable: { fileName, code, message: `Tệp "${fileName}" ${message}` } };
}

/** Hidden files, editors' temporary and backup copies. */
function isPassedOver(fileName: string): boolean {
  return fileName === catalogueFileName || fileName.startsWith(".") || fileName.startsWith("~$") || fileName.endsWith("~") || fileName.endsWith(".new");
}

async function readDocument(path: string, { fileName, catalogue, maxBytes }: { fileName: string; catalogue: Catalogue; maxBytes: number }): Promise<ReadFile> {
  const extension = extname(fileName);
  const mediaType = mediaTypes[extension.toLowerCase()];
  try {
    const found = await stat(path);
    if (mediaType === undefined || !found.isFile()) return unreadable(fileName, "unsupported");
    if (found.size > maxBytes) return unreadable(fileName, "too-large");
    const bytes = await readFile(path);
    const decoded = decodeText(bytes);
    if (!decoded.ok) return unreadable(fileName, "encoding");
    if (!/[\p{L}\p{N}]/u.test(decoded.text)) return unreadable(fileName, "empty");
    const id = fileName.slice(0, -extension.length).normalize("NFC");
    return { document: { id, fileName, sourceHash: sha256(bytes), mediaType, lines: splitLines(decoded.text), catalogue: catalogue.get(id) ?? {} } };
  } catch {
    // Gone or forbidden since the folder was listed: the editor is told, the other files are read.
    return unreadable(fileName, "io");
  }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    const missing = isMissingFile(cause);
    throw new AppError("bad-config", {
      message: `corpus folder ${folder}: ${String(cause)}`,
      publicText: {
        vi: `Thư mục văn bản "${folder}" ${missing ? "không có" : "không đọc được"}; hãy tạo thư mục hoặc đặt lại AIDE_CORPUS.`,
        en: `The documents' folder "${folder}" ${missing ? "is not there" : "cannot be read"}; create it or set AIDE_CORPUS.`,
      },
      cause,
    });
  }
}

/**
 * Reads every document of a folder; subfolders are not entered.
 *
 * @throws AppError "bad-config" when the folder cannot be listed or its catalogue is not valid.
 */
export async function readCorpus(folder: string, { maxBytes = defaultMaxBytes }: ReadCorpusOptions = {}): Promise<Corpus> {
  const names = await listFolder(folder);
  const catalogue = await readCatalogue(folder);
  const read: ReadFile[] = [];
  for (const fileName of names.filter((name) => !isPassedOver(name)).sort())
    read.push(await readDocument(join(folder, fileName), { fileName, catalogue, maxBytes }));

  const documents = new Map<string, SourceDocument>();
  const refused: UnreadableFile[] = [];
  for (const file of read) {
    const result = "document" in file && documents.has(file.document.id)
      ? unreadable(file.document.fileName, "unsupported", `trùng tên với tệp "${documents.get(file.document.id)?.fileName ?? ""}"; hãy đổi tên một trong hai.`)
      : file;
    if ("document" in result) documents.set(result.document.id, result.document);
    else refused.push(result.unreadable);
  }
  return { documents: [...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), unreadable: refused };
}
