/** What is read of the second blind set, beside its gold: `node --import tsx tests/reading/blind-2/measure.ts [words of a file name]`. */
import { readSet } from "../blind/read-blind.ts";
import { readingSection } from "../report.ts";
import { secondNames, secondSet } from "./second-set.ts";

const all = await readSet(secondSet, secondNames(process.argv.slice(2)));
for (const figures of all) {
  const { fixture, sections, assignments, partners, budgets, reports, relations, unreadable, fails } = figures;
  const part = (name: string, { right, total }: { readonly right: number; readonly total: number }): string => `${name} ${right}/${total}`;
  const parts = [part("sections", sections), part("assignments", assignments), part("partners", partners), part("budgets", budgets)];
  process.stdout.write(`${fixture}: ${[...parts, part("reports", reports), part("relations", relations)].join(", ")}\n`);
  for (const fail of unreadable === null ? fails : [`not read: ${unreadable}`]) process.stdout.write(`    ${fail}\n`);
}
process.stdout.write(`\n${readingSection(all)}\n`);
