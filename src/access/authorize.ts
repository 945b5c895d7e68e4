/**
 * The one place that decides who may do what.
 *
 * Input: who asks, the action, and what it is done to. Output: allowed, or why not. Pure: it reads nothing and knows no
 * road; HTTP, jobs, events and exports all ask here.
 * Invariants: what one may not read one may not learn to be there ("hidden" is answered as not found); a key never does
 * more than its owner; an administrator without a second factor has an official's rights.
 */
import { actions, type Action, type ActionRule } from "./actions.ts";
import type { AccessObject, AnswerObject, DocumentObject, JobObject, KeyObject } from "./objects.ts";
import type { AccountPrincipal, Principal } from "./principal.ts";
import type { Role } from "../contract/access.ts";

/**
 * sign-in-needed: nobody known · role-too-low, scope-missing, second-factor-needed: known, and not enough ·
 * other-unit: seen, and kept by others · hidden: not to be told from what is not there
 */
export type Refusal = "sign-in-needed" | "role-too-low" | "scope-missing" | "second-factor-needed" | "other-unit" | "hidden";

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal };

const yes: Decision = Object.freeze({ allowed: true });
const no = (reason: Refusal): Decision => ({ allowed: false, reason });

const rank: Readonly<Record<Role, number>> = { official: 0, editor: 1, administrator: 2 };

/**
 * Decides one action.
 *
 * @param object left out for what is done to nothing in particular: a list (each member is asked for on its own), a call.
 */
export function authorize(principal: Principal, action: Action, object?: AccessObject): Decision {
  const byRole = allowedByRole(principal, actions[action]);
  if (!byRole.allowed || object === undefined) return byRole;
  switch (object.kind) {
    case "document":
      return documentDecision({ principal, action, document: object });
    case "job":
      return jobDecision(principal, object);
    case "key":
      return keyDecision(principal, object);
    case "answer":
      return answerDecision(principal, object);
    default:
      // A kind that nobody thought of is refused, whatever the compiler believed.
      object satisfies never;
      return no("hidden");
  }
}

/** The role that counts right now. */
function effectiveRole({ role, strong }: AccountPrincipal): Role {
  return role === "administrator" && !strong ? "official" : role;
}

export function isAdministrator(principal: Principal): boolean {
  return principal.kind === "account" && effectiveRole(principal) === "administrator";
}

function allowedByRole(principal: Principal, { least, scope, widget }: ActionRule): Decision {
  if (principal.kind === "widget") return widget ? yes : no("sign-in-needed");
  if (principal.kind === "visitor") return least === "everyone" ? yes : no("sign-in-needed");
  if (principal.scopes !== undefined && scope !== null && !principal.scopes.includes(scope)) return no("scope-missing");
  if (least === "everyone" || rank[effectiveRole(principal)] >= rank[least]) return yes;
  return no(rank[principal.role] >= rank[least] ? "second-factor-needed" : "role-too-low");
}

/** Whether a document may be known of at all. */
function mayRead(principal: Principal, { access, unit }: DocumentObject): boolean {
  if (access === "public") return true;
  if (principal.kind !== "account") return false;
  if (access === "officials" || isAdministrator(principal)) return true;
  return unit !== null && unit === principal.unit;
}

/** Editors keep the documents of their own unit; those of no unit are kept by editors of no unit. */
function mayKeep(principal: Principal, unit: string | null): boolean {
  return isAdministrator(principal) || (principal.kind === "account" && principal.unit === unit);
}

function documentDecision({ principal, action, document }: { principal: Principal; action: Action; document: DocumentObject }): Decision {
  // A document that is only about to be there hides nothing: its placement is the asker's own wish.
  if (action === "document.add") return mayKeep(principal, document.unit) ? yes : no("other-unit");
  if (!mayRead(principal, document)) return no("hidden");
  if (actions[action].least === "everyone") return yes;
  return mayKeep(principal, document.unit) ? yes : no("other-unit");
}

/** A job names a file: whoever may not see the document may not see the job. */
function jobDecision(principal: Principal, { aboutDocument, document, unit }: JobObject): Decision {
  if (!aboutDocument || isAdministrator(principal)) return yes;
  if (document !== null) return mayRead(principal, document) && mayKeep(principal, document.unit) ? yes : no("hidden");
  return mayKeep(principal, unit) ? yes : no("hidden");
}

function keyDecision(principal: Principal, { accountId }: KeyObject): Decision {
  if (isAdministrator(principal)) return yes;
  return principal.kind === "account" && principal.accountId === accountId ? yes : no("hidden");
}

/** An old answer quotes what it cites: all of it must be readable today. Documents that are gone hide nothing but their id. */
function answerDecision(principal: Principal, { accountId, documents }: AnswerObject): Decision {
  if (isAdministrator(principal)) return yes;
  if (accountId !== null && !(principal.kind === "account" && principal.accountId === accountId)) return no("hidden");
  return documents.every((document) => document !== null && mayRead(principal, document)) ? yes : no("hidden");
}
