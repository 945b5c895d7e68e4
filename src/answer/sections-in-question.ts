/** Sections that a question names ("khoản 2 Mục III", "Điều 3", "item 2 of Section III") and the ones they mean. */
import { toRoman } from "../language/roman-numbers.ts";
import { findSectionReferences, resolveReference, type SectionReference } from "../parse/section-references.ts";
import type { Section } from "../parse/types.ts";
import type { PlanEntry } from "./collection.ts";

export interface SectionsNamed {
  readonly references: readonly SectionReference[];
  /** The text without the references. */
  readonly rest: string;
}

export interface NamedSection {
  readonly entry: PlanEntry;
  readonly section: Section;
}

const ENGLISH_UNITS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:annex|appendix)(?= [IVX\d]+\b)/giu, "phụ lục"],
  [/\b[Ss]ection(?= (?:[IVX\d]+|[A-H])\b)/gu, "mục"],
  [/\b[Pp]art(?= (?:[IVX\d]+|[A-H])\b)/gu, "phần"],
  [/\bchapter(?= [IVX\d]+\b)/giu, "chương"],
  [/\barticle(?= \d+\b)/giu, "điều"],
  [/\b(?:clause|item|paragraph)(?= \d+\b)/giu, "khoản"],
  [/\bpoint(?= [a-zđ]\b)/giu, "điểm"],
  [/(?<=\d|\b[a-zđIVX]) of (?:the )?(?=phụ lục|mục|phần|chương|điều|khoản)/giu, " của "],
];

/** "phần năm 2025" is the year's part, "điểm 95%" a share: neither is a section. */
const NO_SECTION = /\s(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)$/iu;

/** Reads the references of a question (NFC, diacritics restored). */
export function sectionsInQuestion(question: string): SectionsNamed {
  const text = ENGLISH_UNITS.reduce((words, [pattern, unit]) => words.replace(pattern, unit), question);
  const references = findSectionReferences(text).filter(
    ({ printed, start, end }) => !(NO_SECTION.test(printed) && !/thứ/iu.test(text.slice(start, end))) && text.at(end) !== "%",
  );
  let rest = text;
  for (const { start, end } of references.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return { references, rest: references.length === 0 ? question : rest.replace(/\s+/gu, " ").trim() };
}

/** "mục 3" is typed for Mục III as often as for khoản 3. */
const inRoman = (reference: SectionReference): SectionReference => ({
  ...reference,
  steps: reference.steps.map((step) =>
    step.unit === "mục" && /^\d+$/u.test(step.value) ? { ...step, value: toRoman(Number(step.value)) } : step,
  ),
});

/** "trong phụ lục", without a number: every annex. */
const ANNEX = /(?:trong|tại|theo|ở|of the|in the|under the)\s+(?:phụ lục|annex|appendix)(?!\s*(?:[IVX\d]|nào|gì))/iu;

/** The annexes of the plans in question, when the question means them all. */
export function annexesMeant(question: string, entries: readonly PlanEntry[]): NamedSection[] {
  if (!ANNEX.test(question)) return [];
  return entries.flatMap((entry) => entry.plan.sections.filter(({ kind }) => kind === "annex").map((section) => ({ entry, section })));
}

/** The sections that references mean in the plans in question; those that no plan has are left out. */
export function sectionsMeant(references: readonly SectionReference[], entries: readonly PlanEntry[]): NamedSection[] {
  return references.flatMap((reference) =>
    entries.flatMap((entry) => {
      const id = resolveReference(inRoman(reference), entry.plan) ?? resolveReference(reference, entry.plan);
      const section = id === null ? undefined : entry.sections.get(id);
      return section === undefined ? [] : [{ entry, section }];
    }),
  );
}
