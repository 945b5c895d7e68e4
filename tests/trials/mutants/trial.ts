/**
 * Every file of a generation, changed in every way a disk or a hand may change it: found when it is opened, before the
 * search library sees a byte of it, and the generation before serves.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../../src/base/files.ts";
import { buildGeneration } from "../../../src/index/build-generation.ts";
import { encodeManifest, type Manifest } from "../../../src/index/manifest.ts";
import { openCurrent } from "../../../src/index/open-generation.ts";
import { tokeniserVersion } from "../../../src/index/words.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { smallPlan } from "../../helpers/small-plan.ts";
import { seededRandom, type Random } from "../reading/random.ts";

export interface MutantOptions {
  readonly count: number;
  readonly seed: number;
  readonly onProgress?: (done: number, faults: number) => void;
}

export interface MutantFigures {
  mutants: number;
  readonly kinds: Map<string, number>;
  readonly faults: string[];
}

type Files = ReadonlyMap<string, Buffer>;

interface Material {
  readonly live: Files;
  /** Of the generation before, and of one built with another model: what may come into the wrong place. */
  readonly others: readonly Files[];
  readonly manifest: Manifest;
}

/** Null where the change would change nothing. A file mapped to null is gone. */
type Mutation = (material: Material, random: Random) => ReadonlyMap<string, Buffer | null> | null;

const changed = (name: string, before: Buffer, after: Buffer): ReadonlyMap<string, Buffer> | null =>
  before.equals(after) ? null : new Map([[name, after]]);

function onOneFile(change: (content: Buffer, random: Random) => Buffer): Mutation {
  return ({ live }, random) => {
    const [name, content] = random.pick([...live]);
    return changed(name, content, change(Buffer.from(content), random));
  };
}

/** Files whose sums are right again after the change: what only their shapes and their fit can tell. */
function resigned(
  { manifest }: Material,
  changes: { files?: ReadonlyMap<string, Buffer>; manifest?: Partial<Manifest> },
): ReadonlyMap<string, Buffer> {
  const sums = Object.fromEntries(
    Object.entries(manifest.files).map(([name, sum]) => {
      const content = changes.files?.get(name);
      return [name, content === undefined ? sum : { bytes: content.length, sha256: sha256(content) }];
    }),
  );
  const text = encodeManifest({ ...manifest, ...changes.manifest, files: sums });
  return new Map([...(changes.files ?? []), ["manifest.json", Buffer.from(text)]]);
}

const mutations: Readonly<Record<string, Mutation>> = {
  "bit flip": onOneFile((content, random) => {
    const at = random.below(content.length);
    content[at] = (content[at] ?? 0) ^ (1 << random.below(8));
    return content;
  }),
  "zeroed block": onOneFile((content, random) => {
    const size = Math.min(content.length, 512 * (1 + random.below(8)));
    return content.fill(0, random.below(content.length - size + 1)).subarray(0, content.length);
  }),
  truncation: onOneFile((content, random) => content.subarray(0, random.below(content.length))),
  "longer file": onOneFile((content, random) => Buffer.concat([content, Buffer.alloc(1 + random.below(4096), random.below(256))])),
  "file gone": ({ live }, random) => new Map([[random.pick([...live.keys()]), null]]),
  "two files swapped": ({ live }, random) => {
    const [first, second] = [random.pick([...live]), random.pick([...live])];
    return first[0] === second[0] || first[1].equals(second[1])
      ? null
      : new Map([
          [first[0], second[1]],
          [second[0], first[1]],
        ]);
  },
  "file of another generation": ({ live, others }, random) => {
    const [name, content] = random.pick([...live]);
    const other = random.pick(others).get(name);
    return other === undefined ? null : changed(name, content, other);
  },
  "bytes moved": onOneFile((content, random) => {
    const at = random.below(content.length);
    return Buffer.concat([content.subarray(at), content.subarray(0, at)]);
  }),
  "wrong dimension, signed": (material, random) => {
    const { model } = material.manifest;
    const dimensions = random.pick([1, 2, 32, 63, 65, 128, 384].filter((size) => size !== model.dimensions));
    return resigned(material, { manifest: { model: { ...model, dimensions } } });
  },
  "wrong token dimension, signed": (material, random) => {
    const { model } = material.manifest;
    const tokenDimensions = random.pick([0, 1, 64, 127, 256].filter((size) => size !== model.tokenDimensions));
    return resigned(material, { manifest: { model: { ...model, tokenDimensions } } });
  },
  "wrong model, signed": (material, random) => {
    const { model } = material.manifest;
    return resigned(material, { manifest: { model: { ...model, fingerprint: sha256(String(random.next())) } } });
  },
  "wrong tokeniser, signed": (material, random) => resigned(material, { manifest: { tokeniser: tokeniserVersion + 1 + random.below(9) } }),
  "wrong counts, signed": (material, random) => {
    const { counts } = material.manifest;
    const key = random.pick(["documents", "passages", "sentences", "tokens"] as const);
    return resigned(material, { manifest: { counts: { ...counts, [key]: counts[key] + 1 + random.below(5) } } });
  },
  "vectors of no number, signed": (material, random) => {
    const name = random.pick(["pooled.f32", "sentences.f32"]);
    const content = Buffer.from(material.live.get(name) ?? Buffer.alloc(0));
    content.writeUInt32LE(random.pick([0x7fc00000, 0x7f800000, 0xff800000]), 4 * random.below(content.length / 4));
    return resigned(material, { files: new Map([[name, content]]) });
  },
  "starts out of order, signed": (material, random) => {
    const name = random.pick(["sentence-starts.u32", "token-starts.u32"]);
    const content = Buffer.from(material.live.get(name) ?? Buffer.alloc(0));
    const at = 4 * random.below(content.length / 4);
    content.writeUInt32LE(random.pick([0xffffffff, 0x7fffffff]), at);
    return resigned(material, { files: new Map([[name, content]]) });
  },
  "shorter vectors, signed": (material, random) => {
    const name = random.pick(["pooled.f32", "sentences.f32", "tokens.i8"]);
    const content = material.live.get(name) ?? Buffer.alloc(0);
    return resigned(material, { files: new Map([[name, content.subarray(0, content.length - 4 * (1 + random.below(16)))]]) });
  },
};

