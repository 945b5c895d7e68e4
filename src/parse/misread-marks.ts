/**
 * Marks as a scan or a typist sets them wrong: "Il." for "II.", "1V." for "IV.", "a}" for "a)", "l." for "1.". What a
 * mark may have been is listed here; which of it stands in the sequence is decided in `repair-markers.ts`.
 */
import { positionOf, readMarker, type Marker } from "./markers.ts";

/** What recognition makes of the characters of Roman numbers. */
const ROMAN_SLIPS: Readonly<Record<string, string>> = {
  l: "I",
  "1": "I",
  "|": "I",
  "!": "I",
  i: "I",
  L: "I",
  T: "I",
  J: "I",
  H: "II",
  U: "II",
  Y: "V",
  v: "V",
  x: "X",
};
const DIGIT_SLIPS: Readonly<Record<string, string>> = {
  l: "1",
  I: "1",
  "|": "1",
  "!": "1",
  i: "1",
  O: "0",
  o: "0",
  S: "5",
  s: "5",
  Z: "2",
  z: "2",
  B: "8",
  G: "6",
  g: "9",
  q: "9",
};
const LETTER_SLIPS: Readonly<Record<string, string>> = {
  "1": "l",
  I: "l",
  "|": "l",
  "6": "b",
  "9": "g",
  q: "g",
  "0": "o",
  "©": "c",
  "€": "c",
  "¢": "c",
  ä: "a",
  à: "a",
  á: "a",
  â: "a",
  ă: "a",
  ð: "đ",
  "¡": "i",
  ì: "i",
  í: "i",
  j: "i",
  è: "e",
  é: "e",
  ê: "e",
  ò: "o",
  ó: "o",
  ô: "o",
  ơ: "o",
  ù: "u",
  ú: "u",
  ư: "u",
  þ: "b",
};
/** Letters that a scan takes for each other though both are letters of điểm. */
const LIKE_LETTERS: Readonly<Record<string, readonly string[]>> = {
  d: ["đ"],
  c: ["e", "o"],
  e: ["c"],
  o: ["c", "e"],
  h: ["b"],
  b: ["h"],
  y: ["g"],
  l: ["i"],
  i: ["l"],
  u: ["n"],
  v: ["y"],
  g: ["q"],
};
const STOP_SLIPS: Readonly<Record<string, string>> = { "}": ")", "]": ")", ">": ")", j: ")", ",": ".", "·": ".", "•": ".", ":": "." };

/** A token that may be a mark, the sign that closes it, and the space after. */
const TOKEN = /^(\(?)([^\s.)}\]>,:/]{1,5})\s?([.)}\]>,:/])(\s+|$)/u;
const DASH_SLIPS = /^([~_=¬»«]|--)\s+(?=\p{Lu})/u;

const mapped = (token: string, slips: Readonly<Record<string, string>>): string =>
  Array.from(token, (character) => slips[character] ?? character).join("");

/** A mark made of what is read, null where it is none. */
function candidate(input: { value: string; stop: string; printed: string; length: number; open: string }): Marker | null {
  const { value, stop, printed, length, open } = input;
  const read = readMarker(`${open}${value}${stop} Xx`);
  return read === null || read.value !== value ? null : { ...read, printed, length, position: positionOf(read.kind, value) };
}

/** All that the mark at the start of a text may have been meant to be, other than as it is read. */
export function possibleMarks(text: string): Marker[] {
  const dash = DASH_SLIPS.exec(text);
  if (dash !== null) return [{ kind: "dash", style: "-", printed: dash[1] ?? "", value: "-", position: 0, length: dash[0].length }];
  const token = TOKEN.exec(text);
  if (token === null) return [];
  const [whole, open = "", printed = "", printedStop = ""] = token;
  const stop = STOP_SLIPS[printedStop] ?? printedStop;
  const values = new Set([
    printed,
    mapped(printed, ROMAN_SLIPS),
    mapped(printed, DIGIT_SLIPS),
    ...(printed.length === 1 ? [mapped(printed, LETTER_SLIPS), ...(LIKE_LETTERS[printed] ?? [])] : []),
  ]);
  if (stop === printedStop) values.delete(printed);
  return [...values].flatMap((value) => candidate({ value, stop, open, printed: whole.trim(), length: whole.length }) ?? []);
}

/** Whether a line of a scan opens with what can only be a misread mark. */
export function looksMisread(text: string): boolean {
  return readMarker(text) === null && possibleMarks(text).length > 0 && /^\S+\s+["“(]?\p{Lu}/u.test(text);
}
