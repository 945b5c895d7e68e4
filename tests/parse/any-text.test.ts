/** What must hold for any text that an editor may bring. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { Plan } from "../../src/parse/types.ts";
import { page } from "./made-up-text.ts";
import { corpus, documentOf } from "./read-plan.ts";
import { documentWith, treeOf } from "./read-sections.ts";
import { faultsOf, sourceFaultsOf } from "./soundness.ts";

describe("any text", () => {
  it("is read without an error, every character in one section, every statement proved", () => {
    fc.assert(
      fc.property(page, (text) => {
        expect(faultsOf(parsePlan(documentOf(text)))).toEqual([]);
      }),
      { numRuns: 400 },
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

  it("leads every character back to the source, also where the page tells which lines go on and marks may be misread", () => {
    fc.assert(
      fc.property(page, fc.array(fc.option(fc.boolean(), { nil: undefined }), { maxLength: 20 }), (text, goesOn) => {
        const lines = text.split("\n");
        const document = documentWith(lines, (_, index) => ({ continues: goesOn[index % Math.max(1, goesOn.length)], confidence: 0.9 }));
        const plan = parsePlan(document);
        expect(faultsOf(plan)).toEqual([]);
        expect(sourceFaultsOf(plan, lines.join("\n"))).toEqual([]);
      }),
      { numRuns: 200 },
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
});

/** A plan and the seconds of the processor it took; the limits leave room for a busy machine, a quadratic step goes far beyond them. */
function timed(text: string): { plan: Plan; seconds: number } {
  const document = documentOf(text);
  const before = process.cpuUsage();
  const plan = parsePlan(document);
  const { user, system } = process.cpuUsage(before);
  return { plan, seconds: (user + system) / 1e6 };
}

describe("the time of reading", () => {
  /** Of the processor: what waits for others is no cost of ours. */
  const secondsOf = (read: () => void): number => {
    const before = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };

  it("is under half a second for the five plans together, once warm", () => {
    const readAll = (): void => {
      for (const document of corpus) parsePlan(document);
    };
    readAll();
    expect(Math.min(...Array.from({ length: 5 }, () => secondsOf(readAll)))).toBeLessThan(0.5);
  });

  // Eight times the lines may cost eight times as much, and as much again twice for a busy machine; a quadratic step costs 64 times.
  it.each<[string, (index: number) => string]>([
    ["numbers", (index) => `${(index % 9) + 1}. Việc thứ ${index}.`],
    ["numbers and letters by turns", (index) => (index % 2 === 0 ? `a) Việc ${index}` : `1. Việc ${index}`)],
    ["bullets", (index) => `- Việc thứ ${index};`],
    ["rows", (index) => `| ${index + 1} | Việc | Sở Y tế |`],
    ["prose", (index) => `Việc thứ ${index} của các sở, ban, ngành và các địa phương`],
    [
      "enumerations in sentences",
      (index) =>
        index % 2 === 0 ? `gồm a) việc thứ ${index} của các sở và b) các việc khác mà` : "c) các việc khác của các sở, ban, ngành và địa",
    ],
    ["misread headings", (index) => `Il. VIỆC THỨ ${index}`],
    ["titles of documents", (index) => (index % 2 === 0 ? "KẾ HOẠCH" : "Nơi nhận:")],
    ["annexes", (index) => `PHỤ LỤC ${(index % 90) + 1}`],
  ])("grows no faster than the text for lines of %s", (_, line) => {
    const timeOf = (count: number): number => {
      const document = documentOf(`I. NHIỆM VỤ\n${Array.from({ length: count }, (__, index) => line(index)).join("\n")}`);
      return Math.min(...Array.from({ length: 2 }, () => secondsOf(() => treeOf(document))));
    };
    timeOf(1500);
    expect(timeOf(24_000)).toBeLessThan(24 * Math.max(0.02, timeOf(3000)));
  });
});

describe("extreme text", () => {
  it("is read when it is empty or only space", () => {
    for (const text of ["", "\n\n\n", "   \n\t\n", "\ufeff"]) expect(parsePlan(documentOf(text)).sections).toEqual([]);
  });

  it("is read in seconds when one line holds 5 MB of prose", () => {
    const { plan, seconds } = timed(
      `KẾ HOẠCH\nVề việc thử\nI. MỤC TIÊU\n1. ${"Sở Y tế chủ trì, phối hợp với Công an tỉnh triển khai các ứng dụng, trước ngày 01 tháng 12; ".repeat(50_000)}`,
    );
    expect(plan.sections.map((section) => section.id)).toContain("I.1");
    expect(seconds).toBeLessThan(20);
  });

  it("is read in seconds when one line holds the same letter, bracket, pipe, number or word over and over", () => {
    for (const piece of ["a", "(", "|", "1.", "- ", "Các sở, ", "theo "])
      expect(timed(`I. MỤC TIÊU\n${piece.repeat(Math.floor(1_000_000 / piece.length))}`).seconds, piece).toBeLessThan(15);
  });

  it("is read in seconds when it has 20,000 short lines", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${(index % 9) + 1}. Sở Y tế chủ trì việc thứ ${index}.`);
    const { plan, seconds } = timed(`I. NHIỆM VỤ\n${lines.join("\n")}`);
    expect(plan.assignments).toHaveLength(20_000);
    expect(seconds).toBeLessThan(20);
  });

  it("is read with lists nested sixty levels deep", () => {
    const lines = Array.from(
      { length: 60 },
      (_, depth) => `${" ".repeat(depth)}${Array.from({ length: Math.min(depth + 1, 4) }, () => "1").join(".")}. Cấp ${depth}`,
    );
    const marks = ["a) ", "- ", "+ ", "1. "];
    const mixed = Array.from({ length: 60 }, (_, depth) => `${" ".repeat(2 * depth)}${marks[depth % 4]}Cấp ${depth}`);
    for (const list of [lines, mixed]) expect(faultsOf(parsePlan(documentOf(`I. MỤC TIÊU\n${list.join("\n")}`)))).toEqual([]);
  });
});
