import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../src/base/app-error.ts";
import { buildGeneration } from "../../src/index/build-generation.ts";
import { PlanVectorStore } from "../../src/index/plan-vector-store.ts";
import type { Generation } from "../../src/index/types.ts";
import { PlanRetriever } from "../../src/retrieve/plan-retriever.ts";
import { createRanker } from "../../src/retrieve/rank-passages.ts";
import { standardised } from "../../src/retrieve/standardise.ts";
import type { Query } from "../../src/retrieve/types.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { smallPlan } from "../helpers/small-plan.ts";

let folder: string;
let generation: Generation;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-rank-"));
  const plans = [smallPlan(), smallPlan({ id: "khac-2024", place: "Khác" })];
  ({ generation } = await buildGeneration({
    plans,
    embedder: createFakeEmbedder(),
    folder,
    corpusHash: "c".repeat(64),
    parserVersion: "1",
    now: () => new Date(),
  }));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const ask = (text: string, documentIds: readonly string[] | null = null): Query => ({
  lang: "vi",
  dense: text,
  lexical: text,
  documentIds,
});

describe("ranking passages", () => {
  it("puts the passage that says it first, with the parts of its score and the sentence", async () => {
    const ranker = await createRanker({ generation, embedder: createFakeEmbedder() });
    const { passages, mode } = await ranker.rank(ask("bệnh án điện tử tại bệnh viện tỉnh Khác"), 5);
    expect(mode).toBe("full");
    expect(passages).toHaveLength(5);
    const [best] = passages;
    expect(best?.passage).toMatchObject({ documentId: "khac-2024", sectionId: "II.1" });
    expect(best?.bestSentence).toBe(1);
    for (const part of Object.values(best?.parts ?? {})) expect(part).toBeGreaterThan(1);
    expect(best?.maxSim).toBeGreaterThan(0.5);
    expect(passages.map(({ score }) => score)).toEqual(passages.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it("finds it by words without diacritics and by abbreviations too", async () => {
    const ranker = await createRanker({ generation, embedder: createFakeEmbedder() });
    for (const question of ["benh an dien tu tai cac benh vien", "BENH AN DIEN TU"])
      expect((await ranker.rank(ask(question), 1)).passages[0]?.passage.sectionId).toBe("II.1");
    const long = await ranker.rank(ask("trí tuệ nhân tạo hỗ trợ du khách"), 1);
    expect(long.passages[0]?.passage.sectionId).toBe("II.2.b");
  });

  it("never leaves the documents of the query, and scores them as if there were no others", async () => {
    const ranker = await createRanker({ generation, embedder: createFakeEmbedder() });
    const { passages } = await ranker.rank(ask("du lịch", ["khac-2024"]), 50);
    // 11 passages, of which two are only the heading of others.
    expect(passages).toHaveLength(9);
    expect(passages.map(({ passage }) => passage.sectionId)).not.toContain("I");
    expect(passages.every(({ passage }) => passage.documentId === "khac-2024")).toBe(true);
    const dense = passages.map(({ parts }) => parts.dense);
    expect(dense.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 5);
    expect((await ranker.rank(ask("du lịch", []), 5)).passages).toEqual([]);
    expect((await ranker.rank(ask("du lịch", ["unknown"]), 5)).passages).toEqual([]);
  });

  it("ranks by the words alone when the embedder has failed, and says so", async () => {
    const embedder = createFakeEmbedder();
    const ranker = await createRanker({ generation, embedder });
    embedder.failure = new AppError("embedder-failed", { message: "dead", publicText: { vi: "", en: "" } });
    const { passages, mode } = await ranker.rank(ask("bệnh án điện tử"), 3);
    expect(mode).toBe("lexical-only");
    expect(passages[0]?.passage.sectionId).toBe("II.1");
    expect(passages[0]?.parts).toMatchObject({ dense: 0, sentence: 0, interaction: 0 });
    expect(passages[0]?.parts.lexical).toBeGreaterThan(1);
  });

  it("passes on that too many questions are waiting, instead of answering worse", async () => {
    const embedder = createFakeEmbedder();
    embedder.failure = new AppError("embedder-busy", { message: "full", publicText: { vi: "", en: "" } });
    const ranker = await createRanker({ generation, embedder });
    await expect(ranker.rank(ask("du lịch"), 3)).rejects.toMatchObject({ code: "embedder-busy" });
  });

  it("answers a question of which no word and no sense is known without failing", async () => {
    const ranker = await createRanker({ generation, embedder: createFakeEmbedder() });
    for (const question of ["", "???", "xyzzy"]) {
      const { passages } = await ranker.rank(ask(question), 3);
      expect(passages).toHaveLength(3);
      for (const { score } of passages) expect(Number.isFinite(score)).toBe(true);
    }
  });
});

describe("standardised scores", () => {
  it("have mean 0 and deviation 1, and are zero where nothing differs", () => {
    const [a = NaN, b = NaN, c = NaN] = standardised([1, 2, 6]);
    expect(a + b + c).toBeCloseTo(0);
    expect((a ** 2 + b ** 2 + c ** 2) / 3).toBeCloseTo(1);
    expect([...standardised([4, 4])]).toEqual([0, 0]);
    expect([...standardised([])]).toEqual([]);
  });
});

describe("the LangChain side", () => {
  it("finds passages by vectors, within documents when asked", async () => {
    const store = await PlanVectorStore.open(generation, createFakeEmbedder());
    const hits = await store.similaritySearch("bệnh án điện tử tại các bệnh viện", 2);
    expect(hits.map(({ metadata }) => metadata.sectionId)).toEqual(["II.1", "II.1"]);
    expect(hits[0]?.pageContent).toContain("bệnh án điện tử");
    const scoped = await store.similaritySearch("bệnh án điện tử", 30, ["mau-2024"]);
    expect(new Set(scoped.map(({ metadata }) => metadata.documentId))).toEqual(new Set(["mau-2024"]));
    expect(scoped).toHaveLength(11);
    await expect(store.addDocuments()).rejects.toMatchObject({ code: "bad-request" });
  });

  it("retrieves ranked passages with their scores", async () => {
    const ranker = await createRanker({ generation, embedder: createFakeEmbedder() });
    const retriever = new PlanRetriever({ generation, ranker, understand: ask, k: 2 });
    const [first, ...rest] = await retriever.invoke("bệnh án điện tử");
    expect(rest).toHaveLength(1);
    expect(first?.metadata).toMatchObject({ sectionId: "II.1", parts: { lexical: expect.any(Number) } });
  });
});
