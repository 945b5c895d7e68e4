/** Jobs in SQL. */
import { newId } from "../../base/ids.ts";
import type { Schema } from "../schema.ts";
import type { Job, JobEnd, Jobs } from "../types/jobs.ts";
import { inTransaction, toFlag, type RepositoryContext, type Tables } from "./row-helpers.ts";
import { noRow } from "../no-row.ts";

function toJob(row: Schema["jobs"]): Job {
  const { position: _, ...job } = row;
  return { ...job, cancelAsked: row.cancelAsked === 1 };
}

function endFields(end: JobEnd): Partial<Schema["jobs"]> {
  if (end.state === "failed") return { state: "failed", errorCode: end.errorCode, errorVi: end.publicText.vi, errorEn: end.publicText.en };
  if (end.state === "done" && end.generation !== undefined) return { state: "done", generation: end.generation };
  return { state: end.state };
}

async function oldestWaiting(db: Tables): Promise<string | null> {
  const query = db.selectFrom("jobs").select("id").where("state", "=", "waiting").orderBy("position").orderBy("id").limit(1);
  return (await query.executeTakeFirst())?.id ?? null;
}

export function createJobs({ db, now }: RepositoryContext): Jobs {
  const byId = async (id: string): Promise<Job | null> => {
    const row = await db.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? null : toJob(row);
  };
  return {
    byId,
    add: (added) =>
      inTransaction(db, async (transaction) => {
        const job: Job = {
          documentId: null,
          fileName: null,
          unit: null,
          generation: null,
          ...added,
          id: newId("j"),
          state: "waiting",
          createdAt: now(),
          startedAt: null,
          endedAt: null,
          step: "",
          done: 0,
          total: 0,
          errorCode: null,
          errorVi: null,
          errorEn: null,
          cancelAsked: false,
        };
        const { last } = await transaction
          .selectFrom("jobs")
          .select((eb) => eb.fn.max("position").as("last"))
          .executeTakeFirstOrThrow(noRow);
        await transaction
          .insertInto("jobs")
          .values({ ...job, cancelAsked: toFlag(job.cancelAsked), position: (last ?? 0) + 1 })
          .execute();
        return job;
      }),
    async list({ states, documentId, createdBy, limit = 100 } = {}) {
      let query = db.selectFrom("jobs").selectAll();
      if (states !== undefined) query = query.where("state", "in", states);
      if (documentId !== undefined) query = query.where("documentId", "=", documentId);
      if (createdBy !== undefined) query = query.where("createdBy", "=", createdBy);
      return (await query.orderBy("position", "desc").orderBy("id").limit(limit).execute()).map(toJob);
    },
    async claim() {
      for (let id = await oldestWaiting(db); id !== null; id = await oldestWaiting(db)) {
        const row = await db
          .updateTable("jobs")
          .set({ state: "running", startedAt: now() })
          .where("id", "=", id)
          .where("state", "=", "waiting")
          .returningAll()
          .executeTakeFirst();
        if (row !== undefined) return toJob(row);
      }
      return null;
    },
    async progress(id, { step, done, total }) {
      await db.updateTable("jobs").set({ step, done, total }).where("id", "=", id).where("state", "=", "running").execute();
    },
    async end(id, end) {
      const row = await db
        .updateTable("jobs")
        .set({ ...endFields(end), endedAt: now() })
        .where("id", "=", id)
        .where("state", "in", ["waiting", "running"])
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toJob(row);
    },
    cancel: (id) =>
      inTransaction(db, async (transaction) => {
        const ofJob = transaction.updateTable("jobs").where("id", "=", id);
        await ofJob.set({ state: "cancelled", cancelAsked: 1, endedAt: now() }).where("state", "=", "waiting").execute();
        await ofJob.set({ cancelAsked: 1 }).where("state", "=", "running").execute();
        const row = await transaction.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
        return row === undefined ? null : toJob(row);
      }),
    async requeueRunning() {
      const rows = await db
        .updateTable("jobs")
        .set({ state: "waiting", startedAt: null, step: "", done: 0, total: 0 })
        .where("state", "=", "running")
        .returningAll()
        .execute();
      return rows.toSorted((a, b) => a.position - b.position).map(toJob);
    },
  };
}
