/** Source words made short for the first lines of an answer: they begin as printed and end where a clause ends. */
import { oneLine } from "./phrases.ts";

/** Characters of an answer that are read first: the facts asked for should stand in them. */
export const FIRST_WORDS = 400;
/** Characters of a citation mark with what joins it to its neighbours: " [12]; ". */
const MARK = 6;
/** Shortest gist that still says something, and the longest that is still short. */
const LEAST = 40;
const MOST = 190;
/** A gist is cut at a clause that leaves it at least this share of its room, else between words. */
const FULL_ENOUGH = 0.5;

/** Where a clause ends: after a stop, or before words that only say what for. */
const CLAUSE_END =
  /[.;:,](?=\s)|\s(?=(?:nhằm|để|góp phần|phục vụ|trong đó|bao gồm|thông qua|theo hướng dẫn|theo chỉ đạo|theo quy định)\s)/gu;
/** The number, letter or bullet that a line begins with, and the bars of a table row. */
const LINE_MARK = /^(?:\|\s*)?(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,2}|[IVX]+)[.)]\s+|\|\s*\d*\s*\|\s*)?/u;

/** A text without its line mark and its last stop. */
const plainWords = (text: string): string => oneLine(text.replace(LINE_MARK, "")).replace(/\s*[.;:,]+$/u, "");

/** At most `room` characters of a text, "…" where something is left out. */
export function gistOf(text: string, room: number): string {
  const words = plainWords(text);
  if (words.length <= room) return words;
  const head = words.slice(0, room);
  const clause = [...head.matchAll(CLAUSE_END)].map(({ index }) => index).findLast((index) => index >= FULL_ENOUGH * room);
  const end = clause ?? head.lastIndexOf(" ");
  return `${head.slice(0, end > 0 ? end : room).trimEnd()}…`;
}

/** The room that texts may take each so that all of them fit: short ones leave theirs to the long. */
function roomEach(lengths: readonly number[], total: number): number {
  let left = total;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (length > share) return share;
    left -= length;
  }
  return sorted.at(-1) ?? 0;
}

/**
 * Texts short enough to stand in an answer's first words after `used` characters; null when so many leave no room to say
 * anything of each.
 */
export function gistsOf(texts: readonly string[], used: number): string[] | null {
  const words = texts.map(plainWords);
  const total = FIRST_WORDS - used - MARK * texts.length;
  const room = Math.min(
    MOST,
    roomEach(
      words.map(({ length }) => length),
      total,
    ),
  );
  const tooShort = words.some(({ length }) => length > room) && room < LEAST;
  return texts.length === 0 || total <= 0 || tooShort ? null : words.map((text) => gistOf(text, room));
}
