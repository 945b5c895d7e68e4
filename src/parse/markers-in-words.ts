/**
 * Marks that are words: "Nhiệm vụ 1: …", "Bước 2. …", "Giai đoạn 1 (2026 - 2027) …", "Quý I/2026: …", "Năm 2026: …".
 *
 * The same words open sentences too, so that one is a mark only where the next or the one before of its list stands near:
 * under the same Phần, Mục or Điều.
 */
import { romanToNumber, type Marker } from "./markers.ts";
import { RANKS } from "./ranks.ts";
import type { UpcomingMarks } from "./upcoming-marks.ts";

/** Words that count what stands under them. */
const COUNTED = String.raw`(?:Nhóm )?(?:[Nn]hiệm vụ|[Gg]iải pháp)|Nhóm|Bước|Giai đoạn|Nội dung|Hoạt động|Hợp phần|Tiểu dự án|Dự án|Mô hình|Đợt|Vòng|Kỳ|Mục tiêu|Chỉ tiêu|Tiêu chí|Phương án|Trường hợp|Việc|Ngày|Tuần`;
/** What closes such a mark: a sign, a bracket ("Giai đoạn 1 (2026)"), or the line's end. */
const CLOSES = String.raw`(?:\s*[:.](?=\s|$)\s*|\s+[–-]\s+|\s+(?=\()|$)`;
const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`^(${COUNTED})(?:\s+(?:số|thứ))?\s+(\d{1,2}|[IVX]{1,5}|nhất|hai|ba|tư|năm|sáu|bảy)${CLOSES}`, "u"),
  new RegExp(String.raw`^(Quý)\s+(\d|[IV]{1,3})(?:(?:/|\s+năm\s+)\d{4})?${CLOSES}`, "u"),
  new RegExp(String.raw`^(Tháng)\s+(\d{1,2})(?:(?:/|\s+năm\s+)\d{4})?\s*:(?=\s|$)\s*`, "u"),
  new RegExp(String.raw`^(Năm)\s+(\d{4})\s*:(?=\s|$)\s*`, "u"),
];
const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"];

const positionOfWord = (value: string): number =>
  /^\d+$/u.test(value) ? Number(value) : ORDINALS.indexOf(value) + 1 || romanToNumber(value);

/** Whether a section's style is the word that counts it: "Nhiệm vụ". */
export const isWordStyle = (style: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(style) && PATTERNS.some((pattern) => pattern.test(`${style} 2026:`) || pattern.test(`${style} 1:`));

/** The mark in words that a paragraph opens with, null when it has none. */
export function readWordMark(text: string): Marker | null {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [printed, style = "", value = ""] = match;
    return { kind: "paragraph", style, printed: printed.trim(), value, position: positionOfWord(value), length: printed.length };
  }
  return null;
}

/** Marks in words by paragraph, null where there is none or its list has no other. `read` holds the marks of other kinds. */
export function wordMarks(input: {
  readonly texts: readonly string[];
  readonly read: readonly (Marker | null)[];
  readonly upcoming: UpcomingMarks;
}): (Marker | null)[] {
  const { texts, read, upcoming } = input;
  const found = texts.map((text, index) => (read[index] === null ? readWordMark(text) : null));
  const near = (from: number, to: number): boolean => !upcoming.breaks(RANKS.number, { from, to });
  const last = new Map<string, { readonly index: number; readonly marker: Marker }>();
  const next = new Map<string, { readonly index: number; readonly marker: Marker }>();
  const goesOn = found.map((marker, index) => {
    if (marker === null) return false;
    const before = last.get(marker.style);
    last.set(marker.style, { index, marker });
    return before !== undefined && marker.position === before.marker.position + 1 && near(before.index, index);
  });
  return found
    .map((marker, index) => ({ marker, index }))
    .toReversed()
    .map(({ marker, index }) => {
      if (marker === null) return null;
      const after = next.get(marker.style);
      next.set(marker.style, { index, marker });
      const goneOnWith = after !== undefined && after.marker.position === marker.position + 1 && near(index, after.index);
      return goesOn[index] === true || goneOnWith ? marker : null;
    })
    .toReversed();
}
