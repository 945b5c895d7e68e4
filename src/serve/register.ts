/** Assignments of the plans as rows of GET /v1/assignments: chosen by its filters, each with its reference. */
import type { AssignmentRow, AssignmentsQuery, AssignmentsResponse } from "../contract/assignments.ts";
import { fullReference } from "../answer/reference.ts";
import { agencyNamed } from "../language/agencies.ts";
import { lastDayOf } from "../language/deadlines.ts";
import { foldedWords, nameKey } from "../language/fold.ts";
import type { Assignment, Plan, ReportDuty } from "../parse/types.ts";
import { passageUrl } from "./passage-url.ts";

/** Names match with or without diacritics, abbreviated and in part; filters are joined by and. Rows keep the plans' order. */
export function findAssignments(query: AssignmentsQuery, plans: readonly Plan[]): AssignmentsResponse {
  const matches = assignmentFilter(query);
  const assignments = plans
    .filter((plan) => matchesPlan(plan, query))
    .flatMap((plan) =>
      plan.assignments
        .flatMap(dutiesOf)
        .filter(matches)
        .map((duty) => rowOf(plan, duty)),
    );
  return { assignments, total: assignments.length };
}

/** What one row shows: an assignment, or one of the reports it holds. */
interface Duty extends Assignment {
  readonly reportVia: readonly string[];
}

/**
 * An assignment as its rows: a task that also holds duties to report is followed by a row for each, so that who reports to
 * whom can be listed; one that is to report has a row for each report.
 */
function dutiesOf(assignment: Assignment): Duty[] {
  const { reports, kind } = assignment;
  const task: Duty[] = kind === "report" && reports.length > 0 ? [] : [{ ...assignment, reportTo: [], reportVia: [] }];
  return [...task, ...reports.map((report) => reportOf(assignment, report))];
}

function reportOf(assignment: Assignment, { to, via, time, schedule, evidence }: ReportDuty): Duty {
  const alone = assignment.kind === "report" && assignment.reports.length === 1;
  const words = assignment.task.slice(evidence.start - assignment.evidence.start, evidence.end - assignment.evidence.start);
  return {
    ...assignment,
    kind: "report",
    task: alone ? assignment.task : words,
    evidence: alone ? assignment.evidence : evidence,
    // Partners, money and product belong to the task as a whole.
    partners: alone ? assignment.partners : [],
    budget: alone ? assignment.budget : null,
    budgetDong: alone ? assignment.budgetDong : null,
    product: alone ? assignment.product : null,
    time: alone ? assignment.time : time,
    schedule: alone ? assignment.schedule : schedule,
    reportTo: to,
    reportVia: via,
  };
}

function matchesPlan(plan: Plan, { document, place }: AssignmentsQuery): boolean {
  // A copy's tasks are those of its original: they are listed once, unless the copy itself is asked for.
  if (document === undefined ? plan.copyOf !== null : plan.id !== document) return false;
  const wanted = nameKey(place ?? "");
  if (wanted === "") return place === undefined;
  const names = [plan.place?.name, plan.place?.province, ...plan.placeAliases].map((name) => nameKey(name ?? ""));
  // The wish may say more than the name ("tỉnh …"), but a part of the name is another place's too.
  return names.some((name) => name !== "" && ` ${wanted} `.includes(` ${name} `));
}

function assignmentFilter({ role, kind, agency, q, due_before: dueBefore }: AssignmentsQuery): (duty: Duty) => boolean {
  const agencyKey = nameKey(agency ?? "");
  const canonical = agency === undefined ? undefined : agencyNamed(agency)?.name;
  const words = q === undefined ? [] : foldedWords(q.normalize("NFC"));
  return (assignment) => {
    if (role !== undefined && assignment.role !== role) return false;
    if (kind !== undefined && assignment.kind !== kind) return false;
    if (agency !== undefined && !namesAgency(assignment, { agencyKey, canonical })) return false;
    if (dueBefore !== undefined && !isDueBefore(assignment, dueBefore)) return false;
    const text = [
      assignment.agency,
      assignment.task,
      assignment.time ?? "",
      assignment.product ?? "",
      ...assignment.partners,
      ...assignment.reportTo,
    ].join(" ");
    return words.length === 0 || isSubset(words, new Set(foldedWords(text)));
  };
}

function isDueBefore({ schedule }: Assignment, dueBefore: string): boolean {
  const last = schedule === null ? null : lastDayOf(schedule);
  return last === "yearly" || (last !== null && last.day <= dueBefore);
}

/** An agency that the data files know is matched as itself; any other name by its words. */
function namesAgency({ agency, canonicalAgency }: Assignment, wanted: { agencyKey: string; canonical: string | undefined }): boolean {
  if (wanted.canonical !== undefined && wanted.canonical === canonicalAgency) return true;
  if (wanted.agencyKey === "") return false;
  const english = canonicalAgency === null ? "" : (agencyNamed(canonicalAgency)?.english ?? "");
  const key = withoutAnd(wanted.agencyKey);
  return [agency, canonicalAgency ?? "", english].some((name) => withoutAnd(nameKey(name)).includes(key));
}

/** People leave out the "và" of a name: "Sở Thông tin Truyền thông". Spaces at both ends keep words whole. */
function withoutAnd(key: string): string {
  return ` ${key} `.replaceAll(/ (?:va|and) /gu, " ");
}

function isSubset(words: readonly string[], all: ReadonlySet<string>): boolean {
  return words.every((word) => all.has(word));
}

function rowOf(plan: Plan, assignment: Duty): AssignmentRow {
  const { evidence, canonicalAgency } = assignment;
  const sectionLabel = plan.sections.find((section) => section.id === evidence.sectionId)?.label ?? evidence.sectionId;
  return {
    documentId: plan.id,
    place: plan.place?.name ?? null,
    sectionId: evidence.sectionId,
    sectionLabel,
    agency: assignment.agency,
    canonicalAgency,
    agencyEnglish: canonicalAgency === null ? null : (agencyNamed(canonicalAgency)?.english ?? null),
    agencyPlace: assignment.agencyPlace ?? plan.place?.name ?? null,
    kind: assignment.kind,
    role: assignment.role,
    task: assignment.task,
    partners: [...assignment.partners],
    time: assignment.time,
    schedule: assignment.schedule,
    budget: assignment.budget,
    budgetDong: assignment.budgetDong,
    product: assignment.product,
    reportTo: [...assignment.reportTo],
    reportVia: [...assignment.reportVia],
    start: evidence.start,
    end: evidence.end,
    standing: assignment.standing ?? "current",
    changedBy: assignment.changedBy ?? null,
    reference: fullReference(plan, sectionLabel),
    url: passageUrl(plan, evidence),
  };
}
