/** Unicode → the old encodings, as keyboards of the time wrote them: the inverse of what the readers decode. */
import { fromTcvn3 } from "../../../src/corpus/legacy-encodings/tcvn3.ts";
import { fromVni } from "../../../src/corpus/legacy-encodings/vni.ts";

const latin1 = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));
const high = latin1(0xa1, 0xff);

const tcvn3 = new Map(high.map((byte) => [fromTcvn3(byte), byte]));
/** The standard has bytes for these capitals; the ABC fonts do not. */
const NOT_IN_FONTS = "ẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ";
const vni = new Map(
  [...high, ...Array.from("AEOUYaeouyÔôÖö")]
    .flatMap((first) => ["", ...high].map((mark): [string, string] => [fromVni(first + mark), first + mark]))
    .filter(([letter]) => letter.length === 1),
);
const TYPOGRAPHY: Readonly<Record<string, number>> = {
  "–": 0x96,
  "—": 0x97,
  "“": 0x93,
  "”": 0x94,
  "‘": 0x91,
  "’": 0x92,
  "…": 0x85,
  "•": 0x95,
};

const letterByLetter = (text: string, convert: (letter: string) => string): string =>
  Array.from(text.normalize("NFC"), (letter) => (letter < "\u0080" ? letter : convert(letter))).join("");

/** The bytes that windows-1252 shows as these characters; anything it lacks becomes "?". */
export const latinBytes = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (character) => TYPOGRAPHY[character] ?? (character <= "\u00ff" ? character : "?").charCodeAt(0)));

/** As fonts .VnTime show it: a capital with a tone has the byte of its small letter. */
export const toTcvn3 = (text: string): string =>
  letterByLetter(
    text,
    (letter) => (NOT_IN_FONTS.includes(letter) ? undefined : tcvn3.get(letter)) ?? tcvn3.get(letter.toLowerCase()) ?? letter,
  );

export const toVni = (text: string): string => letterByLetter(text, (letter) => vni.get(letter) ?? letter);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Microsoft's encoding: vowels with their shape, then the tone by itself. */
export function toWindows1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(Array.from({ length: 0x80 }, (_, at) => [decoder.decode(Uint8Array.of(0x80 + at)), 0x80 + at]));
  const parts = Array.from(text.normalize("NFC")).flatMap((letter) => {
    const shape = letter.normalize("NFD").replace(TONES, "").normalize("NFC");
    return [...Array.from(shape), ...(letter.normalize("NFD").match(TONES) ?? [])];
  });
  return Uint8Array.from(parts.map((part) => (part < "\u0080" ? part.charCodeAt(0) : (bytes.get(part) ?? 0x3f))));
}
