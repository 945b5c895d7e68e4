/** `corpus/catalogue.json`: what an editor says of documents beyond what their texts say. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../base/app-error.ts";
import { isMissingFile } from "../base/files.ts";
import { DocumentAccessSchema, UnitSchema, type DocumentAccess } from "../contract/access.ts";
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

/** Who may read a document, and whose it is: nothing that its text depends on. */
const PlacementSchema = z.strictObject({ access: DocumentAccessSchema.optional(), unit: UnitSchema.nullable().optional() });

export interface FiledPlacement {
  readonly access?: DocumentAccess;
  readonly unit?: string | null;
}

/** What is kept of an entry elsewhere, in the words of the file; what the file would not take is left out. */
export function readCatalogueFields(fields: unknown): CatalogueEntry {
  return CatalogueEntrySchema.strip().catch({}).parse(fields);
}

const CatalogueSchema = z.strictObject({
  /** For people; JSON has no comments. */
  $comment: z.string().optional(),
  documents: z.record(words, CatalogueEntrySchema.extend(PlacementSchema.shape)).default({}),
});

/** Entries by document id. An entry whose document is not there (yet) does no harm. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

function faultsOf(cause: unknown): string {
  if (cause instanceof z.ZodError) return z.prettifyError(cause);
  return cause instanceof Error ? cause.message : String(cause);
}

type Entries = readonly (readonly [string, z.infer<typeof CatalogueSchema>["documents"][string]])[];

/**
 * Empty where the file is missing.
 *
 * @throws AppError "bad-config" that lists every fault, when it is no JSON or says something unknown.
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  return new Map((await readEntries(folder)).map(([id, { access: _access, unit: _unit, ...entry }]) => [id, entry]));
}

/** What the same file says of who may read what; documents that it says nothing of are left out. Throws as `readCatalogue`. */
export async function readPlacements(folder: string): Promise<ReadonlyMap<string, FiledPlacement>> {
  const said = (await readEntries(folder)).filter(([, { access, unit }]) => access !== undefined || unit !== undefined);
  return new Map(
    said.map(([id, { access, unit }]) => [id, { ...(access === undefined ? {} : { access }), ...(unit === undefined ? {} : { unit }) }]),
  );
}

async function readEntries(folder: string): Promise<Entries> {
  const path = join(folder, catalogueFileName);
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (cause) {
    if (isMissingFile(cause)) return [];
    throw cause;
  }
  try {
    const { documents } = CatalogueSchema.parse(JSON.parse(content.replace(/^\uFEFF/u, "")));
    return Object.entries(documents).map(([id, entry]) => [id.normalize("NFC"), entry] as const);
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
