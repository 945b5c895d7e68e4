/** How high a mark stands where nothing else tells: Phần above Chương above Mục above Điều above khoản above điểm above dashes. */
import type { Marker } from "./markers.ts";
import type { SectionKind } from "./types.ts";

/** By kind; the lower, the higher it stands. */
export const RANKS: Readonly<Record<SectionKind, number>> = {
  head: 0,
  letter: 0,
  tail: 0,
  annex: 0,
  part: 1,
  roman: 6,
  article: 7,
  number: 8,
  alpha: 10,
  paragraph: 11,
  dash: 12,
  plus: 13,
  row: 14,
};
/** By how the mark is set, where that says more than the kind. */
const STYLE_RANKS: Readonly<Record<string, number>> = {
  "Biểu mẫu": 0.5,
  Mẫu: 0.5,
  Biểu: 0.5,
  Phần: 1,
  Chương: 2,
  "A.": 3,
  Mục: 4,
  "Tiểu mục": 5,
  "1)": 9,
  "(1)": 9.5,
  "(a)": 10.6,
};

/** The rank of a mark; a compound number ("1.2") stands below its first part. */
export function rankOfMark(marker: Pick<Marker, "kind" | "style" | "value">): number {
  const parts = /^\d+(?:\.\d+)+$/u.test(marker.value) ? marker.value.split(".").length - 1 : 0;
  const below = marker.kind === "number" ? parts * 0.2 : marker.kind === "alpha" && /\d/u.test(marker.value) ? 0.3 : 0;
  return (STYLE_RANKS[marker.style] ?? RANKS[marker.kind]) + below;
}
