/** The five plans set otherwise: other Unicode form, other line breaks, cut at other widths. The reading must not change. */
import { describe, expect, it } from "vitest";
import { splitLines } from "../../src/corpus/split-lines.ts";
import type { SourceDocument } from "../../src/corpus/types.ts";
import { makeCanonicalText } from "../../src/parse/canonical-text.ts";
import { findComponents, mainComponentIndex } from "../../src/parse/components.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { buildSectionTree } from "../../src/parse/section-tree.ts";
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

it("keeps all ids when words are added to one paragraph", () => {
  const document = corpus.find((candidate) => candidate.id.startsWith("binh-thuan"));
  const source = document === undefined ? "" : sourceText(document);
  const ids = document === undefined ? [] : idsOf(document);
  const changed = source.replace("1. Mục tiêu chung", "1. Mục tiêu chung, thêm mấy chữ vào đây");
  expect(changed).not.toBe(source);
  expect(idsOf(documentOf(changed))).toEqual(ids);
});
