/** Bytes that are not Unicode: which old encoding makes Vietnamese of them, told by its syllables. */
import { syllableRate } from "./syllable-rate.ts";
import { fromTcvn3 } from "./tcvn3.ts";
import { fromVni } from "./vni.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/** Encodings of bytes that are no Unicode. "windows-1252" is said of English alone: plain letters with typographic marks. */
export type OldEncoding = "TCVN3" | "VNI" | "windows-1258" | "windows-1252";

export interface OldText {
  readonly encoding: OldEncoding;
  readonly text: string;
}

/** Part of the words beyond ASCII that must be Vietnamese, how many at least, and by how much the best must lead. */
const ENOUGH_RATE = 0.8;
const ENOUGH_WORDS = 3;
const ENOUGH_LEAD = 0.15;
/** Characters that are judged; the rest of the file is in the same encoding. */
const JUDGED = 400_000;

const vietnamese = new TextDecoder("windows-1258");
const eachLine = (text: string, convert: (line: string) => string): string => text.replace(/[^\r\n]+/gu, convert);

const readings: readonly { readonly encoding: OldEncoding; readonly read: (bytes: Uint8Array) => string }[] = [
  { encoding: "TCVN3", read: (bytes) => eachLine(decodeWindows1252(bytes), fromTcvn3) },
  { encoding: "VNI", read: (bytes) => eachLine(decodeWindows1252(bytes), fromVni) },
  { encoding: "windows-1258", read: (bytes) => vietnamese.decode(bytes).normalize("NFC") },
];

/** Quotation marks, dashes, "•", "…", "§", "°" and the fixed space of windows-1252, beside ASCII. */
const PLAIN =
  /^[\t\n\v\f\r -~\u2018-\u201e\u2013\u2014\u2022\u2026\u2039\u203a\u2122\u20ac\u00a0\u00a7\u00a9\u00ab\u00ad\u00ae\u00b0\u00b1\u00b7\u00bb]*$/u;

/** Null where no old encoding makes sense of the bytes: other languages, other encodings, no text at all. */
export function chooseOldEncoding(bytes: Uint8Array): OldText | null {
  // Control characters but line breaks, tabs and form feeds are no text in any of these.
  if (bytes.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a)) return null;
  const part = bytes.subarray(0, JUDGED);
  const plain = syllableRate(decodeWindows1252(part));
  const judged = readings.map((reading) => ({ ...reading, ...syllableRate(reading.read(part)) })).toSorted((a, b) => b.rate - a.rate);
  const [best, second] = judged;
  if (best !== undefined && best.valid >= ENOUGH_WORDS && best.rate >= ENOUGH_RATE) {
    const lead = best.rate - Math.max(second?.rate ?? 0, plain.rate);
    if (lead >= ENOUGH_LEAD) return { encoding: best.encoding, text: best.read(bytes) };
  }
  const text = decodeWindows1252(bytes);
  return PLAIN.test(text) ? { encoding: "windows-1252", text } : null;
}
