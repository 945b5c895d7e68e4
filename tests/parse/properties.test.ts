/** What must hold for any text, tried with texts that fast-check makes up and with real plans set otherwise. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLines } from "../../src/corpus/split-lines.ts";
import type { SourceDocument } from "../../src/corpus/types.ts";
import { makeCanonicalText } from "../../src/parse/canonical-text.ts";
import { findComponents, mainComponentIndex } from "../../src/parse/components.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { buildSectionTree } from "../../src/parse/section-tree.ts";
import type { Plan } from "../../src/parse/types.ts";
import { corpus, documentOf, sourceText } from "./read-plan.ts";

/** Ids of the section tree alone: metadata and register cost most of the time. */
function idsOf(document: SourceDocument): string[] {
  const { text, paragraphs } = makeCanonicalText(document);
  const components = findComponents(paragraphs);
  return buildSectionTree({ text, paragraphs, components, main: mainComponentIndex(components) }).map((section) => section.id);
}
const rewritten = (document: SourceDocument, text: string): SourceDocument => ({ ...document, lines: splitLines(text) });

/** Lines of a paragraph cut at a width, no word broken. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

describe.each(corpus.map((document) => ({ id: document.id, document })))("$id", ({ document }) => {
  const plan = parsePlan(document);
  const ids = plan.sections.map((section) => section.id);

  it("reads alike in NFC and NFD", () => {
    const source = sourceText(document);
    const composed = parsePlan(rewritten(document, source.normalize("NFC")));
    const decomposed = parsePlan(rewritten(document, source.normalize("NFD")));
    expect(decomposed.text).toBe(composed.text);
    expect({ ...decomposed, offsets: [] }).toEqual({ ...composed, offsets: [] });
  });

  it("reads the same twice", () => {
    expect(parsePlan(document)).toEqual(plan);
  });

  it("reads its own canonical text as the same tree", () => {
    expect(idsOf(rewritten(document, plan.text.replaceAll("\n", "\n\n")))).toEqual(ids);
  });

  it("has the same sections with lines that end in CR LF, and with space before and after", () => {
    expect(idsOf(rewritten(document, document.lines.map((line) => `  ${line.text}  `).join("\r\n")))).toEqual(ids);
  });

  it.each([
    { name: "no blank lines", between: "\n", after: "\n" },
    { name: "a blank line between paragraphs", between: "\n", after: "\n\n" },
    { name: "a blank line between all lines", between: "\n\n", after: "\n\n" },
  ])("has the same sections when cut at any width from 60 to 120, with $name", ({ between, after }) => {
    const paragraphs = plan.text.split("\n");
    const wrong: string[] = [];
    for (let width = 60; width <= 120; width++) {
      const found = idsOf(rewritten(document, paragraphs.map((paragraph) => wrap(paragraph, width).join(between)).join(after)));
      const missing = ids.filter((id) => !found.includes(id));
      const invented = found.filter((id) => !ids.includes(id));
      if (missing.length + invented.length > 0) wrong.push(`${width}: -[${missing.join(" ")}] +[${invented.join(" ")}]`);
    }
    expect(wrong).toEqual([]);
  });
});

/** What every plan keeps, whatever the text: all is owned once, nested, proved by the text. */
function expectSound(plan: Plan): void {
  const owned = new Uint8Array(plan.text.length);
  const byId = new Map(plan.sections.map((section) => [section.id, section]));
  expect(byId.size).toBe(plan.sections.length);
  for (const section of plan.sections) {
    for (let at = section.start; at < section.ownEnd; at++) owned[at] = (owned[at] ?? 0) + 1;
    const parent = section.parentId === null ? undefined : byId.get(section.parentId);
    if (section.parentId !== null) expect(parent !== undefined && parent.ownEnd <= section.start && section.end <= parent.end).toBe(true);
  }
  expect([...owned.entries()].filter(([at, times]) => (plan.text[at] === "\n" ? times > 1 : times !== 1))).toEqual([]);
  for (const row of plan.assignments) {
    expect(plan.text.slice(row.evidence.start, row.evidence.end).trim()).toBe(row.task);
    expect(byId.has(row.evidence.sectionId)).toBe(true);
  }
  for (const warning of plan.warnings) {
    if (warning.sectionId !== null) expect(byId.has(warning.sectionId)).toBe(true);
    if (warning.quote !== null) expect(plan.text).toContain(warning.quote);
  }
}

