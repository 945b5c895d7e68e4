/**
 * The register: who does what, from prose, headings, labelled lines and table rows.
 *
 * Input: sections of the main document. Output: assignments in the plan's order, each with the words that prove it.
 */
import { agencyNamed, findAgencies } from "../language/agencies.ts";
import {
  agencyOfHeading,
  beforeVerb,
  meansEveryAgency,
  splitAgencies,
  startsWithAgency,
  subjectAgency,
} from "../language/agency-phrases.ts";
import { findLabelledValues, type LabelledValue } from "./labelled-lines.ts";
import { readTableRows } from "./table-rows.ts";
import type { Assignment, Evidence, Section } from "./types.ts";

interface Context {
  readonly documentId: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly childrenOf: ReadonlyMap<string | null, readonly Section[]>;
}

interface Named {
  readonly names: readonly string[];
  readonly evidence: Evidence;
}

const DUE =
  /(?:trước|chậm nhất|đến hết|hoàn thành)[^.;\n]{0,30}?(?:ngày|tháng|quý|năm)\s*[\d/IVX]+(?:\s*(?:và|,)\s*(?:ngày\s*)?\d{1,2}\/\d{1,2})*(?:\s*tháng\s*\d+)?(?:\s*năm\s*\d{4})?(?:\s*(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần))?|(?:hằng|hàng) năm\s*\(?trước ngày\s*[\d/]+(?:\s*tháng\s*\d+)?\)?/iu;
const SUPPORTS = /^(?:(?:có|chịu) trách nhiệm\s*:?\s*)?(?:tiếp tục\s+)?phối hợp(?!,)/iu;
const PARTNERS = /phối hợp(?:\s+chặt chẽ)?(?:,\s*trao đổi thông tin)?\s+(?:với|cùng)?\s*([^.;\n]{3,260})/iu;

const SKIPPED = new Set(["head", "tail", "letter", "row", "annex"]);

/** Partners that a task names after "phối hợp với". */
function partnersOf(task: string): string[] {
  const list = beforeVerb(PARTNERS.exec(task)?.[1] ?? "");
  const known = findAgencies(list).map(({ start, end }) => list.slice(start, end));
  const first = subjectAgency(list)?.name;
  return [...new Set(first !== undefined && known.length === 0 ? splitAgencies(first) : known)];
}

function makeAssignments(
  context: Context,
  input: { named: Named; task: { sectionId: string; start: number; end: number }; labels: readonly LabelledValue[]; supports: boolean },
): Assignment[] {
  const { named, task, labels, supports } = input;
  const words = context.text.slice(task.start, task.end).trim();
  // "I. Sở Y tế:" with nothing under it assigns nothing.
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const labelled = (kind: LabelledValue["kind"]): string | null => labels.find((label) => label.kind === kind)?.value ?? null;
  const partners = labels.filter((label) => label.kind === "support").flatMap((label) => splitAgencies(label.value));
  return named.names.map((agency) => ({
    documentId: context.documentId,
    agency,
    canonicalAgency: agencyNamed(agency)?.name ?? null,
    role: meansEveryAgency(agency) ? "all" : supports ? "support" : "lead",
    task: words,
    partners: partners.length > 0 ? partners : partnersOf(words).filter((partner) => partner !== agency),
    time: labelled("time") ?? DUE.exec(words)?.[0] ?? null,
    budget: labelled("budget"),
    product: labelled("product"),
    evidence: { sectionId: task.sectionId, start: task.start, end: task.end },
    agencyEvidence: named.evidence,
  }));
}

/** A section's own words after its mark. */
function ownText(context: Context, section: Section): { text: string; start: number } {
  const raw = context.text.slice(section.start, section.ownEnd);
  const skip = section.marker.length + (/^\s*/u.exec(raw.slice(section.marker.length))?.[0].length ?? 0);
  return { text: raw.slice(skip), start: section.start + skip };
}

