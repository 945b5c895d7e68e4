/**
 * What is read of the blind set, beside its gold: `node --import tsx tests/reading/blind/measure.ts [--fails] [words of a file name]`.
 * The same reading and the same comparison as `../measure.ts`.
 */
import { parseArgs } from "node:util";
import type { FixtureFigures } from "../compare/compare-plan.ts";
import type { Tally } from "../compare/tally.ts";
import { readingSection } from "../report.ts";
import { blindNames, readBlind } from "./read-blind.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { fails: { type: "boolean", default: false } } });

const part = ({ right, total }: Tally): string => `${right}/${total}`.padStart(7);

function line(figures: FixtureFigures): string {
  const { fixture, sections, invented, assignments, extraAssignments, schedules, partners, budgets, reports } = figures;
  const { metadata, relations, warnings, extraWarnings, milliseconds } = figures;
  return `${fixture.padEnd(50)} sections ${part(sections)} +${invented}  tasks ${part(assignments)} +${extraAssignments}  times ${part(schedules)} partners ${part(partners)} budgets ${part(budgets)} reports ${part(reports)} meta ${part(metadata)} rel ${part(relations)} warn ${part(warnings)} +${extraWarnings}  ${milliseconds} ms`;
}

const all = await readBlind(blindNames(positionals), (figures) => {
  process.stdout.write(`${line(figures)}\n`);
  if (figures.unreadable !== null) process.stdout.write(`    not read: ${figures.unreadable}\n`);
  if (values.fails) for (const fail of figures.fails) process.stdout.write(`    ${fail}\n`);
});
process.stdout.write(`\n${readingSection(all)}\n`);
