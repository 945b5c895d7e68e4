/** Breaks a paragraph into lines of at most `width` characters, as a converter of PDFs leaves it. */
export function wrapWords(text: string, { width, indent = 0 }: { readonly width: number; readonly indent?: number }): string[] {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
      continue;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** Two columns side by side, the left wrapped at `width`. */
export function besideEachOther({
  left,
  right,
  width,
}: {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly width: number;
}): string[] {
  const first = left.flatMap((line) => wrapWords(line, { width: width - 2 }));
  return Array.from({ length: Math.max(first.length, right.length) }, (_, index) =>
    `${(first[index] ?? "").padEnd(width)}${right[index] ?? ""}`.trimEnd(),
  );
}
