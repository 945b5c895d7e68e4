/** Documents that the collection holds twice: the same bytes, the same text, or the same number, issuer and date. */
import type { Warning } from "../contract/documents.ts";
import { numberKey } from "./named-documents.ts";
import type { Plan } from "./types.ts";

/** Of the warning that a document is there twice. */
export const DUPLICATE_CODE = "duplicate-document";

/** What a document shares with others of the collection. */
export interface Duplicates {
  /** One for each other document that is the same. */
  readonly warnings: readonly Warning[];
  /** The first, by id, of the documents that hold the same words; null for that one and where there is no other. */
  readonly copyOf: string | null;
  /** Ids of the documents that are the same, itself included: a change to one is a change to all. */
  readonly same: ReadonlySet<string>;
}

interface Likeness {
  readonly keyOf: (plan: Plan) => string | null;
  /** True where every word of the one stands in the other. */
  readonly isCopy: boolean;
  readonly vi: string;
  readonly en: string;
}

/** The strongest likeness first; one is enough to say. */
const LIKENESSES: readonly Likeness[] = [
  { keyOf: ({ sourceHash }) => sourceHash, isCopy: true, vi: "cùng một tệp", en: "the same file" },
  { keyOf: ({ text }) => (/\p{L}/u.test(text) ? text : null), isCopy: true, vi: "cùng một nội dung", en: "the same text" },
  {
    keyOf: ({ number, issuer, issuedOn }) =>
      number === null || issuedOn === null || issuer === null ? null : `${numberKey(number.value)} ${issuer} ${issuedOn.value}`,
    isCopy: false,
    vi: "cùng số, cơ quan và ngày ban hành",
    en: "the same number, issuer and date",
  },
];

interface Alike {
  readonly likeness: Likeness;
  /** Those that share the key, the document itself among them; none where it has no such key. */
  readonly plans: readonly Plan[];
}

/** By document id, for every document. */
export function findDuplicates(plans: readonly Plan[]): ReadonlyMap<string, Duplicates> {
  const groups = LIKENESSES.map((likeness) => ({ likeness, byKey: groupsBy(plans, likeness.keyOf) }));
  return new Map(
    plans.map((plan) => {
      const alike = groups.map(({ likeness, byKey }) => ({ likeness, plans: byKey.get(likeness.keyOf(plan) ?? "") ?? [] }));
      const same = new Set([plan.id, ...alike.flatMap((group) => group.plans.map(({ id }) => id))]);
      return [plan.id, { warnings: warningsOf(plan, alike), copyOf: originalOf(plan, alike), same }];
    }),
  );
}

function originalOf(plan: Plan, alike: readonly Alike[]): string | null {
  const copies = alike.filter(({ likeness }) => likeness.isCopy).flatMap((group) => group.plans.map(({ id }) => id));
  const first = copies.toSorted()[0] ?? plan.id;
  return first === plan.id ? null : first;
}

function warningsOf(plan: Plan, alike: readonly Alike[]): Warning[] {
  const told = new Set([plan.id]);
  return alike.flatMap(({ likeness, plans }) => {
    const others = plans.filter(({ id }) => !told.has(id));
    for (const { id } of others) told.add(id);
    return others.map((other) => warningOf(plan, other, likeness));
  });
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
    code: DUPLICATE_CODE,
    message: `Văn bản này đã có trong kho với tên “${other.id}” (${vi}).`,
    messageEn: `This document is in the collection already as “${other.id}” (${en}).`,
    sectionId: at?.sectionId ?? plan.sections[0]?.id ?? null,
    quote: at === null ? null : plan.text.slice(at.start, at.end),
  };
}
