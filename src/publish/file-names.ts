/** File names as clients write them, made fit for the folder of originals; and the document ids that follow from them. */
import { extname } from "node:path";
import { AppError } from "../base/app-error.ts";
import { catalogueFileName } from "../corpus/read-catalogue.ts";

/** Bytes of UTF-8; file systems take 255, and copies beside the file get longer names. */
const MOST_BYTES = 180;
/** Kept so that the kind of a text file (txt, md) is known; what a file really is, its bytes tell. */
const EXTENSION = /^\.(?:txt|md|markdown|html?|docx?|odt|rtf|pdf|png|jpe?g|tiff?)$/u;

/** "ke-hoach.docx" → "ke-hoach": a document's id is its file's name without the extension, as in `readCorpus`. */
export function documentIdOf(fileName: string): string {
  return fileName.slice(0, fileName.length - extname(fileName).length).normalize("NFC");
}

/**
 * The name under which an upload is kept: no folder, no sign that a system gives a meaning to, not hidden, not too long.
 *
 * @throws AppError "bad-request" when nothing is left that names a document.
 */
export function safeFileName(written: string): string {
  const base = written.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const extension = extname(base).toLowerCase();
  const kept = EXTENSION.test(extension) ? extension : "";
  const stem = base
    .slice(0, base.length - (kept === "" ? 0 : kept.length))
    .replaceAll(/[\p{C}:*?"<>|#%]+/gu, "-")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[.~$\s-]+|[.~\s-]+$/gu, "");
  const fitted = fitBytes(stem, MOST_BYTES - kept.length);
  const name = `${fitted}${kept}`;
  if (!/[\p{L}\p{N}]/u.test(fitted) || name === catalogueFileName) throw unusableName();
  // "ke-hoach.2021" would lose its year to the extension.
  return kept === "" ? name.replaceAll(".", "-") : name;
}

/** The name of a document that is replaced: its id stays, the extension is the new file's. */
export function replacingFileName(documentId: string, written: string): string {
  return `${documentId}${extname(safeFileName(written))}`;
}

function fitBytes(text: string, most: number): string {
  let [length, kept] = [0, ""];
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > most) break;
    kept += character;
  }
  return kept.trimEnd();
}

function unusableName(): AppError {
  return new AppError("bad-request", {
    message: "unusable file name",
    publicText: {
      vi: "Tên tệp không dùng được; hãy đặt tên có chữ hoặc số, ví dụ: ke-hoach-25.docx.",
      en: "The file name cannot be used; give it letters or digits, for example: ke-hoach-25.docx.",
    },
  });
}
