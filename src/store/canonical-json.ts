/** JSON with one spelling for each value: keys sorted by code unit, no spaces (as RFC 8785). What is hashed is spelled so. */
import type { AuditValue } from "./types/audit.ts";

/** @throws for a number that JSON cannot hold. */
export function canonicalJson(value: AuditValue): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("JSON holds finite numbers only");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}

function isList(value: AuditValue): value is readonly AuditValue[] {
  return Array.isArray(value);
}