const mark = fc.constantFrom(
  "I. ",
  "II. ",
  "IX. ",
  "A. ",
  "1. ",
  "2. ",
  "10. ",
  "1.1. ",
  "1.2.3 ",
  "a) ",
  "b. ",
  "đ) ",
  "l. ",
  "- ",
  "+ ",
  "- + ",
  "– ",
  "* ",
  "• ",
  "| ",
  "Điều 1. ",
  "Điều 2: ",
  "Phần A\n",
  "Chương II ",
  "Mục 3. ",
  "PHỤ LỤC I\n",
  "Phụ lục\n",
  "KẾ HOẠCH\n",
  "QUYẾT ĐỊNH\n",
  "Nơi nhận:\n",
  "KT. CHỦ TỊCH\n",
  "Kính gửi: ",
  "Số: 12/KH-UBND\n",
  "# ",
  "**",
  "[...]",
  "",
);
const words = fc
  .array(
    fc.constantFrom(
      "Sở Y tế",
      "Ủy ban nhân dân tỉnh",
      "chủ trì",
      "phối hợp với",
      "Các sở, ban, ngành",
      "Cơ quan chủ trì:",
      "Thời gian:",
      "Kinh phí: 3,5 tỷ đồng",
      "trước ngày 01/12",
      "tổng cộng 10 triệu đồng",
      "theo Phụ lục I",
      "Công an tỉnh",
      ";",
      ".",
      ":",
      "(",
      ")",
      "|",
      "“",
      "2021 - 2025",
      "kinh tế - xã hội",
      "TỔNG CỘNG",
      "Giao",
      "12.5",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "));
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(mark, words).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const page = fc.array(line, { maxLength: 60 }).map((lines) => lines.join("\n"));

describe("any text", () => {
  it("is read without an error, every character in one section, every statement proved", () => {
    fc.assert(
      fc.property(page, (text) => expectSound(parsePlan(documentOf(text)))),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 400) },
    );
  });

  it("reads alike in NFC and NFD", () => {
    fc.assert(
      fc.property(page, (text) => {
        const composed = parsePlan(documentOf(text.normalize("NFC")));
        const decomposed = parsePlan(documentOf(text.normalize("NFD")));
        expect({ ...decomposed, offsets: [] }).toEqual({ ...composed, offsets: [] });
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same plan twice", () => {
    fc.assert(
      fc.property(page, (text) => {
        expect(parsePlan(documentOf(text))).toEqual(parsePlan(documentOf(text)));
      }),
      { numRuns: 60 },
    );
  });

  it("keeps all ids when words are added to one paragraph", () => {
    const document = corpus.find((candidate) => candidate.id.startsWith("binh-thuan"));
    const source = document === undefined ? "" : sourceText(document);
    const ids = document === undefined ? [] : idsOf(document);
    const changed = source.replace("1. Mục tiêu chung", "1. Mục tiêu chung, thêm mấy chữ vào đây");
    expect(changed).not.toBe(source);
    expect(idsOf(documentOf(changed))).toEqual(ids);
  });
});

describe("extreme text", () => {
  const within = (seconds: number, text: string): Plan => {
    const before = performance.now();
    const plan = parsePlan(documentOf(text));
    expect((performance.now() - before) / 1000).toBeLessThan(seconds);
    return plan;
  };

  it("is read when it is empty or only space", () => {
    for (const text of ["", "\n\n\n", "   \n\t\n", "\ufeff"]) expect(parsePlan(documentOf(text)).sections).toEqual([]);
  });

  it("is read in seconds when one line holds 5 MB of prose", () => {
    const plan = within(
      15,
      `KẾ HOẠCH\nVề việc thử\nI. MỤC TIÊU\n1. ${"Sở Y tế chủ trì, phối hợp với Công an tỉnh triển khai các ứng dụng, trước ngày 01 tháng 12; ".repeat(50_000)}`,
    );
    expect(plan.sections.map((section) => section.id)).toContain("I.1");
  });

  it("is read in seconds when one line holds the same letter, bracket, pipe, number or word over and over", () => {
    for (const piece of ["a", "(", "|", "1.", "- ", "Các sở, ", "theo "])
      within(10, `I. MỤC TIÊU\n${piece.repeat(Math.floor(1_000_000 / piece.length))}`);
  });

  it("is read in seconds when it has 20,000 short lines", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${(index % 9) + 1}. Sở Y tế chủ trì việc thứ ${index}.`);
    expect(within(20, `I. NHIỆM VỤ\n${lines.join("\n")}`).assignments).toHaveLength(20_000);
  });

  it("is read with lists nested sixty levels deep", () => {
    const lines = Array.from(
      { length: 60 },
      (_, depth) => `${" ".repeat(depth)}${Array.from({ length: Math.min(depth + 1, 4) }, () => "1").join(".")}. Cấp ${depth}`,
    );
    expectSound(within(5, `I. MỤC TIÊU\n${lines.join("\n")}`));
    const marks = ["a) ", "- ", "+ ", "1. "];
    expectSound(
      within(
        5,
        `I. MỤC TIÊU\n${Array.from({ length: 60 }, (_, depth) => `${" ".repeat(2 * depth)}${marks[depth % 4]}Cấp ${depth}`).join("\n")}`,
      ),
    );
  });
});