/** Whether this program could answer from it, as the composition asks. */
function fits(fingerprint: string): (manifest: Manifest) => boolean {
  return (manifest) => manifest.model.fingerprint === fingerprint && manifest.tokeniser === tokeniserVersion;
}

function readFiles(folder: string): Files {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

export async function runMutantTrial({ count, seed, onProgress }: MutantOptions): Promise<MutantFigures> {
  const folder = mkdtempSync(join(tmpdir(), "aide-mutants-"));
  const figures: MutantFigures = { mutants: 0, kinds: new Map(), faults: [] };
  try {
    let clock = Date.UTC(2026, 0, 1);
    const build = (at: string, plans: Parameters<typeof buildGeneration>[0]["plans"], model = "fake") =>
      buildGeneration({
        plans,
        embedder: createFakeEmbedder(model),
        folder: at,
        corpusHash: "c".repeat(64),
        parserVersion: "1",
        now: () => new Date((clock += 1000)),
      });
    const index = join(folder, "index");
    const before = await build(index, [smallPlan()]);
    const live = await build(index, [smallPlan(), smallPlan({ id: "khac-2024", place: "Khác" })]);
    const foreign = await build(join(folder, "other"), [smallPlan(), smallPlan({ id: "la-2024", place: "Lạ" })], "other");
    const liveFolder = join(index, live.generation.id);
    const material: Material = {
      live: readFiles(liveFolder),
      others: [readFiles(join(index, before.generation.id)), readFiles(join(folder, "other", foreign.generation.id))],
      manifest: live.manifest,
    };
    const random = seededRandom(seed);
    const { fingerprint } = live.manifest.model;
    const sound = await openCurrent(index, fits(fingerprint));
    if (sound.current?.generation.id !== live.generation.id || sound.notes.length > 0)
      throw new Error("the sound generation does not open");
    while (figures.mutants < count) {
      const kind = random.pick(Object.keys(mutations));
      const mutant = mutations[kind]?.(material, random) ?? null;
      if (mutant === null) continue;
      for (const [name, content] of mutant) {
        if (content === null) rmSync(join(liveFolder, name));
        else writeFileSync(join(liveFolder, name), content);
      }
      figures.mutants += 1;
      figures.kinds.set(kind, (figures.kinds.get(kind) ?? 0) + 1);
      const fault = await judge(index, { fits: fits(fingerprint), before: before.generation.id });
      if (fault !== null)
        figures.faults.push(`mutant ${figures.mutants} of seed ${seed}, ${kind} of ${[...mutant.keys()].join(", ")}: ${fault}`);
      for (const name of mutant.keys()) writeFileSync(join(liveFolder, name), material.live.get(name) ?? "");
      onProgress?.(figures.mutants, figures.faults.length);
    }
    // What was put back is sound again: the trial itself changed nothing else.
    cpSync(liveFolder, join(folder, "check"), { recursive: true });
    const again = await openCurrent(index, fits(fingerprint));
    if (again.current?.generation.id !== live.generation.id) figures.faults.push("the generation that was put back does not open");
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(
  index: string,
  { fits: canServe, before }: { fits: (manifest: Manifest) => boolean; before: string },
): Promise<string | null> {
  try {
    const { current, notes } = await openCurrent(index, canServe);
    if (current === null) return "nothing serves";
    if (current.generation.id !== before) return "it was not found";
    return notes.length === 0 ? "nobody is told" : null;
  } catch (error) {
    return `opening it threw ${error instanceof Error ? error.message : String(error)}`;
  }
}
