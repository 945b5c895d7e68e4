/** The number and symbol of a document: "Số: 105/KH-UBND", "Số 12/2024/QĐ-UBND", or where it is left blank. */
import type { Evidence, Stated } from "../types.ts";
import { evidenceOf, portalValue, stated, type Line } from "./lines.ts";

export interface ReadNumber {
  readonly number: Stated<string> | null;
  /** Where the number would stand, when it is blank. */
  readonly blank: Evidence | null;
}

/** "Số" as printed and as recognition misreads it: "Sô:", "Só:", "S6:". A misread label needs its colon. */
const LABEL = String.raw`(?:S[ốỐ]\s*[:.]?|S[ôÔóÓồoOòõ056]\s*:)`;
const SYMBOL = String.raw`(?:\d{4}\s*\/\s*)?[A-ZĐ][\p{L}\d&.]*(?:\s*[-–/]\s*[\p{L}\d&]+)*`;
const NUMBER = new RegExp(String.raw`^${LABEL}\s*([\dOIl\s.…_]*)\s*([/-])\s*(${SYMBOL})`, "u");
/** The symbol alone on the line after "Số:". */
const BARE = new RegExp(String.raw`^(\d[\d\s]*)\s*([/-])\s*(${SYMBOL})$`, "u");
const LABEL_ALONE = new RegExp(String.raw`^${LABEL}$`, "u");
const PORTAL = /^Số(?:\s*[,/]?\s*(?:ký\s*)?hiệu)(?:\s+văn bản)?(?=\s|:|$)/iu;
/** The number alone, its symbol on the line after. */
const DIGITS_ALONE = new RegExp(String.raw`^${LABEL}\s*(\d{1,5})$`, "u");
const SYMBOL_ALONE = new RegExp(String.raw`^([/-])\s*(${SYMBOL})$`, "u");

/** Digits as recognition may misread them: "1O5", "l05". Blank when no real digit stands there. */
function digitsOf(printed: string): string {
  return /\d/u.test(printed) ? printed.replaceAll(/[Oo]/gu, "0").replaceAll(/[Il]/gu, "1").replaceAll(/\D/gu, "") : "";
}

/** A party's document keeps its dash: "17-NQ/TU". */
function join(digits: string, separator: string, printed: string): string {
  const symbol = printed.replaceAll(/\s+/gu, "").replaceAll("–", "-").replace(/\.$/u, "");
  return `${digits}${separator === "-" && symbol.includes("/") ? "-" : "/"}${symbol}`;
}

/** "Số:" and "105/KH-UBND", or "Số: 105" and "/KH-UBND", on two lines. */
function joinedWith(line: string, next: string): string | null {
  const bare = LABEL_ALONE.test(line) ? BARE.exec(next) : null;
  if (bare !== null) return join(digitsOf(bare[1] ?? ""), bare[2] ?? "/", bare[3] ?? "");
  const digits = DIGITS_ALONE.exec(line)?.[1];
  const symbol = digits === undefined ? null : SYMBOL_ALONE.exec(next);
  return digits === undefined || symbol === null ? null : join(digits, symbol[1] ?? "/", symbol[2] ?? "");
}

export function readNumber(lines: readonly Line[]): ReadNumber {
  const portal = portalValue(lines, PORTAL);
  if (portal !== null && /\d/u.test(portal.text) && /[/-]/u.test(portal.text))
    return { number: stated(portal.text.trim(), portal), blank: null };
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const parted = next === undefined ? null : joinedWith(line.text, next.text);
    if (parted !== null && next !== undefined)
      return { number: { value: parted, evidence: { ...evidenceOf(next), start: Math.min(line.start, next.start) } }, blank: null };
    const match = NUMBER.exec(line.text);
    if (match === null) continue;
    const [, printed = "", separator = "/", symbol = ""] = match;
    const digits = digitsOf(printed);
    if (digits !== "") return { number: stated(join(digits, separator, symbol), line), blank: null };
    return { number: null, blank: evidenceOf(line) };
  }
  return { number: null, blank: null };
}
