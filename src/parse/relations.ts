/** Relations to other documents that the text states: replaces, amends, issued under, implements. */
import type { PlanRelation, Section } from "./types.ts";

const DOCUMENT = String.raw`((?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|Chương trình|Thông báo)\s+(?:số\s+)?(\d+\/[\p{L}\d/–-]+))`;
const RULES: readonly { readonly kind: PlanRelation["kind"]; readonly pattern: RegExp }[] = [
  {
    kind: "supersedes",
    pattern: new RegExp(String.raw`(?:thay thế|bãi bỏ|thay cho)(?:\s+(?:cho|toàn bộ))?\s+[^.;\n]{0,40}?${DOCUMENT}[^.;\n]*`, "giu"),
  },
  {
    kind: "amends",
    pattern: new RegExp(String.raw`(?:sửa đổi(?:, bổ sung)?|bổ sung|điều chỉnh)\s+[^.;\n]{0,80}?${DOCUMENT}[^.;\n]*`, "giu"),
  },
  { kind: "issued-under", pattern: new RegExp(String.raw`(?:ban hành\s+)?kèm theo\s+${DOCUMENT}[^.;\n)]*`, "giu") },
  { kind: "implements", pattern: new RegExp(String.raw`(?:^|\n)(?:Thực hiện|Triển khai)\s+${DOCUMENT}[^;\n]*`, "gu") },
];

/** Relations in the order of the text; numbers as printed, without spaces. */
export function readRelations(text: string, sections: readonly Section[], ownNumber: string | null): PlanRelation[] {
  return RULES.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const number = (match[2] ?? "").replace(/[.,;)]+$/u, "");
      const start = match.index + (match[0].startsWith("\n") ? 1 : 0);
      const section = sections.findLast((candidate) => candidate.start <= start && start < candidate.ownEnd);
      if (section === undefined || number === ownNumber) return [];
      return [{ kind, document: match[1] ?? "", number, evidence: { sectionId: section.id, start, end: match.index + match[0].length } }];
    }),
  ).toSorted((a, b) => a.evidence.start - b.evidence.start);
}
