/** When two wordings are the same: exactly in text formats, within a few letters where a scan was recognised. */

/** Words in lower case, without punctuation and spacing. */
export function wordKey(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}%]+/gu) ?? []
  ).join(" ");
}

/** Levenshtein distance, given up beyond `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++)
      next.push(Math.min((row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1, (row[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1)));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}

export interface Comparison {
  readonly same: (found: string, expected: string) => boolean;
  /** Whether `found` begins with the words of `expected`. */
  readonly begins: (found: string, expected: string) => boolean;
  /** Whether the words of `expected` stand in `found`. */
  readonly holds: (found: string, expected: string) => boolean;
}

const OPENING = 60;

const exact: Comparison = {
  same: (found, expected) => wordKey(found) === wordKey(expected),
  begins: (found, expected) => {
    const opening = wordKey(expected).slice(0, OPENING);
    return wordKey(found).slice(0, opening.length) === opening;
  },
  holds: (found, expected) => wordKey(found).includes(wordKey(expected)),
};

/** A letter in eight may be misread. */
const near = (found: string, expected: string): boolean => {
  const most = Math.floor(expected.length / 8);
  return distance(found, expected, most) <= most;
};

const tolerant: Comparison = {
  same: (found, expected) => near(wordKey(found), wordKey(expected)),
  begins: (found, expected) => {
    const opening = wordKey(expected).slice(0, OPENING);
    // Letters lost or read twice shift the end of the opening.
    return [0, -1, 1, -2, 2].some((shift) => near(wordKey(found).slice(0, opening.length + shift), opening));
  },
  holds: (found, expected) => {
    const parts = wordKey(found).split(" ");
    const wanted = wordKey(expected);
    const count = wanted.split(" ").length;
    return parts.some((_, start) =>
      [count, count - 1, count + 1].some((length) => near(parts.slice(start, start + length).join(" "), wanted)),
    );
  },
};

export const comparisonFor = (scanned: boolean): Comparison => (scanned ? tolerant : exact);
