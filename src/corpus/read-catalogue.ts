/** `corpus/catalogue.json`: what an editor says of documents beyond what their texts say. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../base/app-error.ts";
import { isMissingFile } from "../base/files.ts";
import type { CatalogueEntry } from "./types.ts";

export const catalogueFileName = "catalogue.json";

const words = z.string().trim().min(1).max(500);

const CatalogueEntrySchema = z.strictObject({
  supersedes: z.array(words).max(100).optional(),
  place: words.optional(),
  issuer: words.optional(),
  title: words.optional(),
  aliases: z.array(words).max(20).optional(),
});

const CatalogueSchema = z.strictObject({
  /** For people; JSON has no comments. */
  $comment: z.string().optional(),
  documents: z.record(words, CatalogueEntrySchema).default({}),
});

/** Entries by document id. An entry whose document is not there (yet) does no harm. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

function faultsOf(cause: unknown): string {
  if (cause instanceof z.ZodError) return z.prettifyError(cause);
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Empty where the file is missing.
 *
 * @throws AppError "bad-config" that lists every fault, when it is no JSON or says something unknown.
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const path = join(folder, catalogueFileName);
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (cause) {
    if (isMissingFile(cause)) return new Map();
    throw cause;
  }
  try {
    const { documents } = CatalogueSchema.parse(JSON.parse(content.replace(/^\uFEFF/u, "")));
    return new Map(Object.entries(documents).map(([id, entry]) => [id.normalize("NFC"), entry]));
  } catch (cause) {
    const faults = faultsOf(cause);
    throw new AppError("bad-config", {
      message: `${path}: ${faults}`,
      publicText: {
        vi: `Tệp ${catalogueFileName} trong thư mục văn bản không hợp lệ: ${faults}`,
        en: `The file ${catalogueFileName} in the documents' folder is not valid: ${faults}`,
      },
      cause,
    });
  }
}
