/** Everything that can be done here, and the least that one must be to do it. One table; `authorize` reads it. */
import type { KeyScope, Role } from "../contract/access.ts";

export interface ActionRule {
  readonly least: "everyone" | Role;
  /** What a key must have been made for; null where its owner's role is all that counts. */
  readonly scope: KeyScope | null;
  /** Whether a page elsewhere may do it with a widget token. */
  readonly widget: boolean;
}

const anyone = (scope: KeyScope | null): ActionRule => ({ least: "everyone", scope, widget: true });
const least = (role: Role, scope: KeyScope | null): ActionRule => ({ least: role, scope, widget: false });

export const actions = {
  /** Pages, their assets, health, the contract: nothing of a document is in them. */
  "public.read": anyone(null),
  /** How the server does. */
  "metrics.read": anyone(null),

  ask: anyone("ask"),
  search: anyone("ask"),
  "document.list": anyone("ask"),
  "document.read": anyone("ask"),
  "assignment.list": anyone("ask"),
  "readiness.read": anyone(null),
  "feedback.give": anyone("ask"),
  "answer.check": anyone("ask"),

  "feedback.list": least("editor", "publish"),
  "document.add": least("editor", "publish"),
  "document.change": least("editor", "publish"),
  "document.remove": least("editor", "publish"),
  "index.run": least("editor", "publish"),
  "job.list": least("editor", "publish"),
  "job.read": least("editor", "publish"),
  "job.cancel": least("editor", "publish"),
  "generation.list": least("editor", "publish"),
  "generation.activate": least("editor", "publish"),

  /** Signing in, out, and asking who one is. A key is no session, and a page elsewhere has no business here. */
  "session.use": { least: "everyone", scope: null, widget: false },
  /** Whoever holds a one-time link may use it once. */
  "setup.use": { least: "everyone", scope: null, widget: false },
  "key.own": least("official", "manage"),
  "account.manage": least("administrator", "manage"),
  "key.manage": least("administrator", "manage"),
  "widget-token.manage": least("administrator", "manage"),
  "audit.read": least("administrator", "manage"),
} as const satisfies Readonly<Record<string, ActionRule>>;

export type Action = keyof typeof actions;
