/**
 * Kysely's SQLite over libsql: one connection, used by one caller at a time.
 *
 * libsql runs statements on the calling thread. Waiting for another process's lock therefore happens here, between short
 * tries, and not inside SQLite, where it would hold up every request; and between the statements of a long transaction others
 * get their turn.
 */
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely";
import type Database from "libsql";
import { closeDatabase } from "./close-database.ts";
import { isBusy, storeError } from "./store-errors.ts";
import { createTurns } from "./turns.ts";

/** How long a write waits for another process before it is given up, in milliseconds. */
const PATIENCE = 10_000;
/** How long statements run one after the other before whatever else the program does gets its turn, in milliseconds. */
const STRETCH = 8;
/** Statements that stay prepared. Each is kept by libsql until it is collected, so preparing anew each time costs memory. */
const PREPARED = 200;

export function libsqlDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(database: Database.Database): Driver {
  const turns = createTurns({ patienceMs: 3 * PATIENCE });
  const connection = connect(database);
  const run = async (statement: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    init: async () => {},
    async acquireConnection() {
      await turns.take();
      return connection;
    },
    // Immediate: a transaction that turned to writing after it had read could be refused without any waiting.
    beginTransaction: () => run("begin immediate"),
    commitTransaction: () => run("commit"),
    async rollbackTransaction() {
      // After some faults (a full disk) SQLite has rolled back by itself.
      if (database.inTransaction) await run("rollback");
    },
    async releaseConnection() {
      turns.give();
    },
    async destroy() {
      closeDatabase(database);
    },
  };
}

function connect(database: Database.Database): DatabaseConnection {
  const prepared = new Map<string, Database.Statement>();
  /** Milliseconds since others had their turn. */
  let ran = 0;

  function prepare(text: string): Database.Statement {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    prepared.set(text, statement);
    const oldest = prepared.keys().next();
    if (prepared.size > PREPARED && oldest.done !== true) prepared.delete(oldest.value);
    return statement;
  }

  function execute<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = prepare(sql);
    // Never `get`: on a statement that was used before, libsql 0.5 hands out a row of the former parameters.
    // oxlint-disable-next-line no-unsafe-type-assertion -- the type of a row is what the query builder worked out
    if (statement.reader) return { rows: statement.all(parameters) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
  }

  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const until = performance.now() + PATIENCE;
      for (let delay = 2; ; delay = Math.min(2 * delay, 50)) {
        const began = performance.now();
        try {
          const result = execute<Row>(query);
          ran += performance.now() - began;
          if (ran > STRETCH) {
            ran = 0;
            await nextTurn();
          }
          return result;
        } catch (error) {
          // Inside a transaction nothing may be tried again: the transaction holds the lock, so it is not that.
          if (!isBusy(error) || database.inTransaction || performance.now() > until) throw storeError(error);
        }
        await pause(delay);
      }
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error("the store reads in pages, not in streams");
    },
  };
}
