/** What stage 1 hands over: a document's text lines as they came, before anything is understood. */

export interface SourceLine {
  /** One physical line without its line break, exactly as decoded. */
  readonly text: string;
  /** UTF-16 offset of the line's first character in the decoded source text. */
  readonly offset: number;
  /** Page number from 1 where the format has pages, else null. */
  readonly page: number | null;
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

export interface SourceDocument {
  /** File name without its extension. */
  readonly id: string;
  readonly fileName: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sourceHash: string;
  readonly mediaType: "text/plain" | "text/markdown";
  readonly lines: readonly SourceLine[];
  readonly catalogue: CatalogueEntry;
}

/** A file in the corpus folder that could not be read; a value, not an exception. */
export interface UnreadableFile {
  readonly fileName: string;
  readonly code: "encoding" | "empty" | "too-large" | "unsupported" | "io";
  /** One plain sentence in Vietnamese for the editor. */
  readonly message: string;
}

export interface Corpus {
  /** Sorted by id. */
  readonly documents: readonly SourceDocument[];
  readonly unreadable: readonly UnreadableFile[];
}
