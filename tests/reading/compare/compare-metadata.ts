/** What stands around the text: number, date, issuer, subject, signature, recipients, standing, relations. */
import type { Plan } from "../../../src/parse/types.ts";
import type { GoldMention, GoldMetadata } from "../gold/gold-reading.ts";
import type { Tally } from "./tally.ts";
import { emptyTally, tallied } from "./tally.ts";
import type { Comparison } from "./tolerance.ts";

export interface FieldComparison {
  readonly tally: Tally;
  readonly fails: readonly string[];
}

/** A decision and the plan that it issues share number, date and signature: either may hold them. */
export function compareMetadata(plan: Plan, gold: GoldMetadata, compare: Comparison): FieldComparison {
  const parts = [plan, ...plan.attachments];
  const number = parts.map((part) => part.number?.value).find((value) => value !== undefined) ?? null;
  const issuedOn = parts.map((part) => part.issuedOn?.value).find((value) => value !== undefined) ?? null;
  const signer = parts.map((part) => part.signer).find((value) => value !== null) ?? null;
  const bases = Math.max(...parts.map((part) => part.legalBases.length));
  const mark = plan.authority?.mark ?? null;
  const alike = (found: string | null | undefined, expected: string | null): boolean =>
    expected === null ? found == null : found != null && compare.same(found, expected);
  const fields: readonly (readonly [string, boolean, string | number | null | undefined, string | number | null | undefined])[] = [
    ["kind", parts.some(({ kind }) => kind === gold.kind), gold.kind, plan.kind],
    ["number", number === gold.number, gold.number, number],
    ["date", issuedOn === gold.issuedOn, gold.issuedOn, issuedOn],
    ["place of issue", alike(plan.issuedAt?.value, gold.issuedAt), gold.issuedAt, plan.issuedAt?.value],
    ["issuer", alike(plan.issuer, gold.issuer), gold.issuer, plan.issuer],
    ["subject", compare.begins(plan.subject, gold.subject) || compare.holds(plan.subject, gold.subject), gold.subject, plan.subject],
    ["signer", alike(signer?.name, gold.signer?.name ?? null), gold.signer?.name, signer?.name],
    ["title", alike(signer?.title, gold.signer?.title ?? null), gold.signer?.title, signer?.title],
    ["authority", gold.authority.includes(mark), gold.authority.join("/"), mark],
    ["legal bases", bases === gold.legalBases, gold.legalBases, bases],
    ["recipients", plan.recipients.length === gold.recipients, gold.recipients, plan.recipients.length],
    ["status", plan.status === gold.status, gold.status, plan.status],
    ["effect", (plan.effectiveOn?.value ?? null) === gold.effectiveOn, gold.effectiveOn, plan.effectiveOn?.value],
  ];
  const wrong = fields.filter(([, right]) => !right);
  return {
    tally: { right: fields.length - wrong.length, total: fields.length },
    fails: wrong.map(([name, , expected, found]) => `${name}: “${expected ?? "-"}” read as “${found ?? "-"}”`),
  };
}

export function compareRelations(plan: Plan, gold: readonly GoldMention[]): FieldComparison {
  let tally = emptyTally;
  const fails: string[] = [];
  for (const { what, where } of gold) {
    const right = plan.relations.some((relation) => relation.kind === what && relation.number === where);
    tally = tallied(tally, right);
    if (!right)
      fails.push(`relation missed: ${what} ${where} — read: ${plan.relations.map(({ kind, number }) => `${kind} ${number}`).join(", ")}`);
  }
  return { tally, fails };
}
