/** Annexes and plans that the text promises and the file does not hold. */
import type { Warning } from "../../contract/documents.ts";
import type { Section } from "../types.ts";
import { sectionAt, warning, type Check, type WarningPlace } from "./check.ts";

const NUMBER = String.raw`(?:số\s+)?(?:[IVX]+|\d{1,2}|[A-H])(?![\p{L}\d])`;
/** "theo Phụ lục I và Phụ lục III", "các Phụ lục I, II kèm theo", "phụ lục đính kèm". */
const MENTION = new RegExp(
  String.raw`(?<led>(?:theo|tại|kèm theo|ở|xem|trong|có)\s+)?(?:các\s+)?(?<!\p{L})phụ lục(?<numbers>\s+${NUMBER}(?:\s*(?:,|và|;)\s*(?:phụ lục\s+)?${NUMBER})*)?(?<with>[^.;)\n]{0,20}?kèm)?`,
  "giu",
);
/** "Phụ lục I ban hành kèm theo Nghị định số …" belongs to that decree. */
const OF_ANOTHER = /(?:kèm theo|của|tại)\s+(?:Nghị định|Thông tư|Luật|Quyết định số|Nghị quyết số|Kế hoạch số|Công văn số|Chỉ thị số)/iu;
const PLAN_ATTACHED = /ban hành kèm theo Quyết định này/iu;
/** Kinds that a decision issues as a document of its own. */
const ISSUED_KINDS = /(?:Kế hoạch|Quy chế|Quy định|Đề án|Chương trình|Phương án|Bộ tiêu chí|Danh mục)(?!\p{L})/u;

const printedNumber = ({ marker }: Section): string => marker.replaceAll(/^phụ lục(?:\s+số)?\s*|[.:\s]+$/giu, "").toUpperCase();

/** @param number empty for an annex named without one. */
function isHeld(number: string, annexes: readonly Section[]): boolean {
  if (number === "") return annexes.length > 0;
  const wanted = number.toUpperCase();
  // A lone annex without a number is the one that is meant, whatever the text calls it.
  const isLone = (annex: Section): boolean => annexes.length === 1 && printedNumber(annex) === "";
  return annexes.some((annex) => printedNumber(annex) === wanted || annex.id === `PL${wanted}` || isLone(annex));
}

/** One warning for each annex that is missing. */
export const annexMissing: Check = ({ canonical, sections }) => {
  const annexes = sections.filter((section) => section.kind === "annex");
  const told = new Set<string>();
  return [...canonical.text.matchAll(MENTION)].flatMap((match): Warning[] => {
    const { led, numbers, with: kept } = match.groups ?? {};
    const sentence = canonical.text.slice(match.index, match.index + match[0].length + SENTENCE).split(/[;\n]/u)[0] ?? "";
    if ((led === undefined && kept === undefined) || OF_ANOTHER.test(sentence)) return [];
    const named = numbers === undefined ? [""] : (numbers.match(/(?<![\p{L}\d])(?:[IVX]+|\d{1,2}|[A-H])(?![\p{L}\d])/gu) ?? [""]);
    const missing = named.filter((number) => !told.has(number) && !isHeld(number, annexes));
    for (const number of missing) told.add(number);
    const sectionId = sectionAt(sections, match.index)?.id ?? null;
    return missing.map((number) => missingAnnex(number, { sectionId, quote: sentence.slice(0, QUOTE).trim() }));
  });
};

/** What is read after an annex's name, to see whose it is, and how much of it is quoted. */
const SENTENCE = 60;
const QUOTE = 60;

function missingAnnex(number: string, place: WarningPlace): Warning {
  const words =
    number === ""
      ? { vi: "Văn bản nhắc tới phụ lục nhưng phụ lục không có trong tệp.", en: "The text refers to an annex that is not in the file." }
      : {
          vi: `Văn bản nhắc tới Phụ lục ${number} nhưng phụ lục này không có trong tệp.`,
          en: `The text refers to Annex ${number}, which is not in the file.`,
        };
  return warning("annex-missing", words, place);
}

/** A decision whose plan is not in the file. */
export const issuedPlanMissing: Check = ({ canonical, sections, metadata }) => {
  const match = PLAN_ATTACHED.exec(canonical.text);
  if (match === null || metadata.kind !== "Quyết định") return [];
  const paragraph = canonical.text.slice(canonical.text.lastIndexOf("\n", match.index) + 1).split("\n")[0] ?? "";
  const kind =
    ISSUED_KINDS.exec(paragraph.slice(paragraph.indexOf(match[0]) + match[0].length))?.[0] ?? ISSUED_KINDS.exec(metadata.subject)?.[0];
  if (kind === undefined) return [];
  return [
    warning(
      "attachment-missing",
      {
        vi: `Quyết định ban hành kèm theo ${kind}, nhưng ${kind} đó không có trong tệp.`,
        en: `The decision issues a document with it (${kind}) that is not in the file.`,
      },
      { sectionId: sectionAt(sections, match.index)?.id ?? null, quote: match[0] },
    ),
  ];
};
