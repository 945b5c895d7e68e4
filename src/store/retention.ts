/** Erasing across tables: a removed document's words, and what is older than it may be kept. */
import { removeUncited } from "./repositories/answers.ts";
import type { Tables } from "./repositories/row-helpers.ts";
import type { Purged } from "./types/store.ts";
import { noRow } from "./no-row.ts";

/** @returns how many answers cited the document. */
export async function forgetDocument(db: Tables, documentId: string): Promise<number> {
  const cited = await db
    .selectFrom("answerCitations")
    .select((eb) => eb.fn.count("answerId").distinct().as("count"))
    .where("documentId", "=", documentId)
    .executeTakeFirstOrThrow(noRow);
  await db.deleteFrom("citedTexts").where("documentId", "=", documentId).execute();
  await db.updateTable("answerCitations").set({ quote: null }).where("documentId", "=", documentId).execute();
  await db
    .updateTable("feedback")
    .set({ comment: null })
    .where((is) => is("answerId", "in", is.selectFrom("answerCitations").select("answerId").where("documentId", "=", documentId)))
    .execute();
  return Number(cited.count);
}

/** @param before ISO 8601; what ended at this time or later stays. */
export async function purge(db: Tables, before: string): Promise<Purged> {
  const answers = await db.deleteFrom("answers").where("at", "<", before).executeTakeFirst();
  await removeUncited(db);
  const feedback = await db.deleteFrom("feedback").where("at", "<", before).executeTakeFirst();
  const sessions = await db.deleteFrom("sessions").where("expiresAt", "<", before).executeTakeFirst();
  const jobs = await db.deleteFrom("jobs").where("endedAt", "<", before).executeTakeFirst();
  const links = await db.deleteFrom("oneTimeLinks").where("expiresAt", "<", before).executeTakeFirst();
  return {
    answers: Number(answers.numDeletedRows),
    feedback: Number(feedback.numDeletedRows),
    sessions: Number(sessions.numDeletedRows),
    jobs: Number(jobs.numDeletedRows),
    links: Number(links.numDeletedRows),
  };
}
