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
  vnđ: 1,
  vnd: 1,
  đ: 1,
  "nghìn đồng": 1e3,
  "ngàn đồng": 1e3,
  "1.000 đồng": 1e3,
  "1000 đồng": 1e3,
  triệu: 1e6,
  "triệu đồng": 1e6,
  "tr.đồng": 1e6,
  "tr.đ": 1e6,
  trđ: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
  "tỷ đồng": 1e9,
  "tỉ đồng": 1e9,
  "nghìn tỷ": 1e12,
  "nghìn tỉ": 1e12,
  "ngàn tỷ": 1e12,
  "nghìn tỷ đồng": 1e12,
  "nghìn tỉ đồng": 1e12,
  "ngàn tỷ đồng": 1e12,
};
const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}(?=\s*(?:tr|tỷ|tỉ))`;
const UNIT = String.raw`(?:nghìn|ngàn) (?:tỷ|tỉ)(?: đồng)?|nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|tỉ đồng|tr\.?\s?đ(?:ồng)?|triệu|tỷ|tỉ|đồng|VNĐ|VND`;
/** Things that are counted in millions as money is: "1,2 triệu trang" is no sum. */
const COUNTED = String.raw`(?:trang|lượt|người|dân|khách|hộ|hồ sơ|bản|tài khoản|giao dịch|thuê bao|tin|cây|con|tấn|ha|m2|m3|m²|m³|kWh|thửa|phiếu|ảnh)`;
const AMOUNT = new RegExp(
  String.raw`(?<![\d.,])(${NUMBER})\s*(?:\(\s*(?=[^()\n]{2,14}\)))?(${UNIT}|(?<=\d{3})đ)(?!\p{L})(?!\s+${COUNTED}(?!\p{L}))`,
  "giu",
);
/** The unit that a table's column or caption states: "Kinh phí (triệu đồng)", "ĐVT: 1.000 đồng". */
const STATED_UNIT = new RegExp(String.raw`1\.?000\s?(?:đồng|đ)(?!\p{L})|(?<!\p{L})(?:${UNIT})(?!\p{L})`, "iu");

const unitKey = (unit: string): string => unit.toLowerCase().replace(/\s+/gu, " ");
const unitValue = (unit: string): number => {
  const key = unitKey(unit);
  if (key.startsWith("1")) return 1e3;
  return UNITS[key] ?? UNITS[key.replaceAll(" ", "")] ?? 1;
};

/** The unit of money that words state, as printed; null for words without one. */
export function statedUnit(words: string): string | null {
  return STATED_UNIT.exec(words)?.[0] ?? null;
}

/** The number that Vietnamese digits write: "64.200,5" is 64200.5. */
export function vietnameseNumber(digits: string): number {
  // "1.5 tỷ", typed as in English.
  if (/^\d+\.\d{1,2}$/u.test(digits)) return Number(digits);
  return Number(digits.replaceAll(".", "").replace(",", "."));
}

/** Sums that a text states, offsets in `text`. */
export function findAmounts(text: string): FoundAmount[] {
  return [...text.matchAll(AMOUNT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    dong: Math.round(vietnameseNumber(match[1] ?? "0") * unitValue(match[2] ?? "")),
  }));
}

const ONLY_NUMBER = /^\s*(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*$/u;
/** "240 triệu đồng (10 triệu đồng/tổ/năm)": what stands in brackets explains the sum. */
const IN_BRACKETS = /\([^()]*\)/gu;
const PARTS_FOLLOW = /trong đó|bao gồm|gồm|cụ thể/iu;
const TOTAL = /tổng/iu;

/**
 * The sum in đồng that a printed budget comes to, null where it states none, a price of one ("10 triệu đồng/lớp"), or
 * several without saying which is the whole. `unit` is the column's, for cells that hold only a number.
 */
export function budgetInDong(printed: string, unit: string | null = null): number | null {
  const alone = ONLY_NUMBER.exec(printed)?.[1];
  if (alone !== undefined) return unit === null ? null : Math.round(vietnameseNumber(alone) * unitValue(unit));
  const words = printed.replace(IN_BRACKETS, (bracket) =>
    statedUnit(bracket) === bracket.slice(1, -1).trim() ? bracket : " ".repeat(bracket.length),
  );
  const amounts = findAmounts(words).filter(({ end }) => !/^\)?\s*\/\s*\p{L}/u.test(words.slice(end)));
  const [first] = amounts;
  if (first === undefined || amounts.length === 1) return first?.dong ?? null;
  const second = amounts[1];
  if (PARTS_FOLLOW.test(words.slice(first.end, second?.start))) return first.dong;
  return amounts.find(({ start }, index) => TOTAL.test(words.slice(amounts[index - 1]?.end ?? 0, start)))?.dong ?? null;
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
