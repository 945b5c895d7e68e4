import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildGeneration } from "../../src/index/build-generation.ts";
import type { BuildOptions } from "../../src/index/build-generation.ts";
import { takeBuildLock } from "../../src/index/build-lock.ts";
import { listGenerations, readCurrentId } from "../../src/index/generation-folder.ts";
import { encodeManifest, hashCorpus, isUpToDate } from "../../src/index/manifest.ts";
import type { Manifest } from "../../src/index/manifest.ts";
import { openCurrent, openGeneration } from "../../src/index/open-generation.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { smallPlan } from "../helpers/small-plan.ts";

let folder: string;
let clock = 0;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "aide-index-")), "index");
  clock = Date.UTC(2026, 0, 1);
});
afterEach(async () => {
  await rm(join(folder, ".."), { recursive: true, force: true });
});

const corpusHash = "c".repeat(64);
const plans = [smallPlan(), smallPlan({ id: "khac-2024", place: "Khác" })];
const build = (options: Partial<BuildOptions> = {}) =>
  buildGeneration({
    plans,
    embedder: createFakeEmbedder(),
    folder,
    corpusHash,
    parserVersion: "1",
    now: () => new Date((clock += 1000)),
    ...options,
  });
const unfinished = async () => (await readdir(folder)).filter((name) => name.startsWith(".") || name.endsWith(".new"));

describe("building a generation", () => {
  it("stores what it built: opened again it is the same", async () => {
    const built = await build();
    const { current, notes } = await openCurrent(folder);
    expect(notes).toEqual([]);
    expect(current?.generation).toEqual(built.generation);
    expect(current?.manifest).toEqual(built.manifest);
    expect(await readCurrentId(folder)).toBe(built.generation.id);
    expect(await unfinished()).toEqual([]);
  });

  it("embeds only the passages that changed, and equal passages once", async () => {
    const previous = await build();
    const embedder = createFakeEmbedder();
    const changed = [
      smallPlan({ change: (text) => text.replace("5 sản phẩm", "7 sản phẩm") }),
      smallPlan({ id: "khac-2024", place: "Khác" }),
    ];
    const next = await build({ plans: changed, previous, embedder });
    expect(embedder.embedded.map(({ sentences }) => sentences.join(" "))).toEqual([expect.stringContaining("7 sản phẩm")]);
    expect(next).toMatchObject({ embedded: 1, reused: previous.generation.passages.length - 1 });
    const scratch = await build({ plans: changed });
    expect(next.generation.vectors).toEqual(scratch.generation.vectors);

    const twins = createFakeEmbedder();
    const twin = smallPlan();
    await build({ plans: [twin, { ...twin, id: "ban-sao" }], embedder: twins });
    expect(twins.embedded).toHaveLength(previous.generation.passages.length / 2);
  });

  it("uses no vectors of another model", async () => {
    const previous = await build();
    const embedder = createFakeEmbedder("other");
    expect(await build({ previous, embedder })).toMatchObject({ reused: 0 });
    expect(embedder.embedded).toHaveLength(previous.generation.passages.length);
  });

  it("tells its progress from the first to the last passage", async () => {
    const seen: string[] = [];
    await build({ onProgress: ({ done, total }) => seen.push(`${done}/${total}`) });
    expect(seen.at(0)).toBe("0/22");
    expect(seen.at(-1)).toBe("22/22");
  });

  it("leaves the folder as it was when the embedder fails, and releases the lock", async () => {
    const before = await build();
    const embedder = createFakeEmbedder();
    embedder.failure = new Error("no model");
    await expect(build({ embedder })).rejects.toThrow("no model");
    expect(await listGenerations(folder)).toEqual([before.generation.id]);
    expect(await readCurrentId(folder)).toBe(before.generation.id);
    expect(await unfinished()).toEqual([]);
    await expect(build()).resolves.toBeDefined();
  });

  it("builds a generation of no documents", async () => {
    await build({ plans: [] });
    const { current } = await openCurrent(folder);
    expect(current?.generation.passages).toEqual([]);
  });

  it("keeps the two newest generations and removes what dead builds left", async () => {
    await build();
    await mkdir(join(folder, ".building-20260101T000000000Z-00000000"), { recursive: true });
    await writeFile(join(folder, "README.md"), "kept");
    const second = await build();
    const third = await build();
    expect(await listGenerations(folder)).toEqual([third.generation.id, second.generation.id]);
    expect(await unfinished()).toEqual([]);
    expect(await readFile(join(folder, "README.md"), "utf8")).toBe("kept");
  });

  it("refuses to run beside another build, and takes over the lock of a dead one", async () => {
    await mkdir(folder, { recursive: true });
    const lock = await takeBuildLock(folder);
    await expect(build()).rejects.toMatchObject({ code: "overloaded" });
    await lock.release();
    for (const stale of ["", "999999999 1", `${process.pid} 1`]) {
      await writeFile(join(folder, ".lock"), stale);
      await expect(build()).resolves.toBeDefined();
    }
  });

  it("lets one of many builders that find a dead lock run, never two at once", async () => {
    await mkdir(folder, { recursive: true });
    for (let round = 0; round < 50; round += 1) {
      await writeFile(join(folder, ".lock"), "999999999 1");
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeBuildLock(folder)));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await unfinished()).toEqual([".lock"]);
      await rm(join(folder, ".lock"));
    }
  });
});

