/** The fixtures of tests/reading as one collection: a folder of thirteen documents in eight formats. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import list from "./fixture-set/collection.json" with { type: "json" };

const readingFolder = fileURLToPath(new URL("../reading", import.meta.url));

/** Makes the folder and removes it when `work` is done. */
export async function withFixtureCorpus<T>(work: (corpusFolder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "aide-fixture-set-"));
  try {
    for (const [id, path] of Object.entries(list.files)) await copyFile(join(readingFolder, path), join(folder, `${id}${extname(path)}`));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
