/** Views: kept for the next who may see the same, forgotten with what they hold, and never the whole in disguise. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/answer/answerer.ts";
import { visibleAmong, type Visible } from "../../../src/access/visible.ts";
import { buildGeneration } from "../../../src/index/build-generation.ts";
import type { Generation } from "../../../src/index/types.ts";
import { parsePlan } from "../../../src/parse/parse-plan.ts";
import { relatePlans } from "../../../src/parse/standing.ts";
import { createRanker } from "../../../src/retrieve/rank-passages.ts";
import { createViews, notesSeen, type Live, type Views } from "../../../src/serve/views.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { entwined } from "../../helpers/small-collection.ts";

let folder: string;
let whole: Live;
const embedder = createFakeEmbedder();
let opened = 0;

async function openLive(generation: Generation): Promise<Live> {
  opened += 1;
  const ranker = await createRanker({ generation, embedder });
  return { generation, ranker, answerer: createAnswerer({ generation, ranker, newId: () => "a", now: () => new Date(0) }) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-views-"));
  const { generation } = await buildGeneration({
    plans: relatePlans(entwined.map(parsePlan)),
    embedder,
    folder,
    corpusHash: "c".repeat(64),
    parserVersion: "1",
    now: () => new Date(0),
  });
  whole = await openLive(generation);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ids = entwined.map(({ id }) => id);
const only = (...seen: string[]): Visible => visibleAmong(ids, (id) => seen.includes(id));
const make = (size = 8): Views =>
  createViews({
    whole,
    openLive,
    embedder,
    size,
    readiness: () => ({
      status: "ready",
      generation: "g",
      documents: 99,
      passages: 99,
      embedder: { model: "m", state: "ready" },
      vectorSearch: "exact",
      notes: ["all"],
    }),
    notesFor: () => [],
  });
const ask = { question: "Sở Y tế làm gì?" };

describe("views", () => {
  it("of everything are the whole itself", async () => {
    const views = make();
    const before = opened;
    await views.view("everything").ask(ask);
    await views.view({ key: "k", ids: new Set([...ids, "not-indexed-yet"]) }).ask(ask);
    expect(opened).toBe(before);
  });

  it("are made once for those who see the same, also when many come at once", async () => {
    const views = make();
    const before = opened;
    await Promise.all(Array.from({ length: 20 }, () => views.view(only("ke-hoach-105")).ask(ask)));
    expect(opened).toBe(before + 1);
  });

  it("are made for whoever asks, not for whoever only lists", () => {
    const views = make();
    const before = opened;
    expect(
      views
        .view(only("ke-hoach-105"))
        .documents()
        .map(({ id }) => id),
    ).toEqual(["ke-hoach-105"]);
    expect(opened).toBe(before);
  });

  it("are kept up to their number, those used last", async () => {
    const views = make(2);
    const before = opened;
    const [a, b, c] = [only("ke-hoach-105"), only("ke-hoach-210"), only("ke-hoach-300")];
    for (const visible of [a, b, a, c, a]) await views.view(visible).ask(ask);
    expect(opened).toBe(before + 3);
    await views.view(b).ask(ask);
    expect(opened).toBe(before + 4);
  });

  it("forget those that hold a document, and no others", async () => {
    const views = make();
    for (const visible of [only("ke-hoach-105"), only("ke-hoach-210")]) await views.view(visible).ask(ask);
    const before = opened;
    views.forget("ke-hoach-105");
    await views.view(only("ke-hoach-210")).ask(ask);
    expect(opened).toBe(before);
    await views.view(only("ke-hoach-105")).ask(ask);
    expect(opened).toBe(before + 1);
  });

  it("try again after a failure", async () => {
    let fails = true;
    const views = createViews({
      whole,
      openLive: (generation) => (fails ? Promise.reject(new Error("no memory")) : openLive(generation)),
      embedder,
      readiness: () => make().view("everything").readiness(),
      notesFor: () => [],
    });
    await expect(views.view(only("ke-hoach-105")).ask(ask)).rejects.toThrow("no memory");
    fails = false;
    expect((await views.view(only("ke-hoach-105")).ask(ask)).citations.every(({ documentId }) => documentId === "ke-hoach-105")).toBe(true);
  });

  it("of nothing answer as an empty collection does, and count nothing", async () => {
    const view = make().view(only());
    expect(await view.ask(ask)).toMatchObject({ status: "refused", generation: "none" });
    expect(await view.search({ query: "y tế", limit: 5 })).toMatchObject({ hits: [], generation: "none" });
    expect(view.readiness()).toMatchObject({ status: "empty", documents: 0, passages: 0, generation: null, notes: [] });
    expect(view.assignments({})).toEqual({ assignments: [], total: 0 });
  });
});

describe("notes", () => {
  it("of a file are told to those who may know of it, of a secret one to nobody", () => {
    const notes = [
      { text: "of all", documentId: null, secret: false },
      { text: "of a", documentId: "a", secret: false },
      { text: "of b", documentId: "b", secret: true },
    ];
    expect(notesSeen(notes, "everything")).toEqual(["of all", "of a"]);
    expect(notesSeen(notes, { key: "k", ids: new Set(["b"]) })).toEqual(["of all"]);
  });
});