describe("opening a generation", () => {
  it("finds every change of every file, falls back to the one before and says so", async () => {
    const first = await build();
    const second = await build();
    const saved = join(folder, "..", "saved");
    const live = join(folder, second.generation.id);
    await cp(live, saved, { recursive: true });
    const damages: Record<string, (path: string, content: Buffer) => Promise<void>> = {
      "a flipped bit": (path, content) => {
        const copy = Buffer.from(content);
        copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 4;
        return writeFile(path, copy);
      },
      "a cut end": (path, content) => truncate(path, content.length - 1),
      zeros: (path, content) => writeFile(path, Buffer.alloc(content.length)),
      "no file": (path) => rm(path),
    };
    for (const file of await readdir(saved)) {
      for (const [name, damage] of Object.entries(damages)) {
        const content = await readFile(join(saved, file));
        await damage(join(live, file), content);
        const opening = openGeneration(folder, second.generation.id);
        await expect(opening, `${file}: ${name}`).rejects.toMatchObject({ code: "generation-damaged" });
        await cp(join(saved, file), join(live, file));
      }
    }
    await rm(join(live, "pooled.f32"));
    const { current, notes } = await openCurrent(folder);
    expect(current?.generation.id).toBe(first.generation.id);
    expect(notes.join("; ")).toContain(second.generation.id);
  });

  it("opens the newest intact one when CURRENT is missing or nonsense, and none where there is none", async () => {
    expect(await openCurrent(folder)).toEqual({ current: null, notes: [] });
    const built = await build();
    for (const content of ["", "../../etc", "20260101T000000000Z-00000000"]) {
      await writeFile(join(folder, "CURRENT"), content);
      const { current, notes } = await openCurrent(folder);
      expect(current?.generation.id).toBe(built.generation.id);
      expect(notes.length).toBeGreaterThan(0);
    }
  });

  it("refuses files that fit their sums but not each other", async () => {
    const { generation, manifest } = await build();
    const path = join(folder, generation.id, "manifest.json");
    for (const change of [
      { counts: { ...manifest.counts, passages: 3 } },
      { model: { ...manifest.model, dimensions: 32 } },
      { model: { ...manifest.model, tokenDimensions: 64 } },
      { format: 99 },
      { id: "20260101T000000000Z-00000000" },
    ]) {
      await writeFile(path, encodeManifest({ ...manifest, ...change } as Manifest));
      await expect(openGeneration(folder, generation.id)).rejects.toMatchObject({ code: "generation-damaged" });
    }
  });
});

describe("being up to date", () => {
  it("ends with another document, catalogue, model or parser", async () => {
    const document = { id: "a", sourceHash: "x", catalogue: {} };
    const inputs = { corpusHash: hashCorpus([document]), model: createFakeEmbedder().model, parserVersion: "1" };
    const { manifest } = await build({ corpusHash: inputs.corpusHash });
    expect(isUpToDate(manifest, inputs)).toBe(true);
    for (const other of [
      [{ ...document, sourceHash: "y" }],
      [{ ...document, catalogue: { place: "Khác" } }],
      [],
      [document, { ...document, id: "b" }],
    ])
      expect(isUpToDate(manifest, { ...inputs, corpusHash: hashCorpus(other) })).toBe(false);
    expect(isUpToDate(manifest, { ...inputs, model: createFakeEmbedder("other").model })).toBe(false);
    expect(isUpToDate(manifest, { ...inputs, parserVersion: "2" })).toBe(false);
  });
});
