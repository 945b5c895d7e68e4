/** Kysely's PostgreSQL over PGlite: shows that the store's tables and queries are PostgreSQL's too. One connection, taken in turns. */
import type { PGlite } from "@electric-sql/pglite";
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely";
import { createTurns } from "../../src/store/sqlite/turns.ts";

export function pgliteDialect(database: PGlite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(database),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function createDriver(database: PGlite): Driver {
  const turns = createTurns({ patienceMs: 10_000 });
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, affectedRows } = await database.query<Row>(sql, [...parameters]);
      return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error("not used");
    },
  };
  const run = async (statement: string): Promise<void> => void (await connection.executeQuery(CompiledQuery.raw(statement)));
  return {
    init: async () => {},
    async acquireConnection() {
      await turns.take();
      return connection;
    },
    beginTransaction: () => run("begin"),
    commitTransaction: () => run("commit"),
    rollbackTransaction: () => run("rollback"),
    releaseConnection: async () => turns.give(),
    destroy: async () => {},
  };
}
