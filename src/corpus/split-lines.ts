import type { SourceLine } from "./types.ts";

/** Lines of a text without their breaks (LF, CRLF or CR), each with its UTF-16 offset. */
export function splitLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let offset = 0;
  for (const match of text.matchAll(/\r\n|\n|\r|$/gu)) {
    lines.push({ text: text.slice(offset, match.index), offset, page: null });
    offset = match.index + match[0].length;
  }
  // What follows the last break is a line only when it holds something.
  if (lines.at(-1)?.text === "") lines.pop();
  return lines;
}
