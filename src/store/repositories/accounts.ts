/** Accounts in SQL. */
import { newId } from "../../base/ids.ts";
import type { Schema } from "../schema.ts";
import type { Account, AccountChanges, Accounts, NewAccount } from "../types/accounts.ts";
import { inTransaction, type RepositoryContext, type Tables } from "./row-helpers.ts";
import { noRow } from "../no-row.ts";

/** The same for every spelling of a login that a person takes for the same. */
function loginKey(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

function toAccount(row: Schema["accounts"]): Account {
  const { loginKey: _, ...account } = row;
  return account;
}

/** Another account with this login, or with this issuer and subject. */
async function isTaken(db: Tables, account: Account): Promise<boolean> {
  const { id, login, oidcIssuer, oidcSubject } = account;
  const others = await db
    .selectFrom("accounts")
    .select("id")
    .where("id", "<>", id)
    .where((is) =>
      is.or([is("loginKey", "=", loginKey(login)), is.and([is("oidcIssuer", "=", oidcIssuer), is("oidcSubject", "=", oidcSubject)])]),
    )
    .execute();
  return others.length > 0;
}

export function createAccounts({ db, now }: RepositoryContext): Accounts {
  const one = async (id: string, from: Tables = db): Promise<Account | null> => {
    const row = await from.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? null : toAccount(row);
  };
  const count = async (administratorsOnly: boolean): Promise<number> => {
    let query = db.selectFrom("accounts").select((eb) => eb.fn.countAll().as("count"));
    if (administratorsOnly) query = query.where("role", "=", "administrator").where("status", "=", "active");
    return Number((await query.executeTakeFirstOrThrow(noRow)).count);
  };

  return {
    add: (added: NewAccount) =>
      inTransaction(db, async (transaction) => {
        const at = now();
        const account: Account = {
          unit: null,
          passwordHash: null,
          totpSecret: null,
          oidcIssuer: null,
          oidcSubject: null,
          ...added,
          id: newId("u"),
          status: "active",
          createdAt: at,
          updatedAt: at,
        };
        if (await isTaken(transaction, account)) return "taken";
        await transaction
          .insertInto("accounts")
          .values({ ...account, loginKey: loginKey(account.login) })
          .execute();
        return account;
      }),
    byId: (id) => one(id),
    async byLogin(login) {
      const row = await db.selectFrom("accounts").selectAll().where("loginKey", "=", loginKey(login)).executeTakeFirst();
      return row === undefined ? null : toAccount(row);
    },
    async byOidc(issuer, subject) {
      const query = db.selectFrom("accounts").selectAll().where("oidcIssuer", "=", issuer).where("oidcSubject", "=", subject);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : toAccount(row);
    },
    async list() {
      return (await db.selectFrom("accounts").selectAll().orderBy("loginKey").execute()).map(toAccount);
    },
    count: () => count(false),
    countAdministrators: () => count(true),
    update: (id, changes: AccountChanges) =>
      inTransaction(db, async (transaction) => {
        const before = await one(id, transaction);
        if (before === null) return null;
        const after: Account = { ...before, ...changes, id, createdAt: before.createdAt, updatedAt: now() };
        if (await isTaken(transaction, after)) return "taken";
        await transaction
          .updateTable("accounts")
          .set({ ...after, loginKey: loginKey(after.login) })
          .where("id", "=", id)
          .execute();
        return after;
      }),
    remove: (id) =>
      inTransaction(db, async (transaction) => {
        for (const table of ["answers", "feedback"] as const)
          await transaction.updateTable(table).set({ accountId: null }).where("accountId", "=", id).execute();
        const { numDeletedRows } = await transaction.deleteFrom("accounts").where("id", "=", id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}
