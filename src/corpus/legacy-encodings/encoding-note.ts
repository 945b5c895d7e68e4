/** What the editor is told when a file or some of its lines came in another encoding than Unicode. */
import type { SourceNote } from "../types.ts";
import { repairLines } from "./repair-lines.ts";
import type { HiddenEncoding } from "./repair-lines.ts";

const names: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  TCVN3: { vi: "TCVN3 (ABC)", en: "TCVN3 (ABC)" },
  "UTF-8": { vi: "UTF-8 bị mã hóa hai lần", en: "UTF-8 encoded twice" },
};
const nameOf = (encoding: string, language: "vi" | "en"): string => names[encoding]?.[language] ?? encoding;

/** The whole file was in `encoding`. */
export function fileConverted(encoding: string): SourceNote {
  return {
    code: "encoding-converted",
    message: `Tệp dùng mã ${nameOf(encoding, "vi")} và đã được chuyển sang Unicode; hãy đối chiếu chữ hoa và dấu với bản gốc.`,
    messageEn: `The file was in ${nameOf(encoding, "en")} and was converted to Unicode; compare capitals and marks with the original.`,
    line: null,
  };
}

function linesConverted(encoding: HiddenEncoding, positions: readonly number[]): SourceNote {
  return {
    code: "encoding-converted",
    message: `${positions.length} dòng là chữ ${nameOf(encoding, "vi")} và đã được chuyển sang Unicode; hãy đối chiếu với bản gốc.`,
    messageEn: `${positions.length} lines held ${nameOf(encoding, "en")} text and were converted to Unicode; compare them with the original.`,
    line: positions[0] ?? null,
  };
}

export interface MendedLines<Line> {
  readonly lines: readonly Line[];
  /** One note for each encoding that was found. */
  readonly notes: readonly SourceNote[];
}

/** Lines of any reader: text that hides an old encoding put right, all else of a line kept. */
export function mendLines<Line extends { readonly text: string }>(lines: readonly Line[]): MendedLines<Line> {
  const { lines: texts, repaired } = repairLines(lines.map((line) => line.text));
  if (repaired.size === 0) return { lines, notes: [] };
  return {
    lines: lines.map((line, index) => ({ ...line, text: texts[index] ?? line.text })),
    notes: [...repaired].map(([encoding, positions]) => linesConverted(encoding, positions)),
  };
}
