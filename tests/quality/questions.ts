/** The question sets as they stand on disk, one JSON object a line; their fields are told in `held-out/README.md`. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { TurnSchema } from "../../src/contract/answer.ts";

const GoldSchema = z.object({ document: z.string(), section: z.string().optional(), evidence: z.string() });
/** One right place: `evidence` stands once in the document's source and decides. */
export type Gold = z.infer<typeof GoldSchema>;

export const QuestionSchema = z.object({
  id: z.string(),
  lang: z.string(),
  question: z.string(),
  history: z.array(TurnSchema).optional(),
  type: z.string(),
  scope: z.array(z.string()).default([]),
  gold: z.array(GoldSchema).default([]),
  gold_mode: z.enum(["any", "all"]).default("any"),
  /** From each inner list at least one wording must be in the answer. */
  must: z.array(z.array(z.string())).default([]),
  must_not: z.array(z.string()).default([]),
  refuse: z.boolean().default(false),
  /** The source is a scan: evidence need not agree letter by letter. */
  fuzzy: z.boolean().default(false),
});
export type Question = z.infer<typeof QuestionSchema>;

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function readLines(name: string): Promise<unknown[]> {
  const text = await readFile(fileOf(name), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));
}

/** The open set over the plans that ship. */
export async function readOpenSet(): Promise<Question[]> {
  return (await readLines("dev.jsonl")).map((line) => QuestionSchema.parse(line));
}

/** A second set over the same plans, written without knowing the first or the code; opened since (see its README). */
export async function readPlansSet(): Promise<Question[]> {
  return (await readLines("plans-set/questions.jsonl")).map((line) => QuestionSchema.parse(line));
}

export const heldOutCorpus = fileOf("held-out/corpus");

/** The held-out set, opened since (see its README). */
export async function readHeldOutSet(): Promise<Question[]> {
  return (await readLines("held-out/questions.jsonl")).map((line) => QuestionSchema.parse(line));
}

/** Questions over the fixtures of tests/reading whose failures were opened. */
export async function readFixtureSet(): Promise<Question[]> {
  const lines = [...(await readLines("fixture-set/questions-a.jsonl")), ...(await readLines("fixture-set/questions-b.jsonl"))];
  return lines.map((line) => QuestionSchema.parse(line));
}

/** Questions over the same documents that no person has looked at: for programs only (see `fixture-set/README.md`). */
export async function readUnseenSet(): Promise<Question[]> {
  return (await readLines("fixture-set/questions-unseen.jsonl")).map((line) => QuestionSchema.parse(line));
}

const SilentSchema = z.object({ id: z.string(), lang: z.string(), question: z.string() });

/** Questions that no plan answers, each with every place of the collection where it names one. All must be refused. */
export async function readSilence(places: readonly string[]): Promise<Question[]> {
  const asked = (await readLines("silence/questions.jsonl")).map((line) => SilentSchema.parse(line));
  const inPlaces = ({ id, lang, question }: z.infer<typeof SilentSchema>): { id: string; lang: string; question: string }[] => {
    if (!question.includes("{place}")) return [{ id, lang, question }];
    return places.map((place) => ({ id: `${id}@${place}`, lang, question: question.replaceAll("{place}", placeTyped(place, lang)) }));
  };
  return asked.flatMap(inPlaces).map((line) => QuestionSchema.parse({ ...line, type: "unanswerable", refuse: true }));
}

/** A place as someone without diacritics types it. */
function placeTyped(place: string, lang: string): string {
  if (lang !== "vi-nodiac") return place;
  return place.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}
