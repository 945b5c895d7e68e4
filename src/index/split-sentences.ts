/** Where sentences begin and end in a stretch of canonical text: bullets and lines first, then full stops. Pure. */

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const lineEnd = /\n+/gu;
/** A full stop, question mark or the like, then a space, then what can begin a sentence. */
const sentenceEnd = /(?<!(?<!\p{L})(?:TP|TX|TT|Q|P|ThS|TS|PGS|GS|BS|KT|TM|TL|TUQ|Tr|Ô|B))[.!?…][)"”’*]*\s+(?=["“(*]*[\p{Lu}\d])/gu;
/** Clauses of an over-long sentence; plans set them off by semicolons. */
const clauseEnd = /;\s+/gu;
/** "10. Sở Y tế", "TP. Huế": what is so short before a full stop is a mark or an abbreviation, no sentence. */
const shortestSentence = 20;
const longSentence = 350;

/** The range without white space at its ends; null when nothing is left. */
export function trimRange(text: string, { start, end }: TextRange): TextRange | null {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

interface Cut {
  readonly boundary: RegExp;
  /** A part shorter than this stays with the next one. */
  readonly shortest: number;
}

function splitAt(text: string, range: TextRange, { boundary, shortest }: Cut): TextRange[] {
  const parts: TextRange[] = [];
  let start = range.start;
  for (const match of text.slice(range.start, range.end).matchAll(boundary)) {
    const end = range.start + match.index + match[0].length;
    if (end - start < shortest) continue;
    parts.push({ start, end });
    start = end;
  }
  if (start < range.end) parts.push({ start, end: range.end });
  return parts;
}

/** Sentences of a range in order, trimmed; together they hold every character of it but white space. */
export function splitSentences(text: string, range: TextRange): readonly TextRange[] {
  return splitAt(text, range, { boundary: lineEnd, shortest: 0 })
    .flatMap((line) => splitAt(text, line, { boundary: sentenceEnd, shortest: shortestSentence }))
    .flatMap((sentence) =>
      sentence.end - sentence.start > longSentence
        ? splitAt(text, sentence, { boundary: clauseEnd, shortest: shortestSentence })
        : [sentence],
    )
    .flatMap((sentence) => trimRange(text, sentence) ?? []);
}
