/** What stage 1 hands over: a document's text lines as they came, before anything is understood. */

export interface SourceLine {
  /**
   * One physical line without its line break, exactly as decoded. A row of a table is one line "| cell | cell |": a cell
   * merged over rows stands in each of them, one merged over columns stands first, the others empty; paragraphs of a cell
   * are joined by a space, or by "; " where the first ends without a stop and the next begins with a capital or a dash;
   * a "|" inside a cell is "¦".
   */
  readonly text: string;
  /** UTF-16 offset of the line's first character in the decoded source text. */
  readonly offset: number;
  /** Page number from 1 where the format has pages, else null. */
  readonly page: number | null;
  /**
   * Whether the line goes on with the paragraph of the line before, where the format or the page's layout tells; absent
   * where only the words can tell, as in a text file.
   */
  readonly continues?: boolean | undefined;
  /** How sure the recognition of a scanned line is, 0..1; absent where nothing had to be recognised. */
  readonly confidence?: number | undefined;
}

/** What a reader has to say of the file, for the editor. */
export interface SourceNote {
  /**
   * Stable: "encoding-converted", "ocr-used", "ocr-doubtful", "table-broken", "changes-accepted", "pictures-unread", "parts-unread",
   * "source-truncated", "nesting-deep".
   */
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
  /** Position in `lines` of the line that is meant, null for the whole file. */
  readonly line: number | null;
}

/** What an editor says of a document beyond what its text says (`corpus/catalogue.json`). */
export interface CatalogueEntry {
  /** Ids of documents that this one replaces. */
  readonly supersedes?: readonly string[] | undefined;
  /** Corrections by an editor; they win over what the reader understood. */
  readonly place?: string | undefined;
  readonly issuer?: string | undefined;
  readonly title?: string | undefined;
  /** Abbreviations of the place that officials use, for example "BT". */
  readonly aliases?: readonly string[] | undefined;
}

/** Kinds of files, told by their bytes; only text and markdown are told apart by the name. */
export type FileKind = "text" | "markdown" | "html" | "docx" | "odt" | "doc" | "rtf" | "pdf" | "png" | "jpeg" | "tiff";

export interface SourceDocument {
  /** File name without its extension. */
  readonly id: string;
  readonly fileName: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sourceHash: string;
  readonly kind: FileKind;
  readonly lines: readonly SourceLine[];
  readonly notes: readonly SourceNote[];
  readonly catalogue: CatalogueEntry;
}

/** Why a file could not be read. */
export type UnreadableCode =
  | "encoding"
  | "empty"
  | "too-large"
  | "unsupported"
  | "io"
  /** Begins like its kind and is not whole. */
  | "damaged"
  | "encrypted"
  /** An archive that declares or inflates to more than a document needs. */
  | "archive-limits"
  /** Too much time, memory or output. */
  | "limits"
  /** A program that this machine does not have. */
  | "needs-program"
  /** Stamped MẬT, TỐI MẬT or TUYỆT MẬT. */
  | "secret"
  | "name-taken";

/** A file in the corpus folder that could not be read; a value, not an exception. */
export interface UnreadableFile {
  readonly fileName: string;
  readonly code: UnreadableCode;
  /** One plain sentence for the editor. */
  readonly message: string;
  readonly messageEn: string;
}

export interface Corpus {
  /** Sorted by id. */
  readonly documents: readonly SourceDocument[];
  readonly unreadable: readonly UnreadableFile[];
}
