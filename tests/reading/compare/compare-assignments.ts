/** The register that was read beside the gold register. */
import { createRequire } from "node:module";
import type { Assignment, Plan } from "../../../src/parse/types.ts";
import type { GoldAssignment } from "../gold/gold-reading.ts";
import type { Tally } from "./tally.ts";
import { emptyTally, tallied } from "./tally.ts";
import type { Comparison } from "./tolerance.ts";

// The file of `rrule` for `import` names no exports that Node sees.
const { rrulestr } = createRequire(import.meta.url)("rrule") as typeof import("rrule");

export interface AssignmentComparison {
  /** Agency, role, words of the task, printed time. */
  readonly rows: Tally;
  /** Rows that the document does not hold. */
  readonly extra: number;
  readonly schedules: Tally;
  readonly partners: Tally;
  readonly budgets: Tally;
  readonly reports: Tally;
  readonly fails: readonly string[];
}

/** Days of two years on which a rule falls; by months alone where the gold names no day. */
function falls(rule: string, monthsOnly: boolean): string {
  const days = new Set<string>();
  for (const line of rule.split("\n")) {
    const found = rrulestr(line, { dtstart: new Date(Date.UTC(2025, 0, 1)) }).between(
      new Date(Date.UTC(2025, 0, 1)),
      new Date(Date.UTC(2026, 11, 31)),
      true,
    );
    for (const day of found) days.add(day.toISOString().slice(0, monthsOnly ? 7 : 10));
  }
  return [...days].toSorted().join(" ");
}

/** Whether a rule falls on the gold's days; a rhythm without a named day ("hằng tuần") may begin on any. */
function sameRule(found: string | null | undefined, gold: string): boolean {
  if (found == null) return false;
  if (/^FREQ=\w+$/u.test(gold)) return found.includes(gold);
  try {
    return falls(found, !/DAY/u.test(gold)) === falls(`RRULE:${gold}`, !/DAY/u.test(gold));
  } catch {
    return false;
  }
}

const sameTime = (compare: Comparison, found: string | null, gold: string): boolean =>
  gold === "" || (found !== null && (compare.holds(found, gold) || (compare.holds(gold, found) && found.length * 2 > gold.length)));

const brief = (row: Pick<Assignment, "agency" | "role" | "task" | "time">): string =>
  `${row.agency} | ${row.role} | ${row.task.replaceAll("\n", " ").slice(0, 50)} | ${row.time ?? "-"}`;

export function compareAssignments({
  plan,
  gold,
  pathOf,
  compare,
}: {
  readonly plan: Plan;
  readonly gold: readonly GoldAssignment[];
  readonly pathOf: ReadonlyMap<string, string>;
  readonly compare: Comparison;
}): AssignmentComparison {
  const fails: string[] = [];
  const left = new Set(plan.assignments);
  const found = new Set(pathOf.values());
  const at = (row: Assignment, path: string): boolean => {
    const place = pathOf.get(row.evidence.sectionId);
    return place === undefined ? !found.has(path) : place === path;
  };
  const fits = (row: Assignment, expected: GoldAssignment): boolean =>
    at(row, expected.path) &&
    (expected.task === "" || compare.holds(row.task, expected.task)) &&
    (compare.same(row.agency, expected.agency) || (expected.optional && compare.holds(row.agency, expected.agency))) &&
    (expected.role === "*" || row.role === expected.role);

  let [rows, schedules, partners, budgets, reports] = [emptyTally, emptyTally, emptyTally, emptyTally, emptyTally];
  for (const expected of gold) {
    const row = [...left].find((candidate) => fits(candidate, expected));
    if (row !== undefined) left.delete(row);
    if (expected.optional) continue;
    const wanted = `${expected.path} ${expected.agency} | ${expected.role} | ${expected.task}`;
    const time = row !== undefined && sameTime(compare, row.time, expected.time);
    rows = tallied(rows, row !== undefined && time);
    if (row === undefined) {
      const near = plan.assignments.filter((candidate) => pathOf.get(candidate.evidence.sectionId) === expected.path).map(brief);
      fails.push(`assignment missed: ${wanted}${near.length === 0 ? "" : ` — read there: ${near.join(" // ")}`}`);
      continue;
    }
    if (!time) fails.push(`time: ${wanted}: “${expected.time}” read as “${row.time ?? "-"}”`);
    if (expected.due !== null || expected.from !== null || expected.rule !== null) {
      const { schedule } = row;
      const due = expected.due === null || schedule?.due === expected.due;
      const from = expected.from === null || schedule?.start === expected.from;
      const rule = expected.rule === null || sameRule(schedule?.rule, expected.rule);
      schedules = tallied(schedules, due && from && rule);
      if (!(due && from && rule))
        fails.push(
          `schedule: ${wanted}: ${expected.from ?? ""}..${expected.due ?? ""} ${expected.rule ?? ""} read as ${schedule?.start ?? ""}..${schedule?.due ?? ""} ${schedule?.rule ?? "-"}`,
        );
    }
    if (expected.partners !== null) {
      const names = expected.partners;
      const same =
        row.partners.length === names.length && names.every((name) => row.partners.some((partner) => compare.same(partner, name)));
      partners = tallied(partners, same);
      if (!same) fails.push(`partners: ${wanted}: ${names.join("; ")} read as ${row.partners.join("; ")}`);
    }
    if (expected.budget !== null) {
      budgets = tallied(budgets, row.budgetDong === expected.budget);
      if (row.budgetDong !== expected.budget)
        fails.push(`budget: ${wanted}: ${expected.budget} read as ${row.budgetDong ?? "-"} (“${row.budget ?? "-"}”)`);
    }
    if (expected.report !== null) {
      const to = expected.report;
      const same = row.reportTo.some((name) => compare.same(name, to));
      reports = tallied(reports, same);
      if (!same) fails.push(`report: ${wanted}: to ${to} read as ${row.reportTo.join("; ")}`);
    }
  }
  // A partner may have a row of its own beside the leader's.
  const extra = [...left].filter((row) => {
    const path = pathOf.get(row.evidence.sectionId);
    return !gold.some((expected) => expected.path === path && (expected.partners?.some((name) => compare.same(row.agency, name)) ?? false));
  });
  for (const row of extra) fails.push(`assignment invented: ${row.evidence.sectionId} ${brief(row)}`);
  return { rows, extra: extra.length, schedules, partners, budgets, reports, fails };
}
