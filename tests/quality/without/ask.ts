/**
 * Child of `npm run eval`: asks questions of an index that is built already, in a process where a part was taken out by
 * register.mjs, and prints the ids that were answered right.
 *   AIDE_CORPUS=… AIDE_INDEX=… node --import tsx --import ./register.mjs ask.ts QUESTIONS.json
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { createLog } from "../../../src/base/log.ts";
import { readConfig } from "../../../src/config.ts";
import { openAide } from "../../../src/main.ts";
import { askAll, pipelineOf } from "../ask-all.ts";
import { QuestionSchema } from "../questions.ts";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: ask.ts QUESTIONS.json");
const questions = z.array(QuestionSchema).parse(JSON.parse(await readFile(path, "utf8")));
const log = createLog({ sink: () => undefined, now: () => new Date() });
const aide = await openAide(readConfig(process.env), { log });
try {
  const verdicts = await askAll(
    questions,
    pipelineOf((request) => aide.view("everything").ask(request)),
  );
  console.log(JSON.stringify(verdicts.filter(({ right }) => right).map(({ question }) => question.id)));
} finally {
  await aide.close();
}
