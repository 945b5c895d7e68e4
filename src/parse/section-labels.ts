/** What officials call a section: "khoản 10 Mục III", "gạch đầu dòng thứ hai điểm a khoản 3 Mục II". */
import type { SectionKind } from "./types.ts";

export interface LabelledStep {
  readonly kind: SectionKind;
  /** As printed in the mark ("10", "IV", "a"), or the position of a dash. */
  readonly value: string;
  /** 1 for the first section with this mark under its parent, 2 for a repeated one. */
  readonly occurrence: number;
  /** The mark as printed where the id was repaired, else null. */
  readonly repairedFrom: string | null;
}

const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ordinal = (value: string): string => ORDINALS[Number(value) - 1] ?? value;

function stepLabel(step: LabelledStep): string {
  const repeated = step.occurrence > 1 ? ` (thứ ${ordinal(String(step.occurrence))})` : "";
  const repaired = step.repairedFrom === null ? "" : ` (bản gốc in “${step.repairedFrom}”)`;
  switch (step.kind) {
    case "part":
      return `Phần ${step.value}${repeated}`;
    case "roman":
      return `Mục ${step.value}${repeated}`;
    case "article":
      return `Điều ${step.value}${repeated}`;
    case "number":
      return `${step.value.includes(".") ? "điểm" : "khoản"} ${step.value}${repeated}${repaired}`;
    case "alpha":
      return `điểm ${step.value}${repeated}${repaired}`;
    case "dash":
      return `gạch đầu dòng thứ ${ordinal(step.value)}`;
    case "plus":
      return `dấu cộng thứ ${ordinal(step.value)}`;
    case "annex":
      return step.value === "" ? `Phụ lục${repeated}` : `Phụ lục ${step.value}${repeated}`;
    case "row":
      return step.value === "0" ? "dòng tiêu đề của bảng" : `dòng ${step.value} của bảng`;
    case "paragraph":
      return step.value === "" ? "đoạn cuối" : `đoạn thứ ${ordinal(step.value)}`;
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

/**
 * The label of a section from the steps that lead to it, top first. A compound number ("1.2") already says the number
 * above it, which is left out.
 */
export function sectionLabel(steps: readonly LabelledStep[]): string {
  return steps
    .filter(
      (step, index) =>
        !steps
          .slice(index + 1)
          .some((later) => later.kind === "number" && step.kind === "number" && later.value.startsWith(`${step.value}.`)),
    )
    .map(stepLabel)
    .toReversed()
    .join(" ");
}
