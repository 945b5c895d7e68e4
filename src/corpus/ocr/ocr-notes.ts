/** What the editor is told of recognised text. */
import { isVietnameseSyllable } from "../legacy-encodings/vietnamese-syllable.ts";
import type { LaidLine } from "../pdf/layout/sureness.ts";
import type { SourceNote } from "../types.ts";

/** More pages than this are not recognised. */
export const MAX_OCR_PAGES = 500;
/**
 * A line with a word less sure than this is to be compared with the original. Measured on 20 scanned pages of 150 to 300
 * dots an inch (630 lines, 109 of them with a fault, most a single mark): a line below it, or with a word that cannot be
 * Vietnamese, is wrong in 56 of 100 cases, and 26 of 100 wrong lines are found; at 0.8 it would be 41 and 43. The mean of
 * a line tells less: below 0.85 31 of 100 are wrong, and 5 of 100 are found.
 */
const DOUBTFUL = 0.6;

/** True for a word with marks that no syllable is spelt like, "SởThôngtinvà"; abbreviations are no words. */
const isImpossible = (word: string): boolean => /[^\0-\u007f]/u.test(word) && !/^\p{Lu}{2,}$/u.test(word) && !isVietnameseSyllable(word);

/** Whether a recognised line should be looked at; false for a printed one. */
export function isDoubtful({ text, confidence, weakest }: LaidLine): boolean {
  if (confidence === undefined) return false;
  return (weakest ?? confidence) < DOUBTFUL || (text.normalize("NFC").match(/\p{L}+/gu) ?? []).some(isImpossible);
}

/** Page numbers, the first few of many. */
const listOf = (pages: readonly (number | null)[]): string => `${pages.slice(0, 10).join(", ")}${pages.length > 10 ? ", …" : ""}`;
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** One note that the text was recognised, and one for each doubtful line. None where nothing was recognised. */
export function ocrNotes(lines: readonly LaidLine[]): SourceNote[] {
  if (!lines.some((line) => line.confidence !== undefined)) return [];
  const pages = [...new Set(lines.filter((line) => line.confidence !== undefined).map((line) => line.page))];
  const whole = lines.every((line) => line.confidence !== undefined);
  const used: SourceNote = {
    code: "ocr-used",
    message: `${whole ? "Văn bản là ảnh quét" : `Trang ${listOf(pages)} là ảnh quét`}; chữ do máy nhận dạng, cần đối chiếu với bản gốc khi sử dụng.`,
    messageEn: `${whole ? "The document is a scan" : `Page ${listOf(pages)} is a scan`}; its text was recognised by machine and should be compared with the original.`,
    line: null,
  };
  const doubtful = lines.flatMap((line, index): SourceNote[] => {
    if (line.confidence === undefined || !isDoubtful(line)) return [];
    const percent = Math.round(line.confidence * 100);
    return [
      {
        code: "ocr-doubtful",
        message: `Dòng nhận dạng chưa chắc chắn (độ tin cậy ${String(percent)}%): “${shorten(line.text)}”.`,
        messageEn: `This line was recognised with little certainty (${String(percent)}%): “${shorten(line.text)}”.`,
        line: index,
      },
    ];
  });
  return [used, ...doubtful];
}
