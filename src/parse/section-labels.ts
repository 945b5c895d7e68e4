/** What officials call a section: "khoản 10 Mục III", "gạch đầu dòng thứ hai điểm a khoản 3 Mục II". */
import { isWordStyle } from "./markers-in-words.ts";
import type { SectionKind } from "./types.ts";

export interface LabelledStep {
  readonly kind: SectionKind;
  /** How the mark is set: "Chương", "1.", "-"; empty where there is none. */
  readonly style: string;
  /** As printed in the mark ("10", "IV", "a"), or the position of a dash. */
  readonly value: string;
  /** 1 for the first section with this mark under its parent, 2 for a repeated one. */
  readonly occurrence: number;
  /** The mark as printed where the id was repaired, else null. */
  readonly repairedFrom: string | null;
  /** True when a scan misread the mark, so that the print may well be right. */
  readonly misread: boolean;
}

const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ordinal = (value: string): string => ORDINALS[Number(value) - 1] ?? value;

/** "dòng 3 của bảng", "dòng 3 của bảng thứ hai", "dòng thứ nhất sau dòng 10 của bảng", "dòng 2" in a group, which says the rest. */
function rowLabel({ style, value, occurrence }: LabelledStep, above: LabelledStep | undefined): string {
  const [, table, kind, number = "", after] = /^(?:b(\d+))?(h|n|tong)([^-]*)(?:-(\d+))?$/u.exec(value) ?? [];
  const repeated = occurrence > 1 ? ` (thứ ${ordinal(String(occurrence))})` : "";
  const where = above?.kind === "row" ? "" : table === undefined ? " của bảng" : ` của bảng thứ ${ordinal(table)}`;
  if (style === "total") return `dòng tổng cộng${repeated}${where}`;
  if (style === "header") return `dòng tiêu đề${repeated}${where}`;
  if (style === "group") return kind === "n" ? `nhóm thứ ${ordinal(number)}${where}` : `nhóm ${number}${repeated}${where}`;
  if (after !== undefined) return `dòng thứ ${ordinal(after)} sau dòng ${number}${where}`;
  return `dòng ${number}${repeated}${where}`;
}

/** A number under a letter is a tiết, one that is made of two numbers or stands under a number a điểm. */
function numberName(step: LabelledStep, above: LabelledStep | undefined): string {
  if (above?.kind === "alpha" || above?.kind === "dash" || above?.kind === "plus") return "tiết";
  return step.value.includes(".") || above?.kind === "number" ? "điểm" : "khoản";
}

function stepLabel(step: LabelledStep, above: LabelledStep | undefined): string {
  const repeated = step.occurrence > 1 ? ` (thứ ${ordinal(String(step.occurrence))})` : "";
  const repaired =
    step.repairedFrom === null ? "" : step.misread ? ` (bản quét đọc là “${step.repairedFrom}”)` : ` (bản gốc in “${step.repairedFrom}”)`;
  const marked = `${step.value}${repeated}${repaired}`;
  switch (step.kind) {
    case "part":
      return `${step.style === "Chương" ? "Chương" : "Phần"} ${marked}`;
    case "roman":
      return `${step.style === "Tiểu mục" ? "Tiểu mục" : "Mục"} ${marked}`;
    case "article":
      return `Điều ${marked}`;
    case "number":
      return `${numberName(step, above)} ${marked}`;
    case "alpha":
      return `điểm ${marked}`;
    case "dash":
      return `${step.style === "-" || step.style === "" ? "gạch" : "dấu"} đầu dòng thứ ${ordinal(step.value)}`;
    case "plus":
      return `dấu cộng thứ ${ordinal(step.value)}`;
    case "annex":
      return step.value === "" ? `${step.style}${repeated}` : `${step.style} ${marked}`;
    case "row":
      return rowLabel(step, above);
    case "paragraph":
      return paragraphLabel(step, repeated);
    case "letter":
      return "công văn kèm theo";
    case "head":
      return "phần đầu văn bản";
    case "tail":
      return "phần cuối văn bản";
    default:
      return step.kind satisfies never;
  }
}

/** Paragraphs without a mark, told by where they stand or, in plans that number nothing, by their heading. */
function paragraphLabel(step: LabelledStep, repeated: string): string {
  switch (step.style) {
    case "heading":
      return `phần “${step.value}”${repeated}`;
    case "body":
      return "phần nội dung";
    case "after-table":
      return `đoạn sau bảng${repeated}`;
    default:
      if (isWordStyle(step.style)) return `${step.style} ${step.value}${repeated}`;
      return step.value === "" ? "đoạn cuối" : `đoạn thứ ${ordinal(step.value)}`;
  }
}

/**
 * The label of a section from the steps that lead to it, top first. A compound number ("1.2") already says the number
 * above it, which is left out; a letter with a number ("a1") likewise.
 */
export function sectionLabel(steps: readonly LabelledStep[]): string {
  const saidBelow = (step: LabelledStep, index: number): boolean =>
    steps.slice(index + 1).some((later) => later.kind === step.kind && isCompoundOf(later.value, step));
  return steps
    .map((step, index) => ({ label: stepLabel(step, steps[index - 1]), said: saidBelow(step, index) }))
    .filter(({ said }) => !said)
    .map(({ label }) => label)
    .toReversed()
    .join(" ");
}

/** Whether a value says the one above it: "1.2" under "1", "a1" under "a". */
export function isCompoundOf(value: string, above: { readonly kind: SectionKind; readonly value: string }): boolean {
  if (above.value === "") return false;
  return above.kind === "number"
    ? value.startsWith(`${above.value}.`)
    : above.kind === "alpha" && value.startsWith(above.value) && /^\.?\d/u.test(value.slice(above.value.length));
}
