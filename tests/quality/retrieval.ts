/**
 * How well the ranking finds the right passage of the open set, by language, with every signal and without each:
 *   node --import tsx tests/quality/retrieval.ts [--json] [--fails]
 *
 * `npm run eval` writes the same figures into docs/quality.md; this shows every reading, and the questions that fail.
 */
import { openShippedEmbedder } from "../helpers/shipped-model.ts";
import { openCollection } from "./collections.ts";
import { readOpenSet } from "./questions.ts";
import { measureRetrieval } from "./retrieval-figures.ts";

const flags = process.argv.slice(2);
const embedder = await openShippedEmbedder();
const collection = await openCollection({ embedder });
try {
  const rows = await measureRetrieval({ questions: await readOpenSet(), generation: collection.generation, embedder });
  if (flags.includes("--fails"))
    for (const { reading, ranks } of rows.filter(({ setting }) => setting === "all signals"))
      for (const { question, rank, first } of ranks.filter((found) => found.rank > 1))
        console.log(
          `${reading}: rank ${rank} ${question.id} [${question.lang}] ${question.question}\n    first ${first?.documentId}#${first?.sectionId}`,
        );
  if (flags.includes("--json"))
    console.log(
      JSON.stringify(
        rows.map(({ reading, setting, tallies }) => ({ reading, setting, ...Object.fromEntries(tallies) })),
        null,
        1,
      ),
    );
  else {
    console.log("hit@1 / hit@5 / mean reciprocal rank");
    for (const { reading, setting, tallies } of rows)
      console.log(
        `${reading}, ${setting}`.padEnd(34),
        [...tallies]
          .map(
            ([key, { questions, first, five, reciprocal }]) =>
              `${key} (${questions}) ${first.toFixed(2)} ${five.toFixed(2)} ${reciprocal.toFixed(2)}`,
          )
          .join("   "),
      );
  }
} finally {
  await collection.close();
  await embedder.close();
}
