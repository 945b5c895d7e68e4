/**
 * The composition of reading and understanding: files joined to plans.
 *
 * Input: the documents' folder, or one file. Output: plans, related to each other. Files are read in child processes;
 * what they held is kept beside the index.
 */
import { join, resolve } from "node:path";
import type { Config } from "./config.ts";
import { openFileReader, type FileReader } from "./corpus/file-reader.ts";
import { readCorpus, readDocumentFile, type ReadCorpusOptions } from "./corpus/read-corpus.ts";
import { openReadingCache, type ReadingCache } from "./corpus/reading-cache.ts";
import type { Corpus, SourceDocument, UnreadableFile } from "./corpus/types.ts";
import { READER_VERSION } from "./corpus/read-file.ts";
import { PARSER_VERSION, parsePlan } from "./parse/parse-plan.ts";
import { relatePlans } from "./parse/standing.ts";
import type { Plan } from "./parse/types.ts";
import { createShelf, type Shelf } from "./serve/shelf.ts";

async function withReader<T>({ indexFolder }: Config, work: (reader: FileReader, cache: ReadingCache) => Promise<T>): Promise<T> {
  const cache = openReadingCache(join(indexFolder, "read"));
  const reader = openFileReader({ cache });
  try {
    return await work(reader, cache);
  } finally {
    await reader.close();
  }
}

/**
 * For building and serving: of files that have gone, what was kept goes too.
 *
 * @throws AppError "bad-config" when the folder or its catalogue cannot be read.
 */
export function readDocuments(config: Config, { onFile }: Pick<ReadCorpusOptions, "onFile">): Promise<Corpus> {
  return withReader(config, async (reader, cache) => {
    const corpus = await readCorpus(config.corpusFolder, { reader, onFile });
    await cache.prune(new Set(corpus.documents.map((document) => document.sourceHash)));
    return corpus;
  });
}

/** Changes whenever the same bytes would be understood otherwise; part of a generation's manifest. */
export const understandingVersion = `${PARSER_VERSION}/${READER_VERSION}`;

/** Plans in the order of the documents, with what each says of the others. */
export function understand(documents: readonly SourceDocument[]): readonly Plan[] {
  return relatePlans(documents.map(parsePlan));
}

/**
 * The documents as understood, without model and index; what was kept of others stays.
 *
 * @throws AppError "bad-config" when the folder or its catalogue cannot be read.
 */
export async function openShelf(config: Config): Promise<Shelf> {
  const { documents } = await withReader(config, (reader) => readCorpus(config.corpusFolder, { reader }));
  return createShelf(understand(documents));
}

export type Inspection = { readonly shelf: Shelf; readonly documentId: string } | { readonly unreadable: UnreadableFile };

/** One file as it would be understood among the documents of the collection; it takes the place of its namesake there. */
export async function inspectFile(config: Config, path: string): Promise<Inspection> {
  return withReader(config, async (reader) => {
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
