/** Tesseract's table of words (TSV): level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
import type { RecognisedWord } from "./ocr-engine.ts";

const WORD_LEVEL = "5";

/** Rows that are no words, or hold nothing, are passed over. */
export function readTsv(table: string): RecognisedWord[] {
  const lines = new Map<string, number>();
  return table.split("\n").flatMap((row): RecognisedWord[] => {
    const [level, page, block, paragraph, line, , ...rest] = row.split("\t");
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = rest.slice(0, 5).map(Number);
    const text = rest.slice(5).join("\t").trim();
    if (level !== WORD_LEVEL || text === "" || ![left, top, width, height, confidence].every(Number.isFinite)) return [];
    const key = [page, block, paragraph, line].join(".");
    if (!lines.has(key)) lines.set(key, lines.size);
    return [
      {
        text: text.normalize("NFC"),
        left,
        top,
        right: left + width,
        bottom: top + height,
        confidence: Math.min(1, Math.max(0, confidence / 100)),
        line: lines.get(key) ?? 0,
      },
    ];
  });
}
