/**
 * Cuts a plan into passages: the smallest whole sections that carry a number, a letter or a name of their own, with
 * their bullets; one that is too long for the model becomes runs of bullets.
 *
 * Invariant: every character of the plan's text but white space is in exactly one passage, and in exactly one of its
 * sentences.
 */
import { sha256 } from "../base/files.ts";
import { expandAbbreviations } from "../language/abbreviations.ts";
import type { Plan, Section } from "../parse/types.ts";
import type { PassageInput } from "../models/embedder.ts";
import { splitSentences, trimRange } from "./split-sentences.ts";
import type { TextRange } from "./split-sentences.ts";
import type { Passage } from "./types.ts";

/** A passage before it has its place in a generation. */
export type PassageDraft = Omit<Passage, "ordinal">;

export interface MakePassagesOptions {
  /** Longest passage in characters; 1,400 of Vietnamese are about 350 tokens, which leaves room for the context. */
  readonly maxCharacters?: number;
}

const defaultMaxCharacters = 1400;
const placeWords = { province: "tỉnh", district: "huyện", commune: "xã", central: "" } as const;

/** Parts of a passage, not passages of their own. */
function isBullet(section: Section): boolean {
  return section.kind === "dash" || section.kind === "plus";
}

interface Stretch extends TextRange {
  /** The section the stretch was taken from. */
  readonly section: Section;
}

/** Stretches of one section and of all below it, in the plan's order. */
function stretchesOf(section: Section, childrenOf: (id: string) => readonly Section[]): readonly Stretch[] {
  const children = childrenOf(section.id).filter((child) => !isBullet(child));
  const stretches: Stretch[] = [];
  let start = section.start;
  for (const child of children) {
    if (child.start > start) stretches.push({ section, start, end: child.start });
    stretches.push(...stretchesOf(child, childrenOf));
    start = child.end;
  }
  if (start < section.end) stretches.push({ section, start, end: section.end });
  return stretches;
}

/** Sentences of the same line (a bullet, a paragraph) stay together, unless the line alone is longer than the limit. */
function unitsOf({
  text,
  sentences,
  maxCharacters,
}: {
  text: string;
  sentences: readonly TextRange[];
  maxCharacters: number;
}): readonly (readonly TextRange[])[] {
  const lines: TextRange[][] = [];
  for (const sentence of sentences) {
    const line = lines.at(-1);
    const previous = line?.at(-1);
    if (line === undefined || previous === undefined || text.slice(previous.end, sentence.start).includes("\n")) lines.push([sentence]);
    else line.push(sentence);
  }
  return lines.flatMap((line) =>
    (line.at(-1)?.end ?? 0) - (line[0]?.start ?? 0) > maxCharacters ? line.map((sentence) => [sentence]) : [line],
  );
}

/** Groups units into runs of like size, none longer than the limit unless a single sentence is. */
function runsOf(units: readonly (readonly TextRange[])[], maxCharacters: number): readonly (readonly TextRange[])[] {
  const total = (units.at(-1)?.at(-1)?.end ?? 0) - (units[0]?.[0]?.start ?? 0);
  const goal = total / Math.ceil(total / maxCharacters);
  const runs: TextRange[][] = [];
  let run: TextRange[] = [];
  for (const unit of units) {
    const start = run[0]?.start ?? unit[0]?.start ?? 0;
    const full = (unit.at(-1)?.end ?? start) - start > maxCharacters || (run.at(-1)?.end ?? start) - start >= goal;
    if (run.length > 0 && full) {
      runs.push(run);
      run = [];
    }
    run.push(...unit);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** A sentence that is longer than the model reads is cut at spaces, so that none of it is lost to search. */
function cutLongSentence({
  text,
  sentence,
  maxCharacters,
}: {
  text: string;
  sentence: TextRange;
  maxCharacters: number;
}): readonly TextRange[] {
  const parts: TextRange[] = [];
  let start = sentence.start;
  while (sentence.end - start > maxCharacters) {
    const space = text.lastIndexOf(" ", start + maxCharacters);
    const end = space > start ? space : start + maxCharacters;
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: sentence.end });
  return parts.flatMap((part) => trimRange(text, part) ?? []);
}

function smallestSectionHolding(range: TextRange, sections: readonly Section[]): Section | undefined {
  return sections
    .filter((section) => section.start <= range.start && section.end >= range.end)
    .reduce<Section | undefined>(
      (best, section) => (best === undefined || section.end - section.start <= best.end - best.start ? section : best),
      undefined,
    );
}

function contextOf({ plan, section, range }: { plan: Plan; section: Section; range: TextRange }): string {
  const place = plan.place === null ? null : `${placeWords[plan.place.level]} ${plan.place.name}`.trim();
  // The section's own heading stands in its first passage; a later run has it only here.
  const holdsHeading = range.start <= section.start;
  const headings = holdsHeading || section.heading === "" ? section.path.slice(0, -1) : section.path;
  return [place, ...headings]
    .filter((part) => part !== null && part !== "")
    .join(" - ")
    .replaceAll(/\s+/gu, " ");
}

/** Passages of a plan in the order of its text. */
export function makePassages(plan: Plan, { maxCharacters = defaultMaxCharacters }: MakePassagesOptions = {}): readonly PassageDraft[] {
  const byParent = new Map<string | null, Section[]>();
  for (const section of plan.sections) byParent.set(section.parentId, [...(byParent.get(section.parentId) ?? []), section]);
  const childrenOf = (id: string | null): readonly Section[] => byParent.get(id) ?? [];
  return childrenOf(null)
    .flatMap((section) => stretchesOf(section, childrenOf))
    .flatMap((stretch) => {
      const sentences = splitSentences(plan.text, stretch).flatMap((sentence) =>
        cutLongSentence({ text: plan.text, sentence, maxCharacters }),
      );
      return runsOf(unitsOf({ text: plan.text, sentences, maxCharacters }), maxCharacters).map((run) => {
        const range = { start: run[0]?.start ?? stretch.start, end: run.at(-1)?.end ?? stretch.end };
        const section = smallestSectionHolding(range, plan.sections) ?? stretch.section;
        const draft = {
          documentId: plan.id,
          sectionId: section.id,
          context: contextOf({ plan, section, range }),
          ...range,
          sentences: run,
        };
        return { ...draft, hash: hashOfInput(passageInput(plan, draft)) };
      });
    });
}

/** What the model reads of a passage: abbreviations in full words, as questions have them. */
export function passageInput(plan: Plan, passage: Pick<Passage, "context" | "sentences">): PassageInput {
  return {
    context: expandAbbreviations(passage.context),
    sentences: passage.sentences.map(({ start, end }) => expandAbbreviations(plan.text.slice(start, end))),
  };
}

function hashOfInput(input: PassageInput): string {
  return sha256(JSON.stringify([input.context, input.sentences]));
}
