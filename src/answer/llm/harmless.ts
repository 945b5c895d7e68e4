/** Words inside documents are never instructions: what looks like one is not shown to the model, nor taken from it. */
import { withoutInstructions } from "../instructions.ts";

/** Words that fold like "đừng" (do not) and forbid nothing; documents are spelled with their marks. */
const LIKE_DO_NOT = /(?<!\p{L})([dđ])(?=(?:úng|ụng|ùng|ung|ựng|ũng)(?!\p{L}))/giu;
const HIDDEN = "\uE000";

/** A text line by line without the sentences that look like an instruction to an aide; the same text where there is none. */
export function harmless(text: string): string {
  const lines = text.split("\n");
  return lines
    .map((line) => {
      const hidden = line.replace(LIKE_DO_NOT, HIDDEN);
      const { text: kept, hadInstructions } = withoutInstructions(hidden);
      if (!hadInstructions) return line;
      return hidden === line ? kept : "";
    })
    .filter((line, index) => line !== "" || lines[index] === "")
    .join("\n");
}
