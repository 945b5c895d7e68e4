#!/usr/bin/env node
// Checks that the held-out questions are sound against their own documents, and prints the mix.
//   node tests/quality/held-out/check.mjs
// Exits with 1 and one line per fault when an id repeats, a field is missing or odd, or a piece of
// evidence does not stand exactly once, within one line, in its document.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = new URL("./", import.meta.url);
const TYPES = [
  "agency",
  "tasks",
  "deadline",
  "reporting",
  "budget",
  "goal",
  "solution",
  "metadata",
  "compare",
  "list",
  "quality",
  "unanswerable",
  "ambiguous",
  "injection",
];
const LANGUAGES = ["vi", "vi-nodiac", "vi-typo", "en"];
const FIELDS = ["id", "lang", "question", "history", "type", "scope", "gold", "gold_mode", "must", "must_not", "refuse"];
const REQUIRED = FIELDS.filter((field) => field !== "history" && field !== "must_not");

const corpus = fileURLToPath(new URL("corpus/", here));
const documents = new Map(
  readdirSync(corpus)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name.slice(0, -4), readFileSync(`${corpus}${name}`, "utf8")]),
);
const questions = readFileSync(new URL("questions.jsonl", here), "utf8")
  .split("\n")
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line));

const faults = [];
const isText = (value) => typeof value === "string" && value.trim().length > 0 && value === value.normalize("NFC");
const isTextList = (value) => Array.isArray(value) && value.every(isText);
/** As score.mjs compares: a wording that folds to nothing is met by every answer. */
const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
/** How many lines hold `wanted`, counting every place in a line. */
const occurrences = (text, wanted) => text.split(/\r?\n/).reduce((sum, line) => sum + line.split(wanted).length - 1, 0);

for (const [id, text] of documents) if (text !== text.normalize("NFC")) faults.push(`${id}: the text is not in NFC`);

const seenIds = new Set();
const seenQuestions = new Set();
for (const question of questions) {
  const fault = (message) => faults.push(`${question.id}: ${message}`);
  for (const field of REQUIRED) if (!(field in question)) fault(`no field ${field}`);
  for (const field of Object.keys(question)) if (!FIELDS.includes(field)) fault(`unknown field ${field}`);
  if (!/^h\d{3}$/.test(question.id)) fault("id is not h001…");
  if (seenIds.has(question.id)) fault("id is used twice");
  seenIds.add(question.id);
  if (!isText(question.question)) fault("question is empty or not in NFC");
  const key = JSON.stringify([question.question, question.history]);
  if (seenQuestions.has(key)) fault("question is asked twice");
  seenQuestions.add(key);
  if (!TYPES.includes(question.type)) fault(`unknown type ${question.type}`);
  if (!LANGUAGES.includes(question.lang)) fault(`unknown lang ${question.lang}`);
  if (question.lang === "vi-nodiac" && /[^ -~]/.test(question.question)) fault("vi-nodiac with diacritics");
  if (!["any", "all"].includes(question.gold_mode)) fault("gold_mode is neither any nor all");
  if (typeof question.refuse !== "boolean") fault("refuse is not true or false");
  if (question.history && !question.history.every((turn) => ["user", "assistant"].includes(turn.role) && isText(turn.content)))
    fault("history is malformed");
  if (!isTextList(question.scope) || question.scope.some((id) => !documents.has(id))) fault("scope names no document of this collection");
  if (!Array.isArray(question.must) || question.must.some((list) => !isTextList(list) || list.length === 0))
    fault("must is not a list of lists of wordings");
  if (question.must_not !== undefined && !isTextList(question.must_not)) fault("must_not is not a list of wordings");
  for (const wording of [...question.must.flat(), ...(question.must_not ?? [])])
    if (!fold(wording)) fault(`wording that every answer meets: ${wording}`);
  if (question.refuse && (question.gold.length > 0 || question.must.length > 0)) fault("refused, yet has gold or must");
  if (!question.refuse && (question.gold.length === 0 || question.must.length === 0)) fault("answerable, yet lacks gold or must");
  if (question.type === "unanswerable" && !question.refuse) fault("unanswerable, yet not refused");
  for (const place of question.gold) {
    const text = documents.get(place.document);
    if (text === undefined) {
      fault(`no document ${place.document}`);
      continue;
    }
    if (!question.scope.includes(place.document)) fault(`gold in ${place.document}, which is out of scope`);
    if (!isText(place.section)) fault("gold without a section");
    if (!isText(place.evidence) || place.evidence.length < 25 || place.evidence.length > 120)
      fault(`evidence of ${place.evidence?.length} characters: ${place.evidence}`);
    const count = occurrences(text, place.evidence);
    if (count !== 1) fault(`evidence stands ${count} times in ${place.document}: ${place.evidence}`);
  }
}

const tally = (pick) =>
  Object.entries(questions.reduce((counts, question) => ({ ...counts, [pick(question)]: (counts[pick(question)] ?? 0) + 1 }), {}))
    .map(([name, count]) => `${name} ${count}`)
    .join("  ");
console.log(
  `${questions.length} questions over ${documents.size} documents, ${questions.filter((question) => question.refuse).length} to be refused, ${questions.filter((question) => question.history).length} follow-ups`,
);
console.log(tally((question) => question.type));
console.log(tally((question) => question.lang));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
