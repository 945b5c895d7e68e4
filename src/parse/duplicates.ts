/** Documents that the collection holds twice: the same bytes, the same text, or the same number, issuer and date. */
import type { Warning } from "../contract/documents.ts";
import { numberKey } from "./named-documents.ts";
import type { Plan } from "./types.ts";

interface Likeness {
  readonly keyOf: (plan: Plan) => string | null;
  readonly vi: string;
  readonly en: string;
}

/** The strongest likeness first; one is enough to say. The first two make a document a copy, whose every word stands elsewhere. */
const LIKENESSES: readonly Likeness[] = [
  { keyOf: ({ sourceHash }) => sourceHash, vi: "cùng một tệp", en: "the same file" },
  { keyOf: ({ text }) => (/\p{L}/u.test(text) ? text : null), vi: "cùng một nội dung", en: "the same text" },
  {
    keyOf: ({ number, issuer, issuedOn }) =>
      number === null || issuedOn === null || issuer === null ? null : `${numberKey(number.value)} ${issuer} ${issuedOn.value}`,
    vi: "cùng số, cơ quan và ngày ban hành",
    en: "the same number, issuer and date",
  },
];

const COPIES = LIKENESSES.slice(0, 2);

/** Which document each copy is a copy of: the first of those that hold the same, by id. */
export function originalsOf(plans: readonly Plan[]): ReadonlyMap<string, string> {
  const groups = COPIES.map(({ keyOf }) => groupsBy(plans, keyOf));
  const originals = new Map<string, string>();
  for (const plan of plans) {
    const same = COPIES.flatMap(({ keyOf }, index) => groups[index]?.get(keyOf(plan) ?? "") ?? []);
    const [first] = same.map(({ id }) => id).toSorted();
    if (first !== undefined && first !== plan.id) originals.set(plan.id, first);
  }
  return originals;
}

/** Ids of the documents that are the same as a document, itself included: a change to one is a change to all. */
export function sameDocuments(plans: readonly Plan[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = LIKENESSES.map(({ keyOf }) => groupsBy(plans, keyOf));
  return new Map(
    plans.map((plan) => [
      plan.id,
      new Set([plan.id, ...LIKENESSES.flatMap(({ keyOf }, index) => (groups[index]?.get(keyOf(plan) ?? "") ?? []).map(({ id }) => id))]),
    ]),
  );
}

/** Warnings by document id, for each document of a pair. */
export function duplicateWarnings(plans: readonly Plan[]): ReadonlyMap<string, readonly Warning[]> {
  const groups = LIKENESSES.map(({ keyOf }) => groupsBy(plans, keyOf));
  const found = new Map<string, readonly Warning[]>();
  for (const plan of plans) {
    const told = new Set([plan.id]);
    const warnings = LIKENESSES.flatMap((likeness, index) => {
      const others = (groups[index]?.get(likeness.keyOf(plan) ?? "") ?? []).filter(({ id }) => !told.has(id));
      for (const { id } of others) told.add(id);
      return others.map((other) => warningOf(plan, other, likeness));
    });
    if (warnings.length > 0) found.set(plan.id, warnings);
  }
  return found;
}

function groupsBy(plans: readonly Plan[], keyOf: Likeness["keyOf"]): ReadonlyMap<string, readonly Plan[]> {
  const groups = new Map<string, Plan[]>();
  for (const plan of plans) {
    const key = keyOf(plan);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return groups;
}

function warningOf(plan: Plan, other: Plan, { vi, en }: Likeness): Warning {
  const at = plan.number?.evidence ?? null;
  return {
    code: "duplicate-document",
    message: `Văn bản này đã có trong kho với tên “${other.id}” (${vi}).`,
    messageEn: `This document is in the collection already as “${other.id}” (${en}).`,
    sectionId: at?.sectionId ?? plan.sections[0]?.id ?? null,
    quote: at === null ? null : plan.text.slice(at.start, at.end),
  };
}
