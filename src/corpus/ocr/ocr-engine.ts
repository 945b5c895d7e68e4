/** What recognises letters in a picture. Two engines stand behind it; `tests/corpus/ocr` holds the suite both must pass. */

/** Grey values row by row, 0 black to 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** Dots an inch. */
  readonly dpi: number;
  readonly data: Uint8Array;
}

/** Places in pixels of the picture. */
export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0..1 */
  readonly confidence: number;
  /** Words with the same number stand on one line, as the engine sees it. */
  readonly line: number;
}

export type PictureKind = "page" | "block";

/** Tesseract's page segmentation for each kind: layout found by itself, or one column of lines. */
export const SEGMENTATION: Readonly<Record<PictureKind, string>> = { page: "3", block: "6" };

export interface OcrEngine {
  readonly name: "tesseract" | "tesseract.js";
  /** Words of a picture that stands upright: a whole page, or one block of text such as a column. @throws when the engine fails. */
  recognise(picture: GreyPicture, kind: PictureKind): Promise<readonly RecognisedWord[]>;
  close(): Promise<void>;
}

/** Seconds that one page may take before the engine counts as failed. */
export const PAGE_SECONDS = 120;
