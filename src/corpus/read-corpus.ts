/**
 * Stage 1: bytes → `SourceDocument`.
 *
 * Input: a folder of documents of every kind in `readers/readers.ts` and an optional `catalogue.json`. Output: their
 * lines with offsets. Invariants: documents are sorted by id and ids are unique; a file that cannot be read is a value
 * in `unreadable`, never an exception; nothing in the folder is skipped without a word but hidden and temporary files.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { isMissingFile } from "../base/files.ts";
import type { FileReader } from "./file-reader.ts";
import { catalogueFileName, readCatalogue } from "./read-catalogue.ts";
import type { Catalogue } from "./read-catalogue.ts";
import type { Corpus, SourceDocument, UnreadableCode, UnreadableFile } from "./types.ts";
import { MAX_FILE_BYTES, unreadableFile } from "./unreadable.ts";

export interface ReadCorpusOptions {
  readonly reader: FileReader;
  /** Largest file in bytes. Default 50 MiB. */
  readonly maxBytes?: number;
  /** Called before each file. */
  readonly onFile?: ((progress: { readonly fileName: string; readonly done: number; readonly total: number }) => void) | undefined;
}

export type ReadFileResult = { readonly document: SourceDocument } | { readonly unreadable: UnreadableFile };

/** Hidden files, editors' temporary and backup copies. */
export function isPassedOver(fileName: string): boolean {
  return (
    fileName === catalogueFileName ||
    fileName.startsWith(".") ||
    fileName.startsWith("~$") ||
    fileName.endsWith("~") ||
    fileName.endsWith(".new")
  );
}

interface ReadDocumentOptions {
  readonly reader: FileReader;
  readonly catalogue?: Catalogue;
  readonly maxBytes?: number;
  /** Under which it is known; default: the path's own. */
  readonly fileName?: string;
}

/** Reads one document wherever it lies; `catalogue` is what an editor says of it. */
export async function readDocumentFile(
  path: string,
  { reader, catalogue, maxBytes = MAX_FILE_BYTES, fileName = basename(path) }: ReadDocumentOptions,
): Promise<ReadFileResult> {
  const refused = (code: UnreadableCode, detail?: string): ReadFileResult => ({ unreadable: unreadableFile({ fileName, code, detail }) });
  let bytes: Buffer;
  try {
    const found = await stat(path);
    if (!found.isFile()) return refused("unsupported");
    if (found.size > maxBytes) return refused("too-large");
    bytes = await readFile(path);
  } catch {
    // Gone or forbidden since the folder was listed: the editor is told, the other files are read.
    return refused("io");
  }
  const { kind, sourceHash, outcome } = await reader.read({ fileName, bytes });
  if (!outcome.ok) return refused(outcome.code, outcome.detail);
  if (kind === null) return refused("unsupported");
  const id = fileName.slice(0, fileName.length - extname(fileName).length).normalize("NFC");
  const { lines, notes } = outcome;
  return { document: { id, fileName, sourceHash, kind, lines, notes, catalogue: catalogue?.get(id) ?? {} } };
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
export async function readCorpus(folder: string, { reader, maxBytes = MAX_FILE_BYTES, onFile }: ReadCorpusOptions): Promise<Corpus> {
  const names = (await listFolder(folder)).filter((name) => !isPassedOver(name)).toSorted();
  const catalogue = await readCatalogue(folder);
  const documents = new Map<string, SourceDocument>();
  const unreadable: UnreadableFile[] = [];
  for (const [done, fileName] of names.entries()) {
    onFile?.({ fileName, done, total: names.length });
    const result = await readDocumentFile(join(folder, fileName), { reader, catalogue, maxBytes });
    if ("unreadable" in result) {
      unreadable.push(result.unreadable);
      continue;
    }
    const { document } = result;
    const other = documents.get(document.id);
    if (other === undefined) documents.set(document.id, document);
    else unreadable.push(unreadableFile({ fileName, code: "name-taken", detail: other.fileName }));
  }
  return { documents: [...documents.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)), unreadable };
}
