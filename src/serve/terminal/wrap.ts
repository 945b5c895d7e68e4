/** Text fitted to a terminal. */

export interface WrapOptions {
  /** Columns of a whole line, indent included. */
  readonly width: number;
  /** Put before the first line; its length counts. */
  readonly first?: string;
  /** Put before every other line. */
  readonly rest?: string;
}

/** Breaks at spaces; a word longer than a line stands alone and sticks out. Line breaks in the text are kept. */
export function wrapText(text: string, { width, first = "", rest = "" }: WrapOptions): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = lines.length === 0 ? first : rest;
    let empty = true;
    for (const word of paragraph.split(" ").filter((part) => part !== "")) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line.trimEnd());
        line = rest;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}

/** Columns to write in: the terminal's, at most 100, for long lines tire the eye; 80 where there is no terminal. */
export function lineWidth(columns: number | undefined): number {
  return Math.max(30, Math.min(columns ?? 80, 100));
}
