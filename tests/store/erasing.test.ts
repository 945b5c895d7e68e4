/** What is erased is gone from the files too, not only from what queries find. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const filesWith = (folder: string, word: string): readonly string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(word));

it("leaves no word of a removed document, nor of what was purged, in any file of the store while it runs", async () => {
  const folder = temporaryFolder();
  const store = await openStore(join(folder, "aide.db"));
  const base = { generation: "g", accountId: null, lang: "vi", status: "answered", confidence: 1 } as const;
  const words = { cited: "CANARY-CITED", purged: "CANARY-PURGED", kept: "CANARY-KEPT" };
  for (let n = 0; n < 50; n += 1) {
    const cite = (word: string, documentId: string) => ({
      documentId,
      sectionId: "1",
      label: "1",
      hash: `${n}`,
      text: `${word} `.repeat(100),
      quote: word,
    });
    const at = (year: number): string => `${year}-01-01T00:00:00.000Z`;
    await store.answers.add([
      { ...base, id: `a-${n}`, at: at(2026), question: null, citations: [cite(words.cited, "closed"), cite(words.kept, "open")] },
      { ...base, id: `b-${n}`, at: at(2020), question: words.purged, citations: [cite(words.purged, "other")] },
    ]);
    await store.feedback.add({ answerId: `a-${n}`, useful: true, reason: null, comment: words.cited, accountId: null });
  }
  for (const word of Object.values(words)) expect(filesWith(folder, word), word).not.toEqual([]);
  await store.forgetDocument("closed");
  expect(filesWith(folder, words.cited)).toEqual([]);
  await store.purge("2025-01-01T00:00:00.000Z");
  expect(filesWith(folder, words.purged)).toEqual([]);
  expect(filesWith(folder, words.kept)).not.toEqual([]);
  expect((await store.answers.byId("a-7"))?.citations.map(({ quote }) => quote)).toEqual([null, words.kept]);
  await store.close();
});

it("erases a document's words from a hundred thousand citations within a second", async () => {
  const store = await openStore(join(temporaryFolder(), "aide.db"));
  const base = {
    at: "2026-01-01T00:00:00.000Z",
    generation: "g",
    accountId: null,
    lang: "vi",
    status: "answered",
    confidence: 1,
    question: null,
  } as const;
  for (let batch = 0; batch < 20; batch += 1) {
    await store.answers.add(
      Array.from({ length: 1000 }, (_, i) => ({
        ...base,
        id: `a-${batch}-${i}`,
        citations: Array.from({ length: 5 }, (__, n) => ({
          documentId: `d${(i + n) % 50}`,
          sectionId: "1",
          label: "1",
          hash: `${i % 20}`,
          text: "văn bản",
          quote: "trích dẫn nguyên văn",
        })),
      })),
    );
  }
  const began = performance.now();
  expect(await store.forgetDocument("d7")).toBe(2000);
  expect(performance.now() - began).toBeLessThan(1000);
  await store.close();
});
