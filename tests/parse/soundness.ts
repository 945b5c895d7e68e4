/** What every plan keeps, whatever its text. */
import { normaliseText } from "../../src/language/normalise.ts";
import type { Plan } from "../../src/parse/types.ts";

function ownershipFaults(plan: Plan): string[] {
  const owned = new Uint8Array(plan.text.length);
  for (const section of plan.sections) for (let at = section.start; at < section.ownEnd; at++) owned[at] = (owned[at] ?? 0) + 1;
  return Array.from(owned.entries())
    .filter(([at, times]) => (plan.text[at] === "\n" ? times > 1 : times !== 1))
    .map(([at, times]) => `character ${at} belongs to ${times} sections`);
}

/** Where a plan breaks its invariants, empty when it keeps them: all is owned once, nested, proved by the text. */
export function faultsOf(plan: Plan): string[] {
  const byId = new Map(plan.sections.map((section) => [section.id, section]));
  const nesting = plan.sections.filter((section) => {
    const parent = section.parentId === null ? undefined : byId.get(section.parentId);
    return section.parentId !== null && (parent === undefined || parent.ownEnd > section.start || section.end > parent.end);
  });
  const rows = plan.assignments.filter(
    (row) =>
      !byId.has(row.evidence.sectionId) || row.task === "" || plan.text.slice(row.evidence.start, row.evidence.end).trim() !== row.task,
  );
  const warnings = plan.warnings.filter(
    (warning) =>
      (warning.sectionId !== null && !byId.has(warning.sectionId)) || (warning.quote !== null && !plan.text.includes(warning.quote)),
  );
  return [
    ...(byId.size === plan.sections.length ? [] : ["an id stands twice"]),
    ...ownershipFaults(plan),
    ...nesting.map((section) => `${section.id} lies outside its parent`),
    ...rows.map((row) => `no proof of: ${row.agency} ${row.task}`),
    ...warnings.map((warning) => `no place of: ${warning.code}`),
  ];
}

/** A character with the marks on it, which NFC may make one. */
const CLUSTER = /^(?:\P{M}\p{M}*|\p{M}+)/u;

/** Characters of the canonical text whose offsets lead to another cluster of the source; joins are spaces. */
export function sourceFaultsOf(plan: Plan, source: string): string[] {
  const wrong: string[] = [];
  let run = 0;
  let at = 0;
  for (const character of plan.text) {
    while ((plan.offsets[run + 1]?.canonical ?? Number.POSITIVE_INFINITY) <= at) run++;
    const found = plan.offsets[run];
    if (!/\s/u.test(character)) {
      const from = found === undefined ? source.length : found.source + at - found.canonical;
      const cluster = CLUSTER.exec(source.slice(from, from + 60))?.[0] ?? "";
      if (!normaliseText(cluster).includes(character))
        wrong.push(`${at}: ${JSON.stringify(character)} is not at ${from}: ${JSON.stringify(cluster)}`);
    }
    at += character.length;
  }
  return wrong;
}