/** Sections under labelled lines ("Cơ quan chủ trì: …") in the section's own text or its children. */
function fromLabels(context: Context, section: Section): Assignment[] {
  const whole = context.text.slice(section.start, section.end);
  const labels = findLabelledValues(whole);
  const leads = labels.filter((label) => label.kind === "lead");
  const first = labels[0];
  if (leads.length === 0 || first === undefined) return [];
  // A section that only groups labelled items is none itself: its items will be read on their own.
  if (
    (context.childrenOf.get(section.id) ?? []).some(
      (child) =>
        findLabelledValues(context.text.slice(child.start, child.end)).some((label) => label.kind === "lead") &&
        !/^(?:dash|plus)$/u.test(child.kind),
    )
  )
    return [];
  const own = ownText(context, section);
  const until = Math.min(section.start + first.start, section.end);
  const end = own.start + context.text.slice(own.start, until).replace(/[\s\-+•–(]+$/u, "").length;
  if (end <= own.start) return [];
  return leads.flatMap((lead) =>
    makeAssignments(context, {
      named: {
        names: splitAgencies(lead.value),
        evidence: { sectionId: section.id, start: section.start + lead.start, end: section.start + lead.end },
      },
      task: { sectionId: section.id, start: own.start, end },
      labels,
      supports: false,
    }),
  );
}

/** "Giao Sở X chủ trì …" and sentences whose subject is an agency. */
function fromSubject(context: Context, section: Section): { assignments: Assignment[]; name: string } | null {
  const own = ownText(context, section);
  const subject = subjectAgency(own.text);
  if (subject === null) return null;
  const names = splitAgencies(subject.name).filter((name, index) => index === 0 || startsWithAgency(name) || meansEveryAgency(name));
  const task = own.text.slice(subject.taskStart);
  const start = own.start + subject.taskStart;
  const assignments = makeAssignments(context, {
    named: {
      names: names.length > 0 && !meansEveryAgency(subject.name) ? names : [subject.name],
      evidence: { sectionId: section.id, start: own.start + subject.start, end: own.start + subject.start + subject.name.length },
    },
    task: { sectionId: section.id, start, end: start + task.length },
    labels: findLabelledValues(task),
    supports: SUPPORTS.test(task),
  });
  return { assignments, name: subject.name };
}

/**
 * The agency that a section is about: its heading names it, or its first line does before a colon and the tasks follow
 * ("1. Sở Y tế:", "2. Sở Nội vụ có trách nhiệm:").
 */
function agencyAbout(context: Context, section: Section): string | null {
  if (section.heading !== "") return agencyOfHeading(section.heading);
  const own = ownText(context, section).text;
  if (!own.endsWith(":") || own.includes("\n") || !context.childrenOf.has(section.id)) return null;
  return agencyOfHeading(own) ?? subjectAgency(own)?.name ?? null;
}

/** Sections under a heading that names an agency: its paragraphs or bullets are the tasks. */
function fromHeading(context: Context, section: Section, agency: string): Assignment[] {
  const names = meansEveryAgency(agency) ? agency.split(/\s*;\s*/u) : splitAgencies(agency);
  const headingEnd = context.text.indexOf("\n", section.start);
  const named: Named = {
    names,
    evidence: {
      sectionId: section.id,
      start: section.start,
      end: headingEnd === -1 ? section.ownEnd : Math.min(headingEnd, section.ownEnd),
    },
  };
  const own: Assignment[] = [];
  for (let start = named.evidence.end + 1; start < section.ownEnd;) {
    const newline = context.text.indexOf("\n", start);
    const end = newline === -1 || newline > section.ownEnd ? section.ownEnd : newline;
    own.push(
      ...makeAssignments(context, {
        named,
        task: { sectionId: section.id, start, end },
        labels: [],
        supports: SUPPORTS.test(context.text.slice(start, end)),
      }),
    );
    start = end + 1;
  }
  const children = (context.childrenOf.get(section.id) ?? []).flatMap((child): Assignment[] => {
    const other = agencyAbout(context, child);
    if (other !== null && other !== agency) return fromHeading(context, child, other);
    const bySubject = fromSubject(context, child);
    if (bySubject !== null && bySubject.name !== agency) return bySubject.assignments;
    const { start, text } = ownText(context, child);
    return makeAssignments(context, {
      named,
      task: { sectionId: child.id, start, end: child.end },
      labels: findLabelledValues(text),
      supports: SUPPORTS.test(text),
    });
  });
  return [...own, ...children];
}

/** "…; giao Sở Tài chính bố trí kinh phí", "…, yêu cầu các cơ quan, đơn vị triển khai". */
const ORDERS = /(?<=[.;,]\s+|\n)(?=(?:giao|Giao|đề nghị|Đề nghị|yêu cầu|Yêu cầu)\s+(?:\p{Lu}|các\s))/gu;
/** "Trong quá trình thực hiện, nếu có vướng mắc, các sở, ngành kịp thời báo cáo": a duty to report. */
const DUTY_TO_REPORT =
  /(?<=^(?:Trong quá trình|Trường hợp|Nếu|Căn cứ Kế hoạch)[^.;]{0,160},\s+)(?=(?:các|Các)\s[^.;]{0,120}?\s(?:kịp thời|gửi|phản ánh|báo cáo|tổ chức|triển khai)\s)/gu;

/** Orders and duties inside a paragraph that opens with other words. */
function fromOrders(context: Context, section: Section): Assignment[] {
  const own = ownText(context, section);
  const places = [
    ...new Set([...own.text.matchAll(ORDERS), ...[...own.text.matchAll(DUTY_TO_REPORT)].slice(0, 1)].map((match) => match.index)),
  ];
  return places.flatMap((place) => {
    const rest = own.text.slice(place);
    const subject = subjectAgency(rest, { anyCase: true });
    if (subject === null) return [];
    const stop = rest.slice(subject.taskStart).search(/[.;](?:\s|$)/u);
    const end = stop === -1 ? rest.length : subject.taskStart + stop;
    const at = own.start + place;
    return makeAssignments(context, {
      named: {
        names: meansEveryAgency(subject.name) ? [subject.name] : splitAgencies(subject.name),
        evidence: { sectionId: section.id, start: at + subject.start, end: at + subject.start + subject.name.length },
      },
      task: { sectionId: section.id, start: at + subject.taskStart, end: at + end },
      labels: [],
      supports: SUPPORTS.test(rest.slice(subject.taskStart)),
    });
  });
}

/** All assignments of a document's sections, in the plan's order, none twice. */
export function readAssignments(input: { documentId: string; text: string; sections: readonly Section[] }): Assignment[] {
  const childrenOf = new Map<string | null, Section[]>();
  for (const section of input.sections) {
    const siblings = childrenOf.get(section.parentId);
    if (siblings === undefined) childrenOf.set(section.parentId, [section]);
    else siblings.push(section);
  }
  const context: Context = { ...input, childrenOf };
  const covered = new Set<string>();
  const cover = (section: Section): void => {
    covered.add(section.id);
    for (const child of childrenOf.get(section.id) ?? []) cover(child);
  };
  const found: Assignment[] = [];
  for (const section of input.sections) {
    if (covered.has(section.id) || SKIPPED.has(section.kind) || section.id.startsWith("cong-van")) continue;
    const agency = agencyAbout(context, section);
    const byHeading = agency === null ? [] : fromHeading(context, section, agency);
    if (byHeading.length > 0) {
      found.push(...byHeading);
      cover(section);
      continue;
    }
    const byLabels = fromLabels(context, section);
    if (byLabels.length > 0) {
      found.push(...byLabels);
      cover(section);
      continue;
    }
    const bySubject = fromSubject(context, section);
    found.push(...(bySubject?.assignments ?? []), ...fromOrders(context, section));
  }
  const rows = readTableRows(input.text, input.sections).flatMap((row) =>
    row.agencies.length === 0
      ? []
      : makeAssignments(context, {
          named: { names: row.agencies, evidence: row.agencyEvidence },
          task: row.task,
          labels: row.labels,
          supports: false,
        }),
  );
  return [...found, ...rows].toSorted((a, b) => a.evidence.start - b.evidence.start);
}
