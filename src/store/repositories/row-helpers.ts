/** What all repositories share: the database they work on, times and JSON columns. */
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Schema } from "../schema.ts";

export type Tables = Kysely<Schema>;

export interface RepositoryContext {
  /** The connection, or the transaction that is running. */
  readonly db: Tables;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

const texts = z.array(z.string());
const fields = z.record(z.string(), z.unknown());

export function readTexts(json: string): readonly string[] {
  return texts.parse(JSON.parse(json));
}

export function readFields(json: string): Readonly<Record<string, unknown>> {
  return fields.parse(JSON.parse(json));
}

export const toFlag = (value: boolean): number => (value ? 1 : 0);

/** In the transaction that is running, else in one of its own. */
export function inTransaction<T>(db: Tables, work: (db: Tables) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** Times that are noted at most this often are older than what is returned. */
export function aMinuteBefore(time: string): string {
  return new Date(Date.parse(time) - 60_000).toISOString();
}
