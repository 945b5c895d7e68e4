/** The history of the tables is walked forward, whole steps only. */
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import { firstTables } from "../../src/store/migrations/0001-first-tables.ts";
import { migrate, schemaVersion } from "../../src/store/migrations/migrate.ts";
import type { Migration } from "../../src/store/migrations/migration.ts";
import { migrations } from "../../src/store/migrations/migrations.ts";
import { openStore } from "../../src/store/open-store.ts";
import { sha256 } from "../../src/base/files.ts";
import { libsqlDialect } from "../../src/store/sqlite/libsql-dialect.ts";
import { openDatabase } from "../../src/store/sqlite/open-database.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const now = (): Date => new Date("2026-11-23T08:00:00.000Z");
const first: Migration = {
  number: 1,
  name: "first",
  statements: ["create table things (id text primary key)", "insert into things values ('old')"],
};
const second: Migration = {
  number: 2,
  name: "second",
  statements: ["alter table things add column unit text", "insert into things values ('new', 'x')"],
};
const broken: Migration = {
  number: 2,
  name: "broken",
  statements: ["insert into things values ('half')", "insert into nowhere values (1)"],
};

interface Things {
  things: { id: string };
}

function open(path = ":memory:"): Kysely<Things> {
  return new Kysely<Things>({ dialect: libsqlDialect(openDatabase(path)) });
}

async function things(db: Kysely<Things>): Promise<readonly string[]> {
  return (await db.selectFrom("things").select("id").orderBy("id").execute()).map(({ id }) => id);
}

it("applies what is missing, in order, once", async () => {
  const db = open();
  expect(await migrate({ db, migrations: [first], now })).toBe(1);
  expect(await migrate({ db, migrations: [first, second], now })).toBe(1);
  expect(await migrate({ db, migrations: [first, second], now })).toBe(0);
  expect(await things(db)).toEqual(["new", "old"]);
  expect(await schemaVersion(db)).toBe(2);
  await db.destroy();
});

it("leaves everything as it was when a step fails", async () => {
  const db = open();
  await migrate({ db, migrations: [first], now });
  await expect(migrate({ db, migrations: [first, broken], now })).rejects.toThrow("nowhere");
  expect(await things(db)).toEqual(["old"]);
  expect(await schemaVersion(db)).toBe(1);
  expect(await migrate({ db, migrations: [first, second], now })).toBe(1);
  await db.destroy();
});

it("makes the tables once when two programs start at the same time", async () => {
  const path = join(temporaryFolder(), "aide.db");
  const stores = await Promise.all([openStore(path), openStore(path), openStore(path)]);
  await Promise.all(stores.map((store, n) => store.audit.append({ actor: `${n}`, action: "start" })));
  for (const store of stores) expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 3 });
  for (const store of stores) await store.close();
});

it("numbers its steps from 1 without a gap", () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, n) => n + 1));
});

it("never changes a step that was released: a change is a step of its own", () => {
  // Databases out there have gone through exactly this.
  expect(sha256(firstTables.statements.join(";\n"))).toBe("daf450982cae775f0390b1b2e29fd54cb0fcee3b0417a38a751b91ebf906bb24");
});

it("gives the tables whose columns the program names, and no others", async () => {
  const db = open();
  await migrate({ db, migrations, now });
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual([
    "accounts",
    "answer_citations",
    "answers",
    "api_keys",
    "audit",
    "audit_head",
    "catalogue",
    "cited_texts",
    "feedback",
    "jobs",
    "migrations",
    "one_time_links",
    "originals",
    "sessions",
    "settings",
    "widget_tokens",
  ]);
  await db.destroy();
});
