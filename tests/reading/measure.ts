/**
 * What is read of every fixture, beside the gold: `node --import tsx tests/reading/measure.ts [--fails] [words of a file name]`.
 */
import { parseArgs } from "node:util";
import { rate } from "./compare/tally.ts";
import type { FixtureFigures } from "./compare/compare-plan.ts";
import { figuresOf, fixtureNames, readFixtures } from "./read-fixtures.ts";
import { readingSection } from "./report.ts";

const percent = (tally: { readonly right: number; readonly total: number }): string => `${tally.right}/${tally.total}`.padStart(7);

function line(figures: FixtureFigures): string {
  const {
    fixture,
    sections,
    invented,
    assignments,
    extraAssignments,
    schedules,
    metadata,
    relations,
    warnings,
    extraWarnings,
    milliseconds,
  } = figures;
  const low = rate(sections) < 0.95 || rate(assignments) < 0.95 ? "*" : " ";
  return `${low}${fixture.padEnd(52)} sections ${percent(sections)} +${String(invented).padEnd(3)} tasks ${percent(assignments)} +${String(extraAssignments).padEnd(3)} times ${percent(schedules)} meta ${percent(metadata)} rel ${percent(relations)} warn ${percent(warnings)} +${String(extraWarnings).padEnd(2)} ${milliseconds} ms`;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { fails: { type: "boolean", default: false } } });
const all: FixtureFigures[] = [];
await readFixtures(fixtureNames(positionals), (read) => {
  const figures = figuresOf(read);
  all.push(figures);
  process.stdout.write(`${line(figures)}\n`);
  if (figures.unreadable !== null) process.stdout.write(`    not read: ${figures.unreadable}\n`);
  if (values.fails) for (const fail of figures.fails) process.stdout.write(`    ${fail}\n`);
});
process.stdout.write(`\n${readingSection(all)}\n`);
