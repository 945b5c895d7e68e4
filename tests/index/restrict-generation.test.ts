/** A cut generation is the one that a collection without the closed documents gives. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerer } from "../../src/answer/answerer.ts";
import { readConfig } from "../../src/config.ts";
import { readDocuments } from "../../src/documents.ts";
import { buildGeneration } from "../../src/index/build-generation.ts";
import { restrictGeneration, restrictPassages, restrictPlans } from "../../src/index/restrict-generation.ts";
import type { Generation, PassageVectors } from "../../src/index/types.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { relatePlans } from "../../src/parse/standing.ts";
import type { Plan } from "../../src/parse/types.ts";
import { createRanker } from "../../src/retrieve/rank-passages.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { entwined } from "../helpers/small-collection.ts";

let folder: string;
let documents: readonly Plan[];
let whole: Generation;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-restrict-"));
  const shipped = await readDocuments(readConfig({ AIDE_INDEX: join(folder, "read") }), {});
  const short = shipped.documents.toSorted((a, b) => a.lines.length - b.lines.length).slice(0, 1);
  documents = [...entwined, ...short].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(parsePlan);
  whole = await buildOf(documents);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function buildOf(some: readonly Plan[]): Promise<Generation> {
  const { generation } = await buildGeneration({
    plans: relatePlans(some),
    embedder: createFakeEmbedder(),
    folder: join(folder, String((made += 1))),
    corpusHash: "c".repeat(64),
    parserVersion: "1",
    now: () => new Date(0),
  });
  return generation;
}

const subset = () => fc.subarray([...documents], { minLength: 1 });
/** The id is the collection's own: it tells which build answered, and nothing of what is in it. */
const contentOf = ({ id: _id, createdAt: _createdAt, ...content }: Generation): unknown => JSON.parse(JSON.stringify(content));
/** A plan's fields in one order: what they hold is compared, not when they were set. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
const cut = (some: readonly Plan[]): Promise<Generation> =>
  restrictGeneration({ generation: whole, visible: new Set(some.map(({ id }) => id)), embedder: createFakeEmbedder() });

describe("a generation cut to some of its documents", () => {
  it("is what a build from those documents alone gives, whichever they are", async () => {
    await fc.assert(
      fc.asyncProperty(subset(), async (some) => {
        const [restricted, built] = [await cut(some), await buildOf(some)];
        expect(JSON.stringify(sorted(restricted.plans))).toBe(JSON.stringify(sorted(built.plans)));
        expect(restricted.passages).toEqual(built.passages);
        for (const [name, values] of Object.entries(built.vectors))
          expect(Buffer.from(String(restricted.vectors[name as keyof PassageVectors])).equals(Buffer.from(String(values))), name).toBe(
            true,
          );
        expect(restricted.words).toBe(built.words);
      }),
      { numRuns: 100 },
    );
  });

  it("has documents that change each other, so that the comparison means something", () => {
    const plan = (id: string) => whole.plans.find((one) => one.id === id)!;
    expect(plan("ke-hoach-105").changedBy.length).toBeGreaterThan(0);
    expect(plan("ke-hoach-210").status).toBe("superseded");
    expect(plan("ke-hoach-105").copyOf).toBe("a-ban-sao-105");
    expect(plan("ke-hoach-300").warnings.map(({ code }) => code)).toContain("duplicate-document");
  });

  it("is answered from byte for byte as that collection is", async () => {
    const questions = [
      "Sở Tài chính làm gì theo Kế hoạch số 105/KH-UBND của Cà Mau?",
      "Kế hoạch số 105/KH-UBND của Cà Mau còn hiệu lực không?",
      "Cơ quan nào phụ trách du lịch?",
      "Có bao nhiêu kế hoạch?",
      "Sở Y tế của Nghệ An làm gì?",
      "What must the Department of Finance do?",
      "Kinh phí là bao nhiêu?",
    ];
    const answersOf = async (generation: Generation): Promise<string[]> => {
      const ranker = await createRanker({ generation, embedder: createFakeEmbedder() });
      const answerer = createAnswerer({ generation, ranker, newId: () => "a", now: () => new Date(0) });
      const answers = await Promise.all(questions.map((question) => answerer.answer({ question })));
      return answers.map((answer) => JSON.stringify({ ...answer, tookMs: 0, generation: "g" }));
    };
    await fc.assert(
      fc.asyncProperty(subset(), async (some) => {
        expect(await answersOf(await cut(some))).toEqual(await answersOf(await buildOf(some)));
      }),
      { numRuns: 40 },
    );
  });

  it("is the generation itself where all may be seen, and leaves it as it was where not", async () => {
    const before = JSON.stringify(contentOf(whole));
    expect(await cut(documents)).toBe(whole);
    await cut(documents.slice(0, 3));
    expect(JSON.stringify(contentOf(whole))).toBe(before);
  });

  it("lets a copy speak whose original is closed, and asks the model only where its place is another", async () => {
    const embedder = createFakeEmbedder();
    const restricted = await restrictGeneration({ generation: whole, visible: new Set(["ke-hoach-105"]), embedder });
    expect(restricted.passages.length).toBeGreaterThan(0);
    expect(embedder.embedded).toEqual([]);
    await restrictGeneration({ generation: whole, visible: new Set(["ke-hoach-105-ban-sao"]), embedder });
    expect(embedder.embedded.length).toBeGreaterThan(0);
  });

  it("counts its passages without making their vectors", async () => {
    const ids = new Set(["ke-hoach-210", "ke-hoach-105-ban-sao"]);
    const restricted = await restrictGeneration({ generation: whole, visible: ids, embedder: createFakeEmbedder() });
    expect(restrictPassages(whole, restrictPlans(whole.plans, ids))).toHaveLength(restricted.passages.length);
  });
});
