/** Paragraphs cut at a page's width in the ways in which files come. */

export interface Setting {
  readonly name: string;
  /** Between the lines of a paragraph, and between paragraphs. */
  readonly between: string;
  readonly after: string;
  /** Spaces before a paragraph's first line and before its others. */
  readonly first: number;
  readonly others: number;
}

export const SETTINGS: readonly Setting[] = [
  { name: "no blank lines", between: "\n", after: "\n", first: 0, others: 0 },
  { name: "a blank line between paragraphs", between: "\n", after: "\n\n", first: 0, others: 0 },
  { name: "a blank line between all lines", between: "\n\n", after: "\n\n", first: 0, others: 0 },
  { name: "first lines set in", between: "\n", after: "\n", first: 6, others: 0 },
  { name: "hanging lines", between: "\n", after: "\n", first: 0, others: 4 },
  { name: "hanging lines and blank lines between paragraphs", between: "\n", after: "\n\n", first: 0, others: 4 },
];

/** Lines of a paragraph cut at a width, no word broken; a table row is never cut. */
export function cutParagraph(paragraph: string, width: number, { first, others }: Setting): string[] {
  if (paragraph.startsWith("|")) return [paragraph];
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(" ".repeat(lines.length === 0 ? first : others) + word);
  }
  return lines;
}

export function cutText(paragraphs: readonly string[], width: number, setting: Setting): string {
  return paragraphs.map((paragraph) => cutParagraph(paragraph, width, setting).join(setting.between)).join(setting.after);
}
