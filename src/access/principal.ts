/** Who asks, once their cookie, key or token was checked. */
import type { KeyScope, Role } from "../contract/access.ts";

/** Nobody known: sees public documents. */
export interface Visitor {
  readonly kind: "visitor";
}

export interface AccountPrincipal {
  readonly kind: "account";
  readonly accountId: string;
  readonly role: Role;
  /** Null for one who belongs to no unit. */
  readonly unit: string | null;
  /** Whether a second factor was shown; without it an administrator has an official's rights. */
  readonly strong: boolean;
  readonly via: "session" | "key";
  /** Of a key: what it was made for. A session has no bounds but the account's. */
  readonly scopes?: readonly KeyScope[] | undefined;
}

/** A page elsewhere that shows the widget: sees what a visitor sees. */
export interface WidgetPrincipal {
  readonly kind: "widget";
  readonly tokenId: string;
}

export type Principal = Visitor | AccountPrincipal | WidgetPrincipal;

export const visitor: Visitor = Object.freeze({ kind: "visitor" });

/** Who did it, for the audit trail: an account's id, else the kind. */
export function actorOf(principal: Principal): string {
  return principal.kind === "account" ? principal.accountId : principal.kind;
}
