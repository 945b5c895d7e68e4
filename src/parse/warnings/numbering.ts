/** Numbers and letters of sections that repeat, jump or were misprinted. */
import type { Warning } from "../../contract/documents.ts";
import { letterToNumber, romanToNumber } from "../markers.ts";
import type { Section } from "../types.ts";
import { openingOf, warning, type Check } from "./check.ts";

const NUMBERED = new Set(["roman", "article", "number", "alpha"]);
const REPAIRED = "bản gốc in";

/** The last part of an id without the count of a repeated mark: "III.3~2" → "3". */
function valueOf(section: Section): string {
  return (section.id.split(/[./]/u).at(-1) ?? "").replace(/~\d+$/u, "");
}

/** Place in its sequence from 1; 0 for a mark of no sequence (offices that count f, j, w, z). */
function positionOf(section: Section): number {
  const value = valueOf(section);
  switch (section.kind) {
    case "roman":
      return romanToNumber(value) || Number.parseInt(value.replaceAll(/\D/gu, ""), 10) || 0;
    case "article":
      return Number.parseInt(value.replaceAll(/\D/gu, ""), 10) || 0;
    case "alpha":
      // "a1)" counts within a.
      return /^\p{L}/u.test(value) ? Number.parseInt(value.replaceAll(/\D/gu, ""), 10) || letterToNumber(value) : 0;
    default:
      return Number(value) || 0;
  }
}

const printedMark = (section: Section): string => section.marker.replace(/[.)/:]$/u, "");

/** Many offices leave out đ between d and e; that is a habit, not a slip. */
function skipsOnlyD(section: Section, before: number, position: number): boolean {
  return section.kind === "alpha" && before === letterToNumber("d") && position === letterToNumber("e");
}

interface Sibling {
  readonly position: number;
  readonly section: Section;
}

function slipOf(section: Section, before: Sibling | undefined, where: string): Pick<Warning, "code" | "message" | "messageEn"> | null {
  const position = positionOf(section);
  const printed = printedMark(section);
  if (section.label.includes(REPAIRED))
    return {
      code: "numbering-misprint",
      message: `Số thứ tự in sai: ${section.label}.`,
      messageEn: `Misprinted number: ${section.label}.`,
    };
  if (before === undefined) return null;
  if (position === before.position)
    return {
      code: "numbering-repeated",
      message: `Số thứ tự bị lặp: có hai mục cùng đánh số ${printed}${where}.`,
      messageEn: `A number is repeated: two items are numbered ${printed}${where === "" ? "" : ` in${where}`}.`,
    };
  if (position <= before.position + 1 || skipsOnlyD(section, before.position, position)) return null;
  const last = printedMark(before.section);
  const missing = position === before.position + 2 && /^\d+$/u.test(last) ? `, bản gốc không có mục ${before.position + 1}` : "";
  return {
    code: "numbering-skipped",
    message: `Số thứ tự nhảy từ ${last} sang ${printed}${where}${missing}.`,
    messageEn: `Numbering jumps from ${last} to ${printed}${where === "" ? "" : ` in${where}`}.`,
  };
}

/** Numbers that jump or repeat among siblings. */
export const numbering: Check = ({ sections, canonical }) => {
  const found: Warning[] = [];
  const last = new Map<string, Sibling>();
  const labels = new Map(sections.map((section) => [section.id, section.label]));
  for (const section of sections) {
    if (!NUMBERED.has(section.kind)) continue;
    const compound = section.kind === "alpha" ? (/^(\p{L})\.?\d/u.exec(valueOf(section))?.[1] ?? "") : "";
    const key = `${section.parentId ?? ""}|${section.kind}|${compound}`;
    const inParent = labels.get(section.parentId ?? "");
    const slip = slipOf(section, last.get(key), inParent === undefined ? "" : ` ${inParent}`);
    const position = positionOf(section);
    if (slip !== null && (position !== 0 || slip.code === "numbering-misprint")) {
      const quote = openingOf(canonical.text.slice(section.start, section.ownEnd));
      const { code, message, messageEn } = slip;
      found.push(warning(code, { vi: message, en: messageEn }, { sectionId: section.id, quote }));
    }
    if (position !== 0) last.set(key, { position, section });
  }
  return found;
};
