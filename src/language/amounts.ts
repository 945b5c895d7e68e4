/** Sums of money as plans write them, in đồng. */

export interface FoundAmount {
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
  readonly dong: number;
}

const UNITS: Readonly<Record<string, number>> = {
  đồng: 1,
  "nghìn đồng": 1e3,
  "ngàn đồng": 1e3,
  triệu: 1e6,
  "triệu đồng": 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
  "tỷ đồng": 1e9,
  "tỉ đồng": 1e9,
};
const AMOUNT =
  /(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|tỉ đồng|triệu|tỷ|tỉ|đồng)(?!\p{L})/giu;

/** The number that Vietnamese digits write: "64.200,5" is 64200.5. */
export function vietnameseNumber(digits: string): number {
  return Number(digits.replaceAll(".", "").replace(",", "."));
}

/** Sums that a text states, offsets in `text`. */
export function findAmounts(text: string): FoundAmount[] {
  return [...text.matchAll(AMOUNT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    dong: Math.round(vietnameseNumber(match[1] ?? "0") * (UNITS[(match[2] ?? "").toLowerCase()] ?? 1)),
  }));
}

/** 64200000000 as "64.200.000.000 đồng". */
export function formatDong(dong: number): string {
  return `${String(Math.round(dong)).replace(/\B(?=(?:\d{3})+(?!\d))/gu, ".")} đồng`;
}

/** 64200000000 as "64,2 tỷ đồng" (vi) or "64.2 billion dong" (en); below a million as `formatDong`. */
export function shortDong(dong: number, lang: "vi" | "en"): string {
  const [value, vi, en] = dong >= 1e9 ? [dong / 1e9, "tỷ đồng", "billion dong"] : [dong / 1e6, "triệu đồng", "million dong"];
  if (dong < 1e6) return formatDong(dong);
  const number = String(Math.round(value * 1000) / 1000);
  return lang === "vi" ? `${number.replace(".", ",")} ${vi}` : `${number} ${en}`;
}
