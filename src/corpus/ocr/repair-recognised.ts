import type { ReadLine } from "../readers/reader.ts";
import { repairLetters } from "./repair-letters.ts";
import { repairMarks, repairRowNumbers } from "./repair-marks.ts";

const isRow = (line: ReadLine | undefined): boolean => line?.text.startsWith("|") ?? false;

/** Each table's rows with their numbers put right. */
function repairTables(lines: readonly ReadLine[]): string[] {
  const texts: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    let end = index;
    while (isRow(lines[end])) end++;
    if (end === index) texts.push(lines[index]?.text ?? "");
    else {
      texts.push(...repairRowNumbers(lines.slice(index, end).map((line) => line.text)));
      index = end - 1;
    }
  }
  return texts;
}

/** Recognised lines with their marks and cases put right; printed lines only tell the sequence. */
export function repairRecognised(lines: readonly ReadLine[]): readonly ReadLine[] {
  if (!lines.some((line) => line.confidence !== undefined)) return lines;
  const texts = repairMarks(repairTables(lines));
  return lines.map((line, index) =>
    line.confidence === undefined ? line : { ...line, text: repairLetters(line.continues === true ? line.text : (texts[index] ?? line.text)) },
  );
}
