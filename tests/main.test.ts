/** The composition with real parts but the model: a fake embedder stands in for it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../src/base/app-error.ts";
import { createLog } from "../src/base/log.ts";
import { readConfig, type Config } from "../src/config.ts";
import { AnswerSchema } from "../src/contract/answer.ts";
import { ReadinessSchema } from "../src/contract/operation.ts";
import { SearchResponseSchema } from "../src/contract/search.ts";
import { openShelf } from "../src/documents.ts";
import { buildIndex, openAide } from "../src/main.ts";
import type { Aide } from "../src/serve/aide.ts";
import { createFakeEmbedder, type FakeEmbedder } from "./helpers/fake-embedder.ts";

const shipped = readConfig({}).corpusFolder;
let folder: string;
let config: Config;
const opened: Aide[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aide-main-"));
  mkdirSync(join(folder, "corpus"));
  config = readConfig({ AIDE_CORPUS: "corpus", AIDE_INDEX: "index" }, folder);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((aide) => aide.close()));
  rmSync(folder, { recursive: true });
});

function addPlan(name: string, as = name): void {
  cpSync(join(shipped, `${name}.txt`), join(folder, "corpus", `${as}.txt`));
}

const [firstPlan = "", secondPlan = ""] = readdirSync(shipped)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.replace(".txt", ""));

async function open(embedder: FakeEmbedder = createFakeEmbedder()): Promise<Aide> {
  const log = createLog({ sink: () => {}, now: () => new Date() });
  const aide = await openAide(config, { log, openEmbedder: () => Promise.resolve(embedder) });
  opened.push(aide);
  return aide;
}

const generations = (): string[] =>
  readdirSync(config.indexFolder)
    .filter((name) => /^\d/u.test(name))
    .toSorted();
const liveGeneration = (): string => readFileSync(join(config.indexFolder, "CURRENT"), "utf8").trim();

function damage(generation: string): void {
  const file = join(config.indexFolder, generation, "plans.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("a", "b"));
}

describe("an empty corpus", () => {
  it("starts, and answers that nothing is indexed yet", async () => {
    const aide = await open();
    const answer = AnswerSchema.parse(await aide.view("everything").ask({ question: "Cơ quan nào phụ trách?" }));
    expect(answer).toMatchObject({ status: "refused", citations: [], lang: "vi" });
    expect(answer.answer).toContain("Chưa có văn bản nào");
    expect((await aide.view("everything").ask({ question: "Which agency is in charge?" })).answer).toContain("Nothing is indexed yet");
    expect(ReadinessSchema.parse(aide.readiness())).toMatchObject({ status: "empty", generation: null, documents: 0 });
    expect(await aide.view("everything").search({ query: "x", limit: 3 })).toMatchObject({ hits: [] });
    expect(aide.view("everything").documents()).toEqual([]);
  });

  it("answers from documents that came later, after a rebuild", async () => {
    const aide = await open();
    addPlan(firstPlan);
    await aide.rebuild();
    expect(aide.readiness()).toMatchObject({ status: "ready", documents: 1 });
    expect(aide.view("everything").document(firstPlan)?.id).toBe(firstPlan);
  });
});

describe("the index", () => {
  it("is built at the first start and only opened at the second", async () => {
    addPlan(firstPlan);
    const first = await open();
    expect(first.readiness()).toMatchObject({ status: "ready", generation: liveGeneration(), documents: 1, notes: [] });
    const embedder = createFakeEmbedder();
    const second = await open(embedder);
    expect(embedder.embedded).toEqual([]);
    expect(second.readiness().generation).toBe(first.readiness().generation);
  });

  it("is built again when a document came, with vectors for that one only", async () => {
    addPlan(firstPlan);
    const passages = (await open()).readiness().passages;
    addPlan(secondPlan);
    const embedder = createFakeEmbedder();
    const aide = await open(embedder);
    expect(aide.readiness().documents).toBe(2);
    expect(embedder.embedded.length).toBeLessThanOrEqual(aide.readiness().passages - passages);
    expect(embedder.embedded.length).toBeGreaterThan(0);
  });

  it("is not used when another model made it", async () => {
    addPlan(firstPlan);
    const first = await open();
    const second = await open(createFakeEmbedder("other"));
    expect(second.readiness().generation).not.toBe(first.readiness().generation);
  });

  it("gives way to the previous generation when it is damaged, and readiness says which", async () => {
    addPlan(firstPlan);
    await open();
    await buildIndex(config, {
      log: createLog({ sink: () => {}, now: () => new Date() }),
      openEmbedder: () => Promise.resolve(createFakeEmbedder()),
    });
    const [older = "", newer = ""] = generations();
    damage(newer);
    const { status, generation, notes } = (await open()).readiness();
    expect({ status, generation }).toEqual({ status: "degraded", generation: older });
    expect(notes.join("\n")).toContain(`${newer} is damaged`);
    expect(notes.join("\n")).toContain(older);
  });

  it("is built anew when every generation is damaged, and readiness says so", async () => {
    addPlan(firstPlan);
    await open();
    const [only = ""] = generations();
    damage(only);
    const { status, generation, notes } = (await open()).readiness();
    expect(status).toBe("ready");
    expect(generation).not.toBe(only);
    expect(notes.join("\n")).toContain(`${only} is damaged`);
    expect(notes.join("\n")).toContain(`${String(generation)} was built in its place`);
  });

  it("keeps no damaged generation to fall back on once a new one is built", async () => {
    addPlan(firstPlan);
    const log = createLog({ sink: () => {}, now: () => new Date() });
    const openEmbedder = (): Promise<FakeEmbedder> => Promise.resolve(createFakeEmbedder());
    await open();
    await buildIndex(config, { log, openEmbedder });
    for (const generation of generations()) damage(generation);
    const rebuilt = (await open()).readiness().generation;
    expect(generations()).toEqual([rebuilt]);
    await buildIndex(config, { log, openEmbedder });
    damage(liveGeneration());
    await buildIndex(config, { log, openEmbedder });
    expect(generations()).toEqual([rebuilt, liveGeneration()]);
  });

  it("of before serves on when a new one cannot be built, and readiness says so", async () => {
    addPlan(firstPlan);
    await open();
    const before = liveGeneration();
    addPlan(secondPlan);
    const embedder = createFakeEmbedder();
    embedder.failure = new AppError("embedder-failed", { message: "dead", publicText: { vi: "Hỏng.", en: "Dead." } });
    const aide = await open(embedder);
    expect(aide.readiness()).toMatchObject({ status: "degraded", generation: before, documents: 1 });
    expect(aide.readiness().notes.join("\n")).toContain("could not be built (Dead.)");
  });

  it("that cannot be built and has none before it stops the start, and the model's process with it", async () => {
    addPlan(firstPlan);
    let closed = 0;
    const embedder = createFakeEmbedder();
    embedder.failure = new Error("dead");
    const watched = { ...embedder, close: () => Promise.resolve(void (closed += 1)) };
    const log = createLog({ sink: () => {}, now: () => new Date() });
    await expect(openAide(config, { log, openEmbedder: () => Promise.resolve(watched) })).rejects.toThrow("dead");
    expect(closed).toBe(1);
  });

  it("names files that could not be read", async () => {
    addPlan(firstPlan);
    writeFileSync(join(folder, "corpus", "anh.jpg"), "x");
    expect((await open()).readiness().notes.join("\n")).toContain("anh.jpg");
  });
});

describe("a rebuild", () => {
  it("lets a question that was asked before it end on the generation it began with", async () => {
    addPlan(firstPlan);
    const embedder = createFakeEmbedder();
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const gated = { ...embedder, embedQuery: (text: string) => gate.then(() => embedder.embedQuery(text)) };
    const log = createLog({ sink: () => {}, now: () => new Date() });
    const aide = await openAide(config, { log, openEmbedder: () => Promise.resolve(gated) });
    opened.push(aide);
    const before = aide.readiness().generation;
    const searching = aide.view("everything").search({ query: "trí tuệ nhân tạo", limit: 3 });
    addPlan(secondPlan);
    await aide.rebuild();
    letGo();
    const response = SearchResponseSchema.parse(await searching);
    expect(response.generation).toBe(before);
    expect(aide.readiness().generation).not.toBe(before);
    expect(new Set(response.hits.map((hit) => hit.documentId))).toEqual(new Set([firstPlan]));
  });

  it("asked for twice at once is done once", async () => {
    addPlan(firstPlan);
    const aide = await open();
    await Promise.all([aide.rebuild(), aide.rebuild(), aide.rebuild()]);
    expect(generations()).toHaveLength(2);
  });

  it("that fails leaves what served", async () => {
    addPlan(firstPlan);
    const embedder = createFakeEmbedder();
    const aide = await open(embedder);
    const before = aide.readiness().generation;
    addPlan(secondPlan);
    embedder.failure = new Error("dead");
    await expect(aide.rebuild()).rejects.toThrow("dead");
    embedder.failure = null;
    expect(aide.readiness()).toMatchObject({ generation: before, documents: 1 });
    await aide.rebuild();
    expect(aide.readiness().documents).toBe(2);
  });
});

describe("the shelf", () => {
  it("shows every document and section without model and index", async () => {
    addPlan(firstPlan);
    const shelf = await openShelf(config);
    const document = shelf.document(firstPlan);
    expect(shelf.documents().map(({ id }) => id)).toEqual([firstPlan]);
    for (const { id, start, end } of document?.sections ?? []) {
      expect(shelf.section(firstPlan, id)?.text).toBe(document?.text.slice(start, end));
    }
    expect(document?.sections.length).toBeGreaterThan(10);
    expect(shelf.section(firstPlan, "khong-co")).toBeNull();
    expect(shelf.document("khong-co")).toBeNull();
  });

  it("leaves what was read of files that have gone to building and serving, which remove it", async () => {
    const kept = (): number => readdirSync(join(config.indexFolder, "read")).length;
    addPlan(firstPlan);
    addPlan(secondPlan);
    await openShelf(config);
    rmSync(join(folder, "corpus", `${secondPlan}.txt`));
    await openShelf(config);
    expect(kept()).toBe(2);
    await open();
    expect(kept()).toBe(1);
  });
});
