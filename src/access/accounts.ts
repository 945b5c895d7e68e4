/** Keeping accounts: who gets one, who loses one. The last administrator is never lost. */
import type { AccountChange, AccountWire, NewAccount } from "../contract/access.ts";
import type { Account, AccountChanges } from "../store/types/accounts.ts";
import type { Store } from "../store/types/store.ts";
import { conflict } from "./access-errors.ts";
import type { LinkDesk } from "./one-time-links.ts";

export interface AccountDesk {
  /** Without a password: the link that comes with it sets one. @throws AppError "conflict" for a login that is taken. */
  add(account: NewAccount, actor: string): Promise<{ readonly account: Account; readonly link: string }>;
  /**
   * A change of rights ends the account's sessions; a reset takes password and authenticator away and gives a link.
   *
   * @returns null when there is no such account. @throws AppError "conflict" for the last administrator.
   */
  change(input: { id: string; change: AccountChange; actor: string }): Promise<{ account: Account; link: string | null } | null>;
}

export function createAccounts({ store, links }: { store: Store; links: LinkDesk }): AccountDesk {
  return {
    async add({ login, displayName, role, unit }, actor) {
      const account = await store.transaction(async ({ accounts, audit }) => {
        const added = await accounts.add({ login, displayName, role, unit });
        if (added === "taken") throw conflict({ vi: "Tên đăng nhập này đã có.", en: "This login is taken." });
        await audit.append({ actor, action: "account.add", object: added.id, details: { role, unit } });
        return added;
      });
      return { account, link: await links.newResetLink(account.id) };
    },
    async change({ id, change, actor }) {
      const { reset = false, ...rest } = change;
      const account = await store.transaction(async ({ accounts, sessions, oneTimeLinks, audit }) => {
        const before = await accounts.byId(id);
        if (before === null) return null;
        const loses = (rest.role ?? "administrator") !== "administrator" || rest.status === "suspended";
        const isLast = before.role === "administrator" && before.status === "active" && (await accounts.countAdministrators()) <= 1;
        if (loses && isLast) throw lastAdministrator();
        const changed = await accounts.update(id, { ...given(rest), ...(reset ? { passwordHash: null, totpSecret: null } : {}) });
        if (changed === null || changed === "taken") return null;
        if (reset || rest.role !== undefined || rest.unit !== undefined || rest.status !== undefined) await sessions.removeOfAccount(id);
        if (rest.status === "suspended") await oneTimeLinks.withdraw("reset", id);
        await audit.append({ actor, action: reset ? "account.reset" : "account.change", object: id, details: auditedOf(rest) });
        return changed;
      });
      return account === null ? null : { account, link: reset ? await links.newResetLink(id) : null };
    },
  };
}

/** What was left out stays as it is. */
function given({ displayName, role, unit, status }: Omit<AccountChange, "reset">): AccountChanges {
  return {
    ...(displayName === undefined ? {} : { displayName }),
    ...(role === undefined ? {} : { role }),
    ...(unit === undefined ? {} : { unit }),
    ...(status === undefined ? {} : { status }),
  };
}

/** Names stay out of the trail: its entries cannot be erased. */
function auditedOf({ role, unit, status, displayName }: Omit<AccountChange, "reset">): Record<string, string | boolean | null> {
  return {
    ...(role === undefined ? {} : { role }),
    ...(unit === undefined ? {} : { unit }),
    ...(status === undefined ? {} : { status }),
    ...(displayName === undefined ? {} : { renamed: true }),
  };
}

function lastAdministrator(): ReturnType<typeof conflict> {
  return conflict({
    vi: "Đây là quản trị viên cuối cùng: hãy lập quản trị viên khác trước.",
    en: "This is the last administrator: make another one first.",
  });
}

/** Without hashes and secrets. */
export function accountWire(account: Account): AccountWire {
  const { id, login, displayName, role, unit, status, createdAt, updatedAt } = account;
  return {
    id,
    login,
    displayName,
    role,
    unit,
    status,
    hasPassword: account.passwordHash !== null,
    hasAuthenticator: account.totpSecret !== null,
    external: account.oidcIssuer !== null,
    createdAt,
    updatedAt,
  };
}
