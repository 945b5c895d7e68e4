/**
 * Standing over the collection: which later document amends or supersedes which earlier one, down to the task.
 *
 * Input: plans as parsed. Output: the same plans in the same order, with `status`, `changedBy`, the relations' documents,
 * the tasks' standing, and what is there twice said and marked. Invariants: a draft, an undated document and an
 * earlier one change nothing; a document is never taken for another by its number alone; both versions stay whole.
 */
import { DUPLICATE_CODE, findDuplicates } from "./duplicates.ts";
import { documentMeant } from "./document-meant.ts";
import { findSectionReferences, resolveReference } from "./section-references.ts";
import type { Assignment, Plan, PlanChange, PlanRelation } from "./types.ts";

/** A change and the document that it is made to. */
interface Made {
  readonly documentId: string;
  readonly change: PlanChange;
}

/** @param plans as `parsePlan` gives them, not as this function gave them before. */
export function relatePlans(plans: readonly Plan[]): Plan[] {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const linked = plans.map((plan) => ({
    ...plan,
    relations: plan.relations.map((relation) => ({ ...relation, documentId: documentMeant(relation, plan, plans)?.id ?? null })),
  }));
  const made = linked.flatMap((plan) => [...changesStated(plan, byId), ...changesInCatalogue(plan, byId)]);
  const duplicates = findDuplicates(plans);
  return linked.map((plan) => {
    const twice = duplicates.get(plan.id);
    const changedBy = made
      .filter(({ documentId }) => twice?.same.has(documentId))
      .map(({ change }) => change)
      .toSorted((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
    const warnings = [...plan.warnings, ...(twice?.warnings ?? [])];
    return withChanges({ ...plan, warnings, copyOf: twice?.copyOf ?? null }, changedBy);
  });
}

/**
 * A plan as it was before `relatePlans` told it of others, so that it can be related among fewer.
 *
 * @param plan as `relatePlans` gives it.
 */
export function unrelatedPlan({ statedStatus, ...plan }: Plan): Plan {
  return {
    ...plan,
    status: statedStatus ?? plan.status,
    relations: plan.relations.map(({ documentId: _documentId, ...relation }) => relation),
    warnings: plan.warnings.filter(({ code }) => code !== DUPLICATE_CODE),
    assignments: plan.assignments.map(({ standing: _standing, changedBy: _changedBy, ...assignment }) => assignment),
    copyOf: null,
    changedBy: [],
  };
}

/** Only what is issued and dated changes anything, and only what is older than itself. */
function comesAfter(later: Plan, earlier: Plan, statedDate: string | null): boolean {
  if (later.status === "draft" || later.id === earlier.id || later.issuedOn === null) return false;
  const before = earlier.issuedOn?.value ?? statedDate;
  return before !== null && before < later.issuedOn.value;
}

function changesStated(plan: Plan, byId: ReadonlyMap<string, Plan>): Made[] {
  const since = plan.effectiveOn?.value ?? plan.issuedOn?.value ?? null;
  return plan.relations.flatMap((relation) => {
    const earlier = byId.get(relation.documentId ?? "");
    if ((relation.kind !== "amends" && relation.kind !== "supersedes") || earlier === undefined) return [];
    if (!comesAfter(plan, earlier, relation.issuedOn)) return [];
    return changesOf(relation, earlier).map((change) => ({ documentId: earlier.id, change: { ...change, documentId: plan.id, since } }));
  });
}

/** One change for each section that says it and each kind of change. */
function changesOf(relation: PlanRelation, earlier: Plan): Omit<PlanChange, "documentId" | "since">[] {
  if (relation.targets.length === 0 || relation.kind === "supersedes")
    return [{ kind: relation.kind === "supersedes" ? "supersedes" : "amends", sectionId: relation.evidence.sectionId, sectionIds: [] }];
  const changes = new Map<string, Omit<PlanChange, "documentId" | "since">>();
  for (const target of relation.targets) {
    const [reference] = findSectionReferences(target.printed);
    const meant = reference === undefined ? null : resolveReference(reference, earlier);
    // A part that cannot be found amends the document, and no task of it in particular.
    const kind = target.repeals && meant !== null ? "supersedes" : "amends";
    const key = `${kind} ${target.evidence.sectionId} ${String(meant === null)}`;
    const before = changes.get(key)?.sectionIds ?? [];
    changes.set(key, { kind, sectionId: target.evidence.sectionId, sectionIds: meant === null ? before : [...before, meant] });
  }
  return [...changes.values()];
}

/** What an editor says needs no dates, but does not stand against them. */
function changesInCatalogue(plan: Plan, byId: ReadonlyMap<string, Plan>): Made[] {
  const first = plan.sections[0];
  if (plan.status === "draft" || first === undefined) return [];
  return plan.supersedes.flatMap((id) => {
    const earlier = byId.get(id);
    if (earlier === undefined || earlier.id === plan.id || earlier.supersedes.includes(plan.id)) return [];
    const dated = plan.issuedOn !== null && earlier.issuedOn !== null;
    if (dated && !comesAfter(plan, earlier, null)) return [];
    const said = plan.relations.find((relation) => relation.documentId === id)?.evidence.sectionId ?? first.id;
    return [{ documentId: id, change: { kind: "supersedes", documentId: plan.id, sectionId: said, since: null, sectionIds: [] } }];
  });
}

function withChanges(plan: Plan, all: readonly PlanChange[]): Plan {
  // An editor's word adds nothing to what the text says itself.
  const changedBy = all.filter(
    (change) =>
      change.since !== null ||
      !all.some((other) => other.since !== null && other.documentId === change.documentId && supersedesWhole(other)),
  );
  if (changedBy.length === 0) return { ...plan, changedBy };
  const whole = changedBy.some(supersedesWhole);
  const status = whole ? "superseded" : plan.status === "draft" ? "draft" : "amended";
  const above = new Map(plan.sections.map((section) => [section.id, section.parentId]));
  return {
    ...plan,
    status,
    statedStatus: plan.status,
    changedBy,
    assignments: plan.assignments.map((assignment) => withStanding(assignment, changedBy, above)),
  };
}

/** True of a change that replaces the whole document, not parts of it. */
export function supersedesWhole({ kind, sectionIds }: PlanChange): boolean {
  return kind === "supersedes" && sectionIds.length === 0;
}

/** The latest change that touches a task decides; one to the whole document touches all. */
function withStanding(assignment: Assignment, changes: readonly PlanChange[], above: ReadonlyMap<string, string | null>): Assignment {
  const sections: string[] = [];
  for (let id: string | null = assignment.evidence.sectionId; id !== null; id = above.get(id) ?? null) sections.push(id);
  const touching = changes.filter((change) => supersedesWhole(change) || change.sectionIds.some((id) => sections.includes(id)));
  const last = touching.findLast(supersedesWhole) ?? touching.at(-1);
  if (last === undefined) return assignment;
  const { documentId, sectionId } = last;
  return { ...assignment, standing: last.kind === "supersedes" ? "superseded" : "amended", changedBy: { documentId, sectionId } };
}
