/** Numbers as Word prints them in lists and notes. */
import { toRoman } from "../../language/roman-numbers.ts";

/** a to z, then aa, bb, …; Word counts with the English alphabet, in Vietnamese documents too. */
function toLetters(value: number): string {
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** "một", "mười lăm", "hai mươi mốt", as the Vietnamese edition counts; digits from 100. */
function toVietnamese(value: number): string {
  const unit = value % 10;
  const tens = Math.floor(value / 10);
  if (value >= 100) return String(value);
  if (tens === 0) return UNITS[unit] ?? "";
  const last = unit === 0 ? "" : unit === 5 ? " lăm" : unit === 1 && tens > 1 ? " mốt" : ` ${UNITS[unit] ?? ""}`;
  return `${tens === 1 ? "mười" : `${UNITS[tens] ?? ""} mươi`}${last}`;
}

/** Formats a count; `format` is Word's name of it, "decimal" for every one not known here. Values beyond 1..32767 stay digits. */
export function formatNumber(value: number, format: string): string {
  if (format === "none") return "";
  if (value < 1 || value > 32_767) return String(value);
  switch (format) {
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return toRoman(value);
    case "lowerRoman":
      return toRoman(value).toLowerCase();
    case "upperLetter":
      return toLetters(value).toUpperCase();
    case "lowerLetter":
      return toLetters(value);
    case "vietnameseCounting":
      return toVietnamese(value);
    default:
      // "custom:001, 002, …" carries its pattern.
      return format.startsWith("custom:0") ? String(value).padStart(/^0*\d/u.exec(format.slice(7))?.[0].length ?? 1, "0") : String(value);
  }
}
