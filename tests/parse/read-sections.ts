/** The section tree of a text alone: metadata and register cost most of the time. */
import type { SourceDocument, SourceLine } from "../../src/corpus/types.ts";
import { makeCanonicalText } from "../../src/parse/canonical-text.ts";
import { findComponents, mainComponentIndex } from "../../src/parse/components.ts";
import { buildSectionTree } from "../../src/parse/section-tree.ts";
import type { Section } from "../../src/parse/types.ts";
import { documentOf } from "./read-plan.ts";

export function treeOf(document: SourceDocument): { readonly text: string; readonly sections: readonly Section[] } {
  const { text, paragraphs } = makeCanonicalText(document);
  const components = findComponents(paragraphs);
  return { text, sections: buildSectionTree({ text, paragraphs, components, main: mainComponentIndex(components) }) };
}

export const sectionsOf = (text: string): readonly Section[] => treeOf(documentOf(text)).sections;

/** A text whose lines carry what a reader of a page or a format says of each. */
export function documentWith(lines: readonly string[], said: (line: string, index: number) => Partial<SourceLine>): SourceDocument {
  const document = documentOf(lines.join("\n"));
  return { ...document, lines: document.lines.map((line, index) => ({ ...line, ...said(line.text, index) })) };
}

/** A scan: every line a paragraph, recognised. */
export const scanOf = (lines: readonly string[]): SourceDocument => documentWith(lines, () => ({ continues: false, confidence: 0.8 }));
