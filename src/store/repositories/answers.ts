/** Answers in SQL: the cited texts stand in a table of their own, once for all answers that cite the same. */
import type { Schema } from "../schema.ts";
import type { AnswerRecord, Answers, CitedSection, NewAnswerRecord } from "../types/answers.ts";
import { inTransaction, type RepositoryContext, type Tables } from "./row-helpers.ts";
import { noRow } from "../no-row.ts";

/** Rows of one statement: well below what databases allow, and done in a few milliseconds. */
const AT_ONCE = 100;

function inPortions<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, n) => items.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
}

export function createAnswers({ db }: RepositoryContext): Answers {
  return {
    add: (records) => (records.length === 0 ? Promise.resolve() : inTransaction(db, (transaction) => addAll(transaction, records))),
    async byId(id) {
      const rows = await db.selectFrom("answers").selectAll().where("id", "=", id).execute();
      return (await withCitations(db, rows))[0] ?? null;
    },
    async ofAccount(accountId) {
      const query = db.selectFrom("answers").selectAll().where("accountId", "=", accountId);
      return withCitations(db, await query.orderBy("at", "desc").orderBy("id").execute());
    },
    async count() {
      const query = db.selectFrom("answers").select((eb) => eb.fn.countAll().as("count"));
      return Number((await query.executeTakeFirstOrThrow(noRow)).count);
    },
    removeOfAccount: (accountId) =>
      inTransaction(db, async (transaction) => {
        const { numDeletedRows } = await transaction.deleteFrom("answers").where("accountId", "=", accountId).executeTakeFirst();
        await removeUncited(transaction);
        return Number(numDeletedRows);
      }),
  };
}

function toAnswerRow(record: NewAnswerRecord): Schema["answers"] {
  const { citations: _, ...row } = record;
  return row;
}

function toCitationRow(cited: CitedSection & { answerId: string; n: number }): Schema["answerCitations"] {
  const { text: _, ...row } = cited;
  return row;
}

async function addAll(db: Tables, records: readonly NewAnswerRecord[]): Promise<void> {
  const added = new Set<string>();
  for (const portion of inPortions(records)) {
    const rows = await db
      .insertInto("answers")
      .values(portion.map(toAnswerRow))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .execute();
    for (const { id } of rows) added.add(id);
  }
  const cited = records
    .filter(({ id }) => added.has(id))
    .flatMap((record) => record.citations.map((citation, n) => ({ ...citation, answerId: record.id, n: n + 1 })));
  for (const portion of inPortions(cited)) {
    await db.insertInto("answerCitations").values(portion.map(toCitationRow)).execute();
  }
  await addTexts(db, cited);
}

async function addTexts(db: Tables, cited: readonly CitedSection[]): Promise<void> {
  const texts = new Map<string, Schema["citedTexts"]>();
  for (const { documentId, hash, text } of cited) if (text !== null) texts.set(`${hash} ${documentId}`, { documentId, hash, text });
  for (const portion of inPortions([...texts.values()])) {
    const insert = db.insertInto("citedTexts").values(portion);
    await insert.onConflict((conflict) => conflict.columns(["documentId", "hash"]).doNothing()).execute();
  }
}

async function withCitations(db: Tables, answers: readonly Schema["answers"][]): Promise<readonly AnswerRecord[]> {
  const byAnswer = new Map<string, CitedSection[]>(answers.map(({ id }) => [id, []]));
  for (const portion of inPortions(answers)) {
    const rows = await db
      .selectFrom("answerCitations as cited")
      .leftJoin("citedTexts", (join) =>
        join.onRef("citedTexts.documentId", "=", "cited.documentId").onRef("citedTexts.hash", "=", "cited.hash"),
      )
      .selectAll("cited")
      .select("citedTexts.text as text")
      .where(
        "cited.answerId",
        "in",
        portion.map(({ id }) => id),
      )
      .orderBy("cited.answerId")
      .orderBy("cited.n")
      .execute();
    for (const { answerId, n: _, ...citation } of rows) byAnswer.get(answerId)?.push(citation);
  }
  return answers.map((answer) => {
    const citations = byAnswer.get(answer.id) ?? [];
    return { ...answer, documents: [...new Set(citations.map(({ documentId }) => documentId))], citations };
  });
}

/** Erases the texts that no answer cites any more. */
export async function removeUncited(db: Tables): Promise<void> {
  await db
    .deleteFrom("citedTexts")
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("answerCitations as cited")
            .select("cited.n")
            .whereRef("cited.documentId", "=", "citedTexts.documentId")
            .whereRef("cited.hash", "=", "citedTexts.hash"),
        ),
      ),
    )
    .execute();
}
