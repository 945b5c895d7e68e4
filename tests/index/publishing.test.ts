/** What makes a generation live, keeps the one before, and takes removed documents out. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildGeneration, type BuildOptions } from "../../src/index/build-generation.ts";
import { tryLock } from "../../src/index/build-lock.ts";
import { listGenerations, pinGeneration, readCurrentId, readPinnedId, timeOf, writeCurrentId } from "../../src/index/generation-folder.ts";
import { openCurrent } from "../../src/index/open-generation.ts";
import { purgeDocuments } from "../../src/index/purge-documents.ts";
import { findVectorFaults } from "../../src/index/verify-vectors.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { smallPlan } from "../helpers/small-plan.ts";

let folder: string;
let clock: number;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "aide-index-")), "index");
  clock = Date.UTC(2026, 0, 1);
});
afterEach(async () => {
  await rm(join(folder, ".."), { recursive: true, force: true });
});

const build = async (options: Partial<BuildOptions> = {}): Promise<string> => {
  const { generation } = await buildGeneration({
    plans: [smallPlan()],
    embedder: createFakeEmbedder(),
    folder,
    corpusHash: "c".repeat(64),
    parserVersion: "1",
    now: () => new Date((clock += 1000)),
    ...options,
  });
  return generation.id;
};

describe("the live generation", () => {
  it("stays the one before when CURRENT cannot be replaced, and nothing of the new one is left", async () => {
    const before = await build();
    // A folder of that name is what a rename cannot replace.
    await mkdir(join(folder, "CURRENT.new"));
    await expect(writeCurrentId(folder, "20990101T000000000Z-00000000")).rejects.toThrow();
    expect(await readCurrentId(folder)).toBe(before);
  });

  it("is the one that was put back until the next build, which keeps it beside itself", async () => {
    const [one, two] = [await build(), await build()];
    await pinGeneration(folder, one);
    expect(await readPinnedId(folder)).toBe(one);
    expect((await openCurrent(folder)).current?.generation.id).toBe(one);
    const three = await build();
    expect(await readPinnedId(folder)).toBeNull();
    expect(await listGenerations(folder)).toEqual([three, one]);
    expect(two).not.toBe(one);
  });

  it("is kept before a complete one whose build died before it went live; that one goes", async () => {
    const [, live, orphan] = [await build(), await build(), await build()];
    await writeFile(join(folder, "CURRENT"), `${live}\n`);
    const next = await build();
    expect(await listGenerations(folder)).toEqual([next, live]);
    expect(orphan).not.toBe(live);
  });

  it("sorts after all others though the clock was put back", async () => {
    const before = await build();
    clock -= 86_400_000;
    const after = await build();
    expect(after > before).toBe(true);
    expect(timeOf(after)).toBe(timeOf(before) + 1);
    expect(await listGenerations(folder)).toEqual([after, before]);
  });

  it("is passed over by a program that it does not fit, which says so", async () => {
    const before = await build();
    const other = await build({ embedder: createFakeEmbedder("other") });
    const { fingerprint } = createFakeEmbedder().model;
    const { current, notes } = await openCurrent(folder, (manifest) => manifest.model.fingerprint === fingerprint);
    expect(current?.generation.id).toBe(before);
    expect(notes.join("; ")).toContain(`${other} was made with another model`);
  });
});

describe("removed documents", () => {
  it("leave every generation but a live one that still holds them, which is said", async () => {
    const plans = [smallPlan(), smallPlan({ id: "khac-2024", place: "Khác" })];
    const holding = await build({ plans });
    expect(await purgeDocuments({ folder, documentIds: ["khac-2024"] })).toEqual([]);
    const without = await build();
    expect(await listGenerations(folder)).toEqual([without, holding]);
    expect(await purgeDocuments({ folder, documentIds: ["khac-2024"] })).toEqual(["khac-2024"]);
    expect(await listGenerations(folder)).toEqual([without]);
  });

  it("leave one that cannot be read too: nobody can say that it does not hold them", async () => {
    const old = await build();
    const live = await build();
    await writeFile(join(folder, old, "plans.json"), "[");
    await purgeDocuments({ folder, documentIds: ["khac-2024"] });
    expect(await listGenerations(folder)).toEqual([live]);
  });
});

describe("vectors", () => {
  const pooled = Float32Array.from([1, 0, 0, 1, 0.6, 0.8]);

  it("that are of unit length find themselves, equal ones too", () => {
    expect(findVectorFaults({ pooled, dimensions: 2 })).toEqual([]);
    expect(findVectorFaults({ pooled: Float32Array.from([1, 0, 1, 0]), dimensions: 2 })).toEqual([]);
  });

  it.each([
    ["zeros", [1, 0, 0, 0]],
    ["too long", [1, 0, 2, 0]],
    ["no number", [1, 0, Number.NaN, 0]],
  ])("of %s are found", (_what, values) => {
    expect(findVectorFaults({ pooled: Float32Array.from(values), dimensions: 2 })).not.toEqual([]);
  });
});

describe("a lock", () => {
  it("takes away what a process left that died while it took the lock, and nobody else's", async () => {
    await mkdir(folder, { recursive: true });
    const path = join(folder, ".lock");
    await writeFile(`${path}-999999999-1-abcdef01`, "999999999 1");
    const held = await tryLock(path);
    expect(held).not.toBeNull();
    expect(await tryLock(path)).toBeNull();
    expect(await readdir(folder)).toEqual([".lock"]);
    expect(await readFile(path, "utf8")).toContain(`${process.pid} `);
    await held?.release();
    expect(await readdir(folder)).toEqual([]);
  });
});
