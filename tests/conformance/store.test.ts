import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { openSqlStore } from "../../src/store/sql-store.ts";
import { pgliteDialect } from "./pglite-dialect.ts";
import { describeStore } from "./store.suite.ts";

describeStore("a store in memory", (now) => openStore(":memory:", { now }));

describe("in a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "aide-store-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let count = 0;
  describeStore("a store in a file", (now) => openStore(join(folder, `${(count += 1)}`, "aide.db"), { now }));
});

describe("on PostgreSQL", () => {
  let database: PGlite;
  beforeAll(async () => void (database = await PGlite.create()));
  afterAll(() => database.close());

  describeStore("a store in PGlite", async (now) => {
    await database.exec("drop schema public cascade; create schema public");
    const engine = { backup: () => Promise.reject(new Error("pg_dump copies PostgreSQL")), faults: async () => [], scrub: async () => {} };
    return openSqlStore({ dialect: pgliteDialect(database), engine, now });
  });
});
