/**
 * The composition of reading and understanding: files joined to plans.
 *
 * Input: the documents' folder, or one file. Output: plans, related to each other. Files are read in child processes;
 * what they held is kept beside the index.
 */
import { resolve } from "node:path";
import type { Config } from "./config.ts";
import { readCorpus, readDocumentFile } from "./corpus/read-corpus.ts";
import type { Corpus, UnreadableFile } from "./corpus/types.ts";
import { readCollection, understand, withReader, type CollectionOptions } from "./publish/collection.ts";
import { createShelf, type Shelf } from "./serve/shelf.ts";

/** @throws AppError "bad-config" when the folder or its catalogue cannot be read. */
export function readDocuments(
  { corpusFolder, indexFolder }: Config,
  options: Pick<CollectionOptions, "onFile" | "catalogue" | "removed">,
): Promise<Corpus> {
  return readCollection({ ...options, corpusFolder, indexFolder });
}

/**
 * The documents as understood, without model and index; what was kept of others stays.
 *
 * @throws AppError "bad-config" when the folder or its catalogue cannot be read.
 */
export async function openShelf(config: Config): Promise<Shelf> {
  const { documents } = await withReader(config.indexFolder, (reader) => readCorpus(config.corpusFolder, { reader }));
  return createShelf(understand(documents));
}

export type Inspection = { readonly shelf: Shelf; readonly documentId: string } | { readonly unreadable: UnreadableFile };

/** One file as it would be understood among the documents of the collection; it takes the place of its namesake there. */
export async function inspectFile(config: Config, path: string): Promise<Inspection> {
  return withReader(config.indexFolder, async (reader) => {
    const read = await readDocumentFile(resolve(path), { reader });
    if ("unreadable" in read) return read;
    const { documents } = await readCorpus(config.corpusFolder, { reader });
    const { document } = read;
    const known = documents.find(({ id }) => id === document.id);
    const others = documents.filter(({ id }) => id !== document.id);
    const plans = understand([...others, { ...document, catalogue: known?.catalogue ?? {} }]);
    return { shelf: createShelf(plans), documentId: document.id };
  });
}
