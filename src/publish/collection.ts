/** The documents' folder read and understood, with what editors said of it. */
import { join } from "node:path";
import { openFileReader, type FileReader } from "../corpus/file-reader.ts";
import { readCorpus, type ReadCorpusOptions } from "../corpus/read-corpus.ts";
import { READER_VERSION } from "../corpus/read-file.ts";
import { openReadingCache, type ReadingCache } from "../corpus/reading-cache.ts";
import type { CatalogueEntry, Corpus, SourceDocument } from "../corpus/types.ts";
import { PARSER_VERSION, parsePlan } from "../parse/parse-plan.ts";
import { relatePlans } from "../parse/standing.ts";
import type { Plan } from "../parse/types.ts";
import type { PublishFolders } from "./types.ts";

export interface CollectionOptions extends PublishFolders {
  /** Wins over the catalogue file. */
  readonly catalogue?: Readonly<Record<string, CatalogueEntry>>;
  /** Ids that are left out. */
  readonly removed?: readonly string[];
  readonly onFile?: ReadCorpusOptions["onFile"];
}

/** Changes whenever the same bytes would be understood otherwise; part of a generation's manifest. */
export const understandingVersion = `${PARSER_VERSION}/${READER_VERSION}`;

/** Runs `work` with a reader of files whose results are kept beside the index. */
export async function withReader<T>(indexFolder: string, work: (reader: FileReader, cache: ReadingCache) => Promise<T>): Promise<T> {
  const cache = openReadingCache(join(indexFolder, "read"));
  const reader = openFileReader({ cache });
  try {
    return await work(reader, cache);
  } finally {
    await reader.close();
  }
}

/** @throws AppError "bad-config" when the folder or its catalogue cannot be read. */
export function readCollection(options: CollectionOptions): Promise<Corpus> {
  const { corpusFolder, indexFolder, catalogue = {}, removed = [], onFile } = options;
  return withReader(indexFolder, async (reader, cache) => {
    const { documents, unreadable } = await readCorpus(corpusFolder, { reader, onFile });
    const gone = new Set(removed);
    const kept = documents.filter(({ id }) => !gone.has(id));
    // Also what was read of removed documents goes here.
    await cache.prune(new Set(kept.map(({ sourceHash }) => sourceHash)));
    return { documents: kept.map((document) => overlaid(document, catalogue[document.id])), unreadable };
  });
}

function overlaid(document: SourceDocument, entry: CatalogueEntry | undefined): SourceDocument {
  return entry === undefined ? document : { ...document, catalogue: { ...document.catalogue, ...entry } };
}

/** Plans in the order of the documents, with what each says of the others. */
export function understand(documents: readonly SourceDocument[]): readonly Plan[] {
  return relatePlans(documents.map(parsePlan));
}
