/** Which role and unit the claims of an identity provider give: "groups:aide-editors=editor". */
import { RoleSchema, type Role } from "../contract/access.ts";
import type { PublicText } from "../base/app-error.ts";

export interface RoleRule {
  readonly claim: string;
  /** "*" for any value. */
  readonly value: string;
  readonly role: Role;
}

/** @param faults gets one sentence for each fault, in both languages. */
export function readRoleRules(text: string | undefined, faults: PublicText[]): readonly RoleRule[] {
  const parts = (text ?? "").split(/[,;\n]+/u).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
  return parts.flatMap((part) => {
    const groups = /^(?<claim>[^:=\s]+):(?<value>[^=]+)=(?<role>[a-z]+)$/u.exec(part)?.groups;
    const role = RoleSchema.safeParse(groups?.["role"]);
    if (groups !== undefined && role.success)
      return [{ claim: groups["claim"] ?? "", value: (groups["value"] ?? "").trim(), role: role.data }];
    faults.push({
      vi: `AIDE_OIDC_ROLES: "${part}" không có dạng "groups:aide-editors=editor"`,
      en: `AIDE_OIDC_ROLES: "${part}" is not of the form "groups:aide-editors=editor"`,
    });
    return [];
  });
}

const order: readonly Role[] = ["official", "editor", "administrator"];

function valuesOf(claim: unknown): readonly string[] {
  if (typeof claim === "string") return [claim];
  return Array.isArray(claim) ? claim.filter((value) => typeof value === "string") : [];
}

/** The highest role that any rule gives; null where none does: such a person has no account here. */
export function roleOf(claims: Readonly<Record<string, unknown>>, rules: readonly RoleRule[]): Role | null {
  const given = rules.filter(({ claim, value }) => {
    // Own properties only: a claim called "constructor" is not everybody's.
    const values = Object.hasOwn(claims, claim) ? valuesOf(claims[claim]) : [];
    return value === "*" ? values.length > 0 : values.includes(value);
  });
  return order.findLast((role) => given.some((rule) => rule.role === role)) ?? null;
}

/** The unit that a claim names; null where there is no such claim, or the settings name none. */
export function unitOf(claims: Readonly<Record<string, unknown>>, claim: string | null): string | null {
  const value = claim !== null && Object.hasOwn(claims, claim) ? valuesOf(claims[claim])[0] : undefined;
  const unit = value?.trim() ?? "";
  return unit === "" ? null : unit.slice(0, 200);
}
