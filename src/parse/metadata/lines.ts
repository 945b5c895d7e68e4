/** Lines of a document's head and closing block, cut where a page's columns and cells were run together. */
import type { Evidence, Section, Stated } from "../types.ts";

export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sectionId: string;
}

/** Lines of sections' own text, in order. */
export function linesOf(text: string, sections: readonly Section[]): Line[] {
  return sections.flatMap((section) => {
    let start = section.start;
    return text
      .slice(section.start, section.ownEnd)
      .split("\n")
      .map((line) => {
        const at = start;
        start += line.length + 1;
        return { text: line, start: at, end: at + line.length, sectionId: section.id };
      });
  });
}

/** The place of a line, or of a part of it. */
export const evidenceOf = (line: Line, from = 0, to = line.text.length): Evidence => ({
  sectionId: line.sectionId,
  start: line.start + from,
  end: line.start + to,
});

export const stated = <T>(value: T, line: Line): Stated<T> => ({ value, evidence: evidenceOf(line) });

/** Cuts a line at every match of `boundary`, which belongs to neither side; pieces are trimmed, empty ones dropped. */
function cutLine(line: Line, boundary: RegExp): Line[] {
  const cuts = [...line.text.matchAll(boundary)];
  return [0, ...cuts.map((cut) => cut.index + cut[0].length)].flatMap((from, index) => {
    const raw = line.text.slice(from, cuts[index]?.index ?? line.text.length);
    const text = raw.trim();
    const start = line.start + from + (raw.length - raw.trimStart().length);
    return text === "" ? [] : [{ ...line, text, start, end: start + text.length }];
  });
}

const CELLS = /\s*\|\s*/gu;
/** Where two columns of a letterhead meet on one line. */
const LETTERHEAD =
  /\s+(?=CỘNG H(?:ÒA|OÀ) XÃ HỘI)|\s+(?=Độc lập\s*[-–—]\s*Tự do)|(?<=Hạnh phúc)\s+|\s+(?=S[ốôóo]\s*:\s*[\d.…_/\s])|\s+(?=V\/v\s)|(?<=\/[\p{L}\d&]+(?:[-–][\p{L}\d&]+)*)\s+(?=\p{Lu}[^,;:]{1,40},\s*ngày)/gu;
/** Where the lines of a closing block meet: marks of authority, offices in capitals, the name, the recipients. */
const CLOSING =
  /\s+(?=(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2})|\s+(?=Nơi nhận\s*:)|(?<=Nơi nhận\s*:)\s*(?=\S)|(?<=(?<!(?:KT|TL|TUQ|Q|TM)\.\s?|PHÓ\s)(?:CHỦ TỊCH|GIÁM ĐỐC|NHÂN DÂN|VĂN PHÒNG|TRƯỞNG))\s+(?=PHÓ\s)|(?<=(?:KT|TL|TUQ)\.\s?[\p{Lu}\s]{4,40})\s+(?=(?:PHÓ|CHÁNH)\s)|(?<=TM\.\s?[\p{Lu}\s]{4,60})\s+(?=CHỦ TỊCH(?!\p{L}))|(?<=\p{Lu}{2})\s+(?=\((?:Đã|đã|ĐÃ)\s|\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,4}\s*$)|(?<=[;:.])\s+(?=[-–]\s*\p{L})|(?<=;|\p{Ll}\.)\s+(?=(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|TRƯỞNG|CỤC TRƯỞNG)(?!\p{Ll})[\p{Lu}\s]*$)|(?<=\((?:Đã|đã|ĐÃ) (?:ký|KÝ)\))\s+/gu;

/** Longer lines are sentences, not a letterhead. */
const LONGEST_HEAD = 320;

/** Lines of a head, a cell or a column each. */
export const headPieces = (lines: readonly Line[]): Line[] => pieces(lines, LETTERHEAD);

/** Lines of a closing block, an office, a name or a recipient each. */
export const closingPieces = (lines: readonly Line[]): Line[] => pieces(lines, CLOSING);

function pieces(lines: readonly Line[], boundary: RegExp): Line[] {
  return lines.flatMap((line) => {
    const cells = line.text.startsWith("|") ? cutLine(line, CELLS) : [line];
    return cells.flatMap((cell) => (line.text.startsWith("|") || cell.text.length <= LONGEST_HEAD ? cutLine(cell, boundary) : [cell]));
  });
}

/** The value of a legal portal's field: after its label on the line, or in the next piece where the label stands alone. */
export function portalValue(lines: readonly Line[], label: RegExp): Line | null {
  for (const [index, line] of lines.entries()) {
    const match = label.exec(line.text);
    if (match === null) continue;
    const rest = line.text.slice(match[0].length);
    const lead = /^[\s:]*/u.exec(rest)?.[0].length ?? 0;
    const value = rest.slice(lead);
    if (value !== "" && (lead > 0 || rest.startsWith(":"))) {
      return { ...line, text: value, start: line.start + match[0].length + lead };
    }
    const next = lines[index + 1];
    if (rest.trim() === "" && next !== undefined) return next;
  }
  return null;
}
