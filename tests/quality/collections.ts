/** The aide opened on a collection in a folder of its own, as `npm start` opens it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../src/base/log.ts";
import { readConfig, type Config } from "../../src/config.ts";
import { openCurrent } from "../../src/index/open-generation.ts";
import type { Generation } from "../../src/index/types.ts";
import { openAide } from "../../src/main.ts";
import type { Embedder } from "../../src/models/embedder.ts";
import type { AideView } from "../../src/serve/aide.ts";

export interface OpenCollection {
  /** Of everything that the collection holds. */
  readonly aide: AideView;
  /** What the aide answers from, read again from its folder. */
  readonly generation: Generation;
  readonly config: Config;
  /** Names of the places whose plans it holds. */
  readonly places: readonly string[];
  /** Removes the folder; the embedder is the caller's. */
  close(): Promise<void>;
}

/** @param corpusFolder default: the plans that ship. The embedder stays open when the collection closes. */
export async function openCollection({ embedder, corpusFolder }: { embedder: Embedder; corpusFolder?: string }): Promise<OpenCollection> {
  const folder = await mkdtemp(join(tmpdir(), "aide-quality-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const config = readConfig({
      AIDE_INDEX: join(folder, "index"),
      ...(corpusFolder === undefined ? {} : { AIDE_CORPUS: corpusFolder }),
    });
    const lent: Embedder = { ...embedder, close: () => Promise.resolve() };
    const log = createLog({ sink: () => undefined, now: () => new Date() });
    const aide = await openAide(config, { log, openEmbedder: () => Promise.resolve(lent) });
    const { current } = await openCurrent(config.indexFolder);
    if (current === null) throw new Error(`nothing was indexed of ${config.corpusFolder}`);
    const { generation } = current;
    const places = [...new Set(generation.plans.flatMap(({ place }) => place?.name ?? []))];
    return { aide: aide.view("everything"), generation, config, places, close: () => aide.close().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
