/** Where every character of the canonical text belongs, and where it came from. */
import { describe, expect, it } from "vitest";
import { normaliseText } from "../../src/language/normalise.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { Plan } from "../../src/parse/types.ts";
import { corpus, heldOut, sourceText } from "./read-plan.ts";

/** How many sections own each character. */
function owners(plan: Plan): Uint8Array {
  const count = new Uint8Array(plan.text.length);
  for (const section of plan.sections) for (let at = section.start; at < section.ownEnd; at++) count[at] = (count[at] ?? 0) + 1;
  return count;
}

/** Source offset of a canonical offset, by the run that holds it. */
function sourceOffset(plan: Plan, canonical: number): number | null {
  const run = plan.offsets.findLast((candidate) => candidate.canonical <= canonical);
  return run === undefined ? null : run.source + canonical - run.canonical;
}

describe.each([...corpus, ...heldOut].map((document) => ({ id: document.id, document })))("$id", ({ document }) => {
  const plan = parsePlan(document);
  const source = sourceText(document);

  it("gives every character but line breaks to exactly one section", () => {
    const count = owners(plan);
    const wrong = [...count.entries()]
      .filter(([at, owned]) => (plan.text[at] === "\n" ? owned > 1 : owned !== 1))
      .map(([at]) => plan.text.slice(Math.max(0, at - 20), at + 20));
    expect(wrong).toEqual([]);
  });

  it("holds children inside their parents, in order and without overlap", () => {
    const byId = new Map(plan.sections.map((section) => [section.id, section]));
    expect(byId.size).toBe(plan.sections.length);
    let last = 0;
    for (const section of plan.sections) {
      expect(section.start).toBeGreaterThanOrEqual(last);
      last = section.start;
      expect(section.start < section.ownEnd && section.ownEnd <= section.end).toBe(true);
      if (section.parentId === null) continue;
      const parent = byId.get(section.parentId);
      expect(parent).toBeDefined();
      expect(parent !== undefined && parent.ownEnd <= section.start && section.end <= parent.end).toBe(true);
      expect(section.level).toBe((parent?.level ?? 0) + 1);
    }
  });

  it("loses no word of the source and adds none", () => {
    const letters = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
    const pageNumbers = /^[ \f]*\d{1,3}[ \f]*$/gmu;
    expect(letters(plan.text)).toBe(letters(normaliseText(source).replace(pageNumbers, "")));
  });

  it("leads every character back to the source character it came from", () => {
    const wrong: string[] = [];
    Array.from(plan.text).reduce((at, character) => {
      if (!/\s/u.test(character)) {
        const from = sourceOffset(plan, at);
        const cluster = from === null ? "" : (/^\P{M}\p{M}*/u.exec(source.slice(from, from + 8))?.[0] ?? "");
        if (normaliseText(cluster) !== character) wrong.push(`${at}: ${character} ≠ ${cluster}`);
      }
      return at + character.length;
    }, 0);
    expect(wrong).toEqual([]);
  });
});
