/** Who may read what, said a second time and in other words than `authorize`: what the trial believes. */
import type { DocumentAccess, Role } from "../../../src/contract/access.ts";

export interface ModelDocument {
  readonly id: string;
  access: DocumentAccess;
  unit: string | null;
  removed: boolean;
}

export interface ModelAccount {
  readonly login: string;
  readonly id: string;
  role: Role;
  unit: string | null;
  suspended: boolean;
}

/** How somebody comes: nothing, a session, a key, a widget token; and whether it still holds. */
export type ModelCaller =
  | { readonly kind: "anonymous" }
  | { readonly kind: "session"; readonly account: ModelAccount; readonly strong: boolean; readonly holds: boolean }
  | { readonly kind: "key"; readonly account: ModelAccount; readonly scopes: readonly string[]; readonly holds: boolean }
  | { readonly kind: "widget"; readonly holds: boolean };

/** What is left of a caller: refused outright, a member of the public, or staff of a unit with certain powers. */
export type Standing =
  | { readonly is: "refused" }
  | { readonly is: "public" }
  | {
      readonly is: "staff";
      readonly unit: string | null;
      readonly powers: ReadonlySet<"edit" | "administer">;
      readonly scopes: readonly string[] | null;
    };

export function standingOf(caller: ModelCaller): Standing {
  if (caller.kind === "anonymous") return { is: "public" };
  if (caller.kind === "widget") return caller.holds ? { is: "public" } : { is: "refused" };
  const { account } = caller;
  if (!caller.holds || account.suspended) return caller.kind === "key" ? { is: "refused" } : { is: "public" };
  const powers = new Set<"edit" | "administer">();
  const isFullAdministrator = account.role === "administrator" && (caller.kind === "key" || caller.strong);
  if (account.role === "editor" || isFullAdministrator) powers.add("edit");
  if (isFullAdministrator) powers.add("administer");
  return { is: "staff", unit: account.unit, powers, scopes: caller.kind === "key" ? caller.scopes : null };
}

export function canRead(standing: Standing, document: ModelDocument): boolean {
  if (document.removed || standing.is === "refused") return false;
  if (standing.is === "staff" && standing.scopes !== null && !standing.scopes.includes("ask")) return false;
  return mayKnow(standing, document);
}

/** Whether somebody may know of a document; which road they come by is another matter. */
export function mayKnow(standing: Standing, { access, unit }: ModelDocument): boolean {
  if (standing.is === "refused") return false;
  if (access === "public") return true;
  if (standing.is === "public") return false;
  return access === "officials" || standing.powers.has("administer") || (unit !== null && unit === standing.unit);
}
