/** Documents that a text names by number: "Kế hoạch số 83/KH-UBND ngày 04/6/2021 của UBND tỉnh Quảng Ngãi". */
import documentKinds from "../language/data/document-kinds.json" with { type: "json" };
import { findDates, isoDate } from "../language/dates.ts";
import { foldText } from "../language/fold.ts";

export interface NamedDocument {
  /** As printed, kind and number: "Kế hoạch số 83/KH-UBND". */
  readonly document: string;
  /** Without spaces: "83/KH-UBND". */
  readonly number: string;
  /** ISO date, where it stands beside the number. */
  readonly issuedOn: string | null;
  /** As printed after "của": "UBND tỉnh Quảng Ngãi". */
  readonly issuer: string | null;
  /** The name alone, and the name with date and issuer. */
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
}

const KIND_NAMES = [...documentKinds.kinds.map(({ name }) => name), documentKinds.letter.name, ...documentKinds.alsoNamed].toSorted(
  (a, b) => b.length - a.length,
);
/** A pattern for the names of kinds, without groups of its own. */
export const KIND_WORDS = `(?:${KIND_NAMES.join("|")})`;

const NUMBER = String.raw`\d{1,5}\s?(?:\/\s?\d{4}\s?)?[/-]\s?\p{Lu}[\p{L}\d&]*(?:(?:[-–/]|\s[-–]\s(?=(?:UBND|HĐND|CP|TTg)(?!\p{L})))\s?[\p{L}\d&]+)*`;
const NAME = new RegExp(String.raw`(?<!\p{L})(?:${KIND_WORDS})\s+(?:số\s*:?\s*)?(?<number>${NUMBER})`, "giu");
const DATE = /^\s*,?\s*(?:\(?\s*)ngày\s+(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu;
/** Names of bodies hold "và" themselves ("Bộ Khoa học và Công nghệ"), and end where another document is named. */
const ISSUER = new RegExp(
  String.raw`^\s*,?\s*(?:của|do)\s+(?<issuer>\p{Lu}(?:(?!\s(?:về|ban hành|phê duyệt|thực hiện|triển khai|và(?=\s+(?:\p{Ll}|${KIND_WORDS}))|quy định|hướng dẫn|sửa đổi|bổ sung|như sau|kể từ|hết|được|tại|trong|cho|đã|từ|nay|theo|với|gồm|để|do)(?!\p{L}))[^,;.()“”":\n]){1,90})`,
  "u",
);

/** "83 /KH-UBND" and "083/KH–UBND" are the number 83/KH-UBND. */
export function numberKey(number: string): string {
  return foldText(number.normalize("NFC"))
    .replaceAll(/\s+/gu, "")
    .replaceAll("–", "-")
    .replace(/^0+(?=\d)/u, "");
}

/** Documents named in a text, in its order. */
export function findNamedDocuments(text: string): NamedDocument[] {
  return [...text.matchAll(NAME)].map((match) => {
    const printed = match.groups?.["number"] ?? "";
    const nameEnd = match.index + match[0].length;
    const date = DATE.exec(text.slice(nameEnd))?.[0] ?? "";
    const afterDate = nameEnd + date.length;
    const issuer = ISSUER.exec(text.slice(afterDate, afterDate + 120));
    const found = findDates(date.replaceAll(/\s*([/.-])\s*/gu, "$1"))[0];
    return {
      document: match[0],
      number: printed.replaceAll(/\s+/gu, "").replaceAll("–", "-"),
      issuedOn: found === undefined ? null : isoDate(found),
      issuer: issuer?.groups?.["issuer"]?.trim() ?? null,
      start: match.index,
      nameEnd,
      end: afterDate + (issuer?.[0].trimEnd().length ?? 0),
    };
  });
}
