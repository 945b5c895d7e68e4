import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { openShippedEmbedder } from "../helpers/shipped-model.ts";
import { openCollection } from "./collections.ts";
import { heldOutCorpus, readHeldOutSet, readOpenSet } from "./questions.ts";
import { askAll, pipelineOf } from "./ask-all.ts";
import { summarise } from "./summary.ts";
const embedder = await openShippedEmbedder();
for (const [corpusFolder, file, port] of [[undefined, "tests/quality/dev.jsonl", 4500], [heldOutCorpus, "tests/quality/held-out/questions.jsonl", 4501]] as const) {
  const c = await openCollection(corpusFolder ? { embedder, corpusFolder } : { embedder });
  const server = spawn("node", ["bin/aide.mjs", "serve"], { env: { ...process.env, PORT: String(port), AIDE_CORPUS: c.config.corpusFolder, AIDE_INDEX: c.config.indexFolder }, stdio: "ignore" });
  for (;;) { try { if ((await fetch(`http://127.0.0.1:${port}/readyz`)).ok) break; } catch {} await new Promise(r=>setTimeout(r,300)); }
  const verdicts = await askAll(await (corpusFolder ? readHeldOutSet() : readOpenSet()), pipelineOf((r) => c.aide.ask(r)));
  const out = `/tmp/score-${port}.json`;
  await new Promise<void>((done) => spawn("node", ["/work/shared/eval/score.mjs", `http://127.0.0.1:${port}`, file, "--json", out], { stdio: "ignore" }).on("exit", () => done()));
  server.kill("SIGTERM");
  const theirs = JSON.parse(readFileSync(out, "utf8"));
  const differ = theirs.results.filter((r: any, i: number) => { const v = verdicts[i]!; return r.right !== v.right || (r.cited ?? null) !== v.cited || r.facts !== v.facts || r.early !== v.early || r.tooLong !== v.tooLong || r.quotesHold !== v.quotesHold || r.inScope !== v.inScope || r.falseRefusal !== v.falseRefusal; });
  const s = summarise(verdicts);
  console.log(file, verdicts.length, "differ:", differ.map((r: any) => r.id), "score.mjs right", theirs.summary.right, "ours", s.right, "quotes", theirs.summary.quotesHold, s.quotesHold, theirs.summary.factsEarly, s.factsEarly, theirs.summary.answerLength, s.answerLength);
  await c.close();
}
await embedder.close();
