/** What every plan keeps, whatever its text. */
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
