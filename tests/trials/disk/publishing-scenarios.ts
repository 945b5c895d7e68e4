/** What is published in the trials of disks: three publishes on small collections, by the publisher as commands use it. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLog } from "../../../src/base/log.ts";
import { sha256 } from "../../../src/base/files.ts";
import { readConfig, type Config } from "../../../src/config.ts";
import { openCurrent } from "../../../src/index/open-generation.ts";
import { openLocalPublisher, type LocalPublisher } from "../../../src/local-publisher.ts";
import { toldDiskFailure } from "../../../src/publish/failure-words.ts";
import type { GivenDocument } from "../../../src/publish/publisher.ts";
import { receiveUpload } from "../../../src/serve/upload-body.ts";
import type { Job } from "../../../src/store/types/jobs.ts";
import { createFakeEmbedder } from "../../helpers/fake-embedder.ts";
import { madePlan } from "../../helpers/made-plans.ts";

export const scenarioNames = ["first", "add", "replace", "remove"] as const;
export type ScenarioName = (typeof scenarioNames)[number];

const texts = {
  a: madePlan({ place: "Hòa Bình", word: "zebrano" }),
  b: madePlan({ place: "Sơn La", word: "okapi", number: 14 }),
  c: madePlan({ place: "Yên Bái", word: "kazoo", number: 15 }),
  newA: madePlan({ place: "Hòa Bình", word: "tapioca", number: 16 }),
};

/** What is there before; "first" begins with nothing at all. */
const baseOf: Readonly<Record<ScenarioName, readonly (readonly [string, string])[]>> = {
  first: [],
  add: [
    ["a", texts.a],
    ["b", texts.b],
  ],
  replace: [
    ["a", texts.a],
    ["b", texts.b],
  ],
  remove: [
    ["a", texts.a],
    ["b", texts.b],
  ],
};

/** The file that the scenario brings, if any. */
export const broughtBy: Readonly<Record<ScenarioName, { readonly fileName: string; readonly text: string } | null>> = {
  first: { fileName: "a.txt", text: texts.a },
  add: { fileName: "c.txt", text: texts.c },
  replace: { fileName: "a.txt", text: texts.newA },
  remove: null,
};

export function configOf(root: string): Config {
  const folder = (name: string): string => join(root, name);
  mkdirSync(folder("corpus"), { recursive: true });
  return readConfig({ AIDE_CORPUS: folder("corpus"), AIDE_INDEX: folder("index"), AIDE_DATA: folder("data") }, root);
}

export function openPublisher(root: string): Promise<LocalPublisher> {
  const log = createLog({ sink: () => undefined, now: () => new Date() });
  return openLocalPublisher(configOf(root), { log, openEmbedder: () => Promise.resolve(createFakeEmbedder()) });
}

/** As a request does: received from a form, synced, given. */
export async function give({ publisher }: LocalPublisher, { fileName, text }: { fileName: string; text: string }): Promise<GivenDocument> {
  const body = new FormData();
  body.set("file", new File([text], fileName));
  const request = new Request("http://127.0.0.1/v1/documents", { method: "POST", body });
  const folder = await publisher.stagingFolder();
  try {
    const { file } = await receiveUpload({ request, folder, maximumBytes: 1_000_000 });
    return { file, by: "trial" };
  } catch (error) {
    throw toldDiskFailure(error);
  }
}

export async function prepare(root: string, name: ScenarioName): Promise<void> {
  mkdirSync(root, { recursive: true });
  const local = await openPublisher(root);
  try {
    for (const [id, text] of baseOf[name]) {
      const job = await local.publisher.upload(await give(local, { fileName: `${id}.txt`, text }));
      const ended = await local.finish(job, () => undefined);
      if (ended.state !== "done") throw new Error(`the base could not be made: ${ended.errorEn ?? ended.state}`);
    }
  } finally {
    await local.close();
  }
}

/** The publish itself. @returns its job: from then on it is acknowledged. */
export async function begin(local: LocalPublisher, name: ScenarioName): Promise<Job> {
  const { publisher } = local;
  const brought = broughtBy[name];
  if (brought === null) return publisher.remove({ documentId: "a", by: "trial" });
  const given = await give(local, brought);
  return name === "replace" ? publisher.replace("a", given) : publisher.upload(given);
}

export interface Standing {
  readonly generation: string | null;
  /** "id hash" of each document that is answered from. */
  readonly answered: readonly string[];
  /** "name hash" of each original. */
  readonly originals: readonly string[];
  /** What the index says of itself that is not as it should be. */
  readonly notes: readonly string[];
}

/** How a collection stands on the disk. */
export async function standingOf(root: string): Promise<Standing> {
  const { corpusFolder, indexFolder } = configOf(root);
  const { current, notes } = await openCurrent(indexFolder);
  const originals = readdirSync(corpusFolder).filter((name) => !name.startsWith("."));
  return {
    generation: current?.generation.id ?? null,
    answered: (current?.generation.plans ?? []).map(({ id, sourceHash }) => `${id} ${sourceHash}`),
    originals: originals.toSorted().map((name) => `${name} ${sha256(readFileSync(join(corpusFolder, name)))}`),
    notes,
  };
}

/** Everything that lies there, but what the database keeps beside its file and what readers keep for themselves. */
export function namesUnder(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !/^index\/read\/|aide\.db-(?:wal|shm|journal)$/u.test(name))
    .toSorted();
}
