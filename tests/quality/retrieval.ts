/**
 * How well the ranking finds the right passage, by language, with every signal and without each:
 *   node --import tsx tests/quality/retrieval.ts QUESTIONS.jsonl [--json] [--fails]
 *
 * A hit: the gold evidence stands in the passage's text (letters only, lower case). "in scope": within the documents
 * that the question set names as right, as if the question's place had been read; "understood": the query that the
 * aide itself makes of the question. Questions with a history are left out.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { queryFor } from "../../src/answer/query-for.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { buildGeneration } from "../../src/index/build-generation.ts";
import { hashCorpus } from "../../src/index/manifest.ts";
import type { Generation, Passage } from "../../src/index/types.ts";
import { expandAbbreviations } from "../../src/language/abbreviations.ts";
import type { Embedder, QueryEmbedding } from "../../src/models/embedder.ts";
import { PARSER_VERSION, parsePlan } from "../../src/parse/parse-plan.ts";
import { createRanker } from "../../src/retrieve/rank-passages.ts";
import type { Query, ScoreParts } from "../../src/retrieve/types.ts";
import { shippedWeights } from "../../src/retrieve/weights.ts";
import { openShippedEmbedder } from "../helpers/shipped-model.ts";

const QuestionSchema = z.looseObject({
  id: z.string(),
  lang: z.string(),
  question: z.string(),
  history: z.array(z.unknown()).optional(),
  scope: z.array(z.string()).default([]),
  gold: z.array(z.looseObject({ document: z.string(), evidence: z.string() })).default([]),
});
type Question = z.infer<typeof QuestionSchema>;

interface Tally {
  questions: number;
  first: number;
  five: number;
  ten: number;
  reciprocal: number;
}

const lettersOnly = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();

/** The question as typed, within `documentIds`. */
function plainQuery(question: Question, documentIds: Query["documentIds"]): Query {
  const text = expandAbbreviations(question.question.normalize("NFC"));
  return { lang: question.lang === "en" ? "en" : "vi", dense: text, lexical: text, documentIds };
}

const readings: Readonly<Record<string, (question: Question, generation: Generation) => Query>> = {
  "as typed": (question) => plainQuery(question, null),
  "in scope": (question) => plainQuery(question, question.scope.length > 0 ? question.scope : null),
  understood: ({ question }, generation) => queryFor({ question, generation }),
};

/** Each question is embedded once for all rows of the table. */
function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<QueryEmbedding>>();
  return {
    ...embedder,
    embedQuery: (text) => known.get(text) ?? known.set(text, embedder.embedQuery(text)).get(text) ?? embedder.embedQuery(text),
  };
}

function rankOfGold(
  passages: readonly { passage: Passage }[],
  { question, generation }: { question: Question; generation: Generation },
): number {
  const texts = new Map(generation.plans.map(({ id, text }) => [id, text]));
  const at = passages.findIndex(({ passage }) => {
    const text = lettersOnly(texts.get(passage.documentId)?.slice(passage.start, passage.end) ?? "");
    return question.gold.some(({ document, evidence }) => document === passage.documentId && text.includes(lettersOnly(evidence)));
  });
  return at < 0 ? Infinity : at + 1;
}

const only = (part: keyof ScoreParts): ScoreParts => ({ dense: 0, sentence: 0, interaction: 0, lexical: 0, [part]: 1 });
const without = (part: keyof ScoreParts) => ({ vi: { ...shippedWeights.vi, [part]: 0 }, en: { ...shippedWeights.en, [part]: 0 } });
const parts = ["dense", "sentence", "interaction", "lexical"] as const;
const settings = [
  { name: "all signals", weights: shippedWeights },
  ...parts.map((part) => ({ name: `${part} only`, weights: { vi: only(part), en: only(part) } })),
  ...parts.map((part) => ({ name: `without ${part}`, weights: without(part) })),
];

const [path, ...flags] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: retrieval.ts QUESTIONS.jsonl [--json] [--fails]");
  process.exit(2);
}
const questions = (await readFile(path, "utf8"))
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => QuestionSchema.parse(JSON.parse(line)))
  .filter(({ gold, history }) => gold.length > 0 && history === undefined);
const corpus = await readCorpus(fileURLToPath(new URL("../../corpus", import.meta.url)));
const embedder = remembering(await openShippedEmbedder());
const folder = await mkdtemp(join(tmpdir(), "aide-quality-"));
const table: Record<string, Record<string, Tally>> = {};
try {
  const { generation } = await buildGeneration({
    plans: corpus.documents.map(parsePlan),
    embedder,
    folder,
    corpusHash: hashCorpus(corpus.documents),
    parserVersion: PARSER_VERSION,
    now: () => new Date(),
  });
  for (const [reading, read] of Object.entries(readings))
    for (const { name, weights } of settings) {
      const ranker = await createRanker({ generation, embedder, weights, interactionCandidates: generation.passages.length });
      const row = (table[`${reading}, ${name}`] ??= {});
      for (const question of questions) {
        const { passages } = await ranker.rank(read(question, generation), generation.passages.length);
        const rank = rankOfGold(passages, { question, generation });
        if (flags.includes("--fails") && name === "all signals" && rank > 1)
          console.log(
            `${reading}: rank ${rank} ${question.id} [${question.lang}] ${question.question}\n    first ${passages[0]?.passage.documentId}#${passages[0]?.passage.sectionId}`,
          );
        for (const key of ["all", question.lang]) {
          const tally = (row[key] ??= { questions: 0, first: 0, five: 0, ten: 0, reciprocal: 0 });
          tally.questions += 1;
          tally.first += Number(rank <= 1);
          tally.five += Number(rank <= 5);
          tally.ten += Number(rank <= 10);
          tally.reciprocal += 1 / rank;
        }
      }
    }
} finally {
  await embedder.close();
  await rm(folder, { recursive: true, force: true });
}

if (flags.includes("--json")) console.log(JSON.stringify(table, null, 1));
else {
  console.log(`${questions.length} questions; hit@1 / hit@5 / mean reciprocal rank`);
  for (const [name, row] of Object.entries(table))
    console.log(
      name.padEnd(34),
      Object.entries(row)
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(
          ([key, { questions: n, first, five, reciprocal }]) =>
            `${key} (${n}) ${(first / n).toFixed(2)} ${(five / n).toFixed(2)} ${(reciprocal / n).toFixed(2)}`,
        )
        .join("   "),
    );
}
