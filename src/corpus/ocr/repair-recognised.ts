import type { LaidLine } from "../pdf/layout/sureness.ts";
import { repairLetters } from "./repair-letters.ts";
import { repairMarks, repairRowNumbers } from "./repair-marks.ts";

const isRow = (line: LaidLine | undefined): boolean => line?.text.startsWith("|") ?? false;

/** Each table's rows with their numbers put right. */
function repairTables(lines: readonly LaidLine[]): string[] {
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
export function repairRecognised(lines: readonly LaidLine[]): readonly LaidLine[] {
  if (!lines.some((line) => line.confidence !== undefined)) return lines;
  const texts = repairMarks(repairTables(lines));
  return lines.map((line, index) =>
    line.confidence === undefined
      ? line
      : { ...line, text: repairLetters(line.continues === true ? line.text : (texts[index] ?? line.text)) },
  );
}
