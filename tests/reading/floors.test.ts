/** What every format must give at least: the floors of reading, over files made by real tools. */
import { beforeAll, describe, expect, it } from "vitest";
import { rate, sum } from "./compare/tally.ts";
import type { FixtureFigures } from "./compare/compare-plan.ts";
import type { ReadFixture } from "./read-fixtures.ts";
import { comparePlan, figuresOf, fixtureNames, readFixtures } from "./read-fixtures.ts";
import { relatePlans } from "../../src/parse/standing.ts";
import type { Plan } from "../../src/parse/types.ts";

const TEXTS = ["txt", "md", "html", "docx", "odt", "doc", "rtf", "pdf"];
const SCANS = ["scan pdf", "scan tiff", "scan png", "scan jpg"];
/** What needs a program that a machine may not have, and the word that its refusal must hold. */
const NEEDS: Partial<Record<string, string>> = { odt: "LibreOffice", doc: "LibreOffice", rtf: "LibreOffice" };

let reads: readonly ReadFixture[] = [];
let figures: readonly FixtureFigures[] = [];

beforeAll(async () => {
  reads = await readFixtures(fixtureNames());
  figures = reads.map(figuresOf);
}, 900_000);

const planOf = (fixture: string): Plan => {
  const plan = reads.find((read) => read.fixture === fixture)?.plan;
  if (plan == null) throw new Error(`${fixture} was not read`);
  return plan;
};

describe.each([...TEXTS.map((format) => ({ format, floor: 0.95 })), ...SCANS.map((format) => ({ format, floor: 0.9 }))])(
  "$format",
  ({ format, floor }) => {
    it(`reads at least ${floor * 100} % of sections and assignments rightly and invents next to none`, (context) => {
      const group = figures.filter((one) => one.format === format);
      const missing = group.filter(({ unreadable }) => unreadable?.startsWith("needs-program") === true);
      const program = NEEDS[format];
      if (program !== undefined && missing.length > 0) {
        expect(missing.map(({ unreadable }) => unreadable).filter((said) => said?.includes(program) !== true)).toEqual([]);
        context.skip(`${program} is not installed here`);
      }
      const fails = group.flatMap((one) => one.fails.map((fail) => `${one.fixture}: ${fail}`)).join("\n");
      expect(group.length).toBeGreaterThanOrEqual(2);
      expect(
        group.filter(({ unreadable }) => unreadable !== null).map(({ fixture, unreadable }) => `${fixture} ${unreadable ?? ""}`),
      ).toEqual([]);
      const sections = sum(group.map((one) => one.sections));
      const assignments = sum(group.map((one) => one.assignments));
      expect(rate(sections), fails).toBeGreaterThanOrEqual(floor);
      expect(rate(assignments), fails).toBeGreaterThanOrEqual(floor);
      expect(group.reduce((count, one) => count + one.invented, 0) / sections.total, fails).toBeLessThanOrEqual(0.02);
      expect(group.reduce((count, one) => count + one.extraAssignments, 0) / assignments.total, fails).toBeLessThanOrEqual(0.05);
    });

    it("knows number, date, issuer, signer and the rest around the text, and warns of what is doubtful", (context) => {
      const group = figures.filter((one) => one.format === format && one.unreadable === null);
      if (group.length === 0) context.skip("none of its files could be read here");
      const fails = group.flatMap((one) => one.fails.map((fail) => `${one.fixture}: ${fail}`)).join("\n");
      expect(rate(sum(group.map((one) => one.metadata))), fails).toBeGreaterThanOrEqual(floor);
      expect(rate(sum(group.map((one) => one.warnings))), fails).toBeGreaterThanOrEqual(floor);
    });
  },
);

it("says of a plan what a later one changed of it, and where", () => {
  const [older, newer] = [planOf("hau-giang-148-kh-ubnd-2023.wrapped.txt"), planOf("hau-giang-67-kh-ubnd-2024.md")];
  const related = relatePlans([older, newer]);
  const amended = related.find(({ id }) => id === older.id);
  expect(amended?.status).toBe("amended");
  const changed = amended?.changedBy.flatMap(({ sectionIds }) => sectionIds) ?? [];
  expect(changed.toSorted()).toEqual(["III.2", "III.3", "III.4", "V.4.a"]);
  const moved = amended?.assignments.find(({ evidence }) => evidence.sectionId === "V.4.a");
  expect(moved).toMatchObject({ standing: "amended", changedBy: { documentId: newer.id, sectionId: "I.2" } });
  expect(amended?.assignments.filter(({ standing }) => (standing ?? "current") !== "current")).toHaveLength(1);
});

it("reads the same tree from every format of a document", () => {
  const shapes = new Map<string, Map<string, string[]>>();
  for (const { fixture, plan } of reads) {
    if (plan === null || fixture.includes(".scan.")) continue;
    const document = fixture.replace(/\..*$/u, "");
    const shape = plan.sections.filter(({ kind }) => kind !== "head" && kind !== "tail").map(({ id }) => id);
    const known = shapes.get(document) ?? new Map<string, string[]>();
    shapes.set(document, known.set(shape.join(" "), [...(known.get(shape.join(" ")) ?? []), fixture]));
  }
  const differing = [...shapes]
    .filter(([, known]) => known.size > 1)
    .map(([document, known]) => ({ document, readings: [...known.values()] }));
  expect(differing).toEqual([]);
});

describe("the comparison itself", () => {
  const fixture = "hau-giang-148-kh-ubnd-2023.wrapped.txt";

  it("sees a section that is missing, one that was invented and one under a wrong parent", () => {
    const plan = planOf(fixture);
    const right = comparePlan(fixture, plan);
    const without = comparePlan(fixture, { ...plan, sections: plan.sections.filter(({ id }) => id !== "III.3.b") });
    expect(without.sections.right).toBe(right.sections.right - 1);
    const twice = comparePlan(fixture, {
      ...plan,
      sections: plan.sections.flatMap((section) => (section.id === "I" ? [section, { ...section, id: "I~2" }] : [section])),
    });
    expect(twice.invented).toBe(right.invented + 1);
    const moved = comparePlan(fixture, {
      ...plan,
      sections: plan.sections.map((section) => (section.id === "V.1.a" ? { ...section, parentId: "V" } : section)),
    });
    expect(moved.sections.right).toBe(right.sections.right - 1);
  });

  it("sees a wrong agency, role and time, and a row that nobody wrote", () => {
    const plan = planOf(fixture);
    const right = comparePlan(fixture, plan);
    const [first] = plan.assignments;
    if (first === undefined) throw new Error("no assignment was read");
    for (const wrong of [{ agency: "Sở Y tế" }, { role: "support" as const }, { task: "việc khác" }]) {
      const read = comparePlan(fixture, { ...plan, assignments: [{ ...first, ...wrong }, ...plan.assignments.slice(1)] });
      expect(read.assignments.right).toBe(right.assignments.right - 1);
      expect(read.extraAssignments).toBe(right.extraAssignments + 1);
    }
    const timeless = plan.assignments.map((row) => ({ ...row, time: null, schedule: null }));
    expect(comparePlan(fixture, { ...plan, assignments: timeless }).assignments.right).toBeLessThan(right.assignments.right);
  });
});
