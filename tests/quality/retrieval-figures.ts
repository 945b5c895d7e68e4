/**
 * How well the ranking finds the right passage: for each way of reading the question and each setting of the weights.
 *
 * A hit: the gold evidence stands in the passage's text (letters only, lower case). "in scope": within the documents
 * that the question set names as right, as if the question's place had been read; "understood": the query that the
 * aide itself makes of the question. Questions without gold or with a history are left out.
 */
import { queryFor } from "../../src/answer/query-for.ts";
import type { Generation, Passage } from "../../src/index/types.ts";
import { expandAbbreviations } from "../../src/language/abbreviations.ts";
import type { Embedder, QueryEmbedding } from "../../src/models/embedder.ts";
import { createRanker } from "../../src/retrieve/rank-passages.ts";
import type { Query } from "../../src/retrieve/types.ts";
import type { Question } from "./questions.ts";
import { rankingSettings } from "./ranking-settings.ts";
import { lettersOf } from "./score.ts";

export interface Tally {
  readonly questions: number;
  /** Shares, 0..1. */
  readonly first: number;
  readonly five: number;
  readonly ten: number;
  readonly reciprocal: number;
}

export interface RetrievalRow {
  readonly reading: string;
  readonly setting: string;
  /** By language, and "all". */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Rank of the best gold passage by question; Infinity where it was not found. */
  readonly ranks: readonly { readonly question: Question; readonly rank: number; readonly first: Passage | undefined }[];
}

/** The question as typed, within `documentIds`. */
function plainQuery({ question, lang }: Question, documentIds: Query["documentIds"]): Query {
  const text = expandAbbreviations(question.normalize("NFC"));
  return { lang: lang === "en" ? "en" : "vi", dense: text, lexical: text, documentIds };
}

const readings: Readonly<Record<string, (question: Question, generation: Generation) => Query>> = {
  "as typed": (question) => plainQuery(question, null),
  "in scope": (question) => plainQuery(question, question.scope.length > 0 ? question.scope : null),
  understood: ({ question }, generation) => queryFor({ question, generation }),
};

/** Each text is embedded once for all rows of the table. */
export function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<QueryEmbedding>>();
  return {
    ...embedder,
    embedQuery(text) {
      const embedding = known.get(text) ?? embedder.embedQuery(text);
      known.set(text, embedding);
      return embedding;
    },
  };
}

/** Position of the first passage that holds gold evidence, from 1; Infinity for none. */
function rankOfGold(passages: readonly Passage[], { question, texts }: { question: Question; texts: ReadonlyMap<string, string> }): number {
  const at = passages.findIndex(({ documentId, start, end }) => {
    const text = lettersOf(texts.get(documentId)?.slice(start, end) ?? "");
    return question.gold.some(({ document, evidence }) => document === documentId && text.includes(lettersOf(evidence)));
  });
  return at < 0 ? Infinity : at + 1;
}

function tallyOf(ranks: readonly number[]): Tally {
  const mean = (value: (rank: number) => number): number => ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length;
  return {
    questions: ranks.length,
    first: mean((rank) => Number(rank <= 1)),
    five: mean((rank) => Number(rank <= 5)),
    ten: mean((rank) => Number(rank <= 10)),
    reciprocal: mean((rank) => 1 / rank),
  };
}

/** One row for each reading and setting; about 10 s for 80 questions. */
export async function measureRetrieval(input: {
  questions: readonly Question[];
  generation: Generation;
  embedder: Embedder;
}): Promise<RetrievalRow[]> {
  const { generation } = input;
  const embedder = remembering(input.embedder);
  const questions = input.questions.filter(({ gold, history }) => gold.length > 0 && history === undefined);
  const texts = new Map(generation.plans.map(({ id, text }) => [id, text]));
  const all = generation.passages.length;
  const rows: RetrievalRow[] = [];
  for (const [reading, read] of Object.entries(readings))
    for (const { name, weights } of rankingSettings) {
      const ranker = await createRanker({ generation, embedder, weights, interactionCandidates: all });
      const ranks: { question: Question; rank: number; first: Passage | undefined }[] = [];
      for (const question of questions) {
        const ranking = await ranker.rank(read(question, generation), all);
        const passages = ranking.passages.map(({ passage }) => passage);
        ranks.push({ question, rank: rankOfGold(passages, { question, texts }), first: passages[0] });
      }
      const languages = [...new Set(questions.map(({ lang }) => lang))].toSorted();
      const ofLanguage = (lang: string): number[] =>
        ranks.flatMap(({ question, rank }) => (lang === "all" || question.lang === lang ? [rank] : []));
      const tallies = new Map(["all", ...languages].map((lang) => [lang, tallyOf(ofLanguage(lang))]));
      rows.push({ reading, setting: name, tallies, ranks });
    }
  return rows;
}
