import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentDetail, SectionNode } from "../../src/contract/documents.ts";
import { layOutDocument, runsOf, type Paragraph, type SectionBody } from "../../web/workspace/document-text.ts";

const text = [
  "KẾ HOẠCH",
  "III. NHIỆM VỤ, GIẢI PHÁP",
  "10. Sở Văn hóa, Thể thao và Du lịch",
  "Triển khai các ứng dụng TTNT trong lĩnh vực du lịch.",
  "11. Sở Tư pháp hoàn thiện cơ sở dữ liệu.",
  "- Gửi ý kiến trước ngày 30 tháng 9.",
].join("\n");

function node(id: string, parentId: string | null, words: { from: string; to: string; heading: string }): SectionNode {
  const start = text.indexOf(words.from);
  const end = text.indexOf(words.to) + words.to.length;
  return { id, parentId, label: id, heading: words.heading, level: 1, start, end };
}

const sections = [
  node("III", null, { from: "III.", to: "tháng 9.", heading: "NHIỆM VỤ, GIẢI PHÁP" }),
  node("III.10", "III", { from: "10.", to: "du lịch.", heading: "Sở Văn hóa, Thể thao và Du lịch" }),
  node("III.11", "III", { from: "11.", to: "tháng 9.", heading: "Sở Tư pháp hoàn" }),
  node("III.11-1", "III.11", { from: "- Gửi", to: "tháng 9.", heading: "Gửi ý kiến" }),
];
const detail = { text, sections } as unknown as DocumentDetail;

function paragraphs(items: readonly (Paragraph | SectionBody)[]): Paragraph[] {
  return items.flatMap((item) => (item.kind === "paragraph" ? [item] : paragraphs(item.items)));
}
const wordsOf = (paragraph: Paragraph): string => text.slice(paragraph.start, paragraph.end);

describe("laying out a document", () => {
  test("every word stands once, in the document's order, also what lies outside all sections", () => {
    expect(paragraphs(layOutDocument(detail)).map(wordsOf).join("\n")).toBe(text);
  });

  test("a line that says the section's heading is a heading, a sentence and a bullet are not", () => {
    const headings = paragraphs(layOutDocument(detail)).filter((paragraph) => paragraph.isHeading);
    expect(headings.map(wordsOf)).toEqual(["III. NHIỆM VỤ, GIẢI PHÁP", "10. Sở Văn hóa, Thể thao và Du lịch"]);
  });

  test("the marked runs of all paragraphs are exactly the cited words, wherever they begin and end", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(text.length - 1), (one, other) => {
        const mark = { start: Math.min(one, other), end: Math.max(one, other) + 1 };
        const all = paragraphs(layOutDocument(detail));
        const marked = all.flatMap((paragraph) => runsOf(paragraph, { text, mark }).filter((run) => run.isMarked));
        const cited = text.slice(mark.start, mark.end).replaceAll("\n", "");
        expect(marked.map((run) => run.text).join("")).toBe(cited);
      }),
    );
  });
});
