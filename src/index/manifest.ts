/** `manifest.json`: what a generation was made of and which files it has. */
import { z } from "zod";
import { sha256 } from "../base/files.ts";
import type { SourceDocument } from "../corpus/types.ts";
import type { EmbedderModel } from "../models/embedder.ts";
import { tokeniserVersion } from "./words.ts";

/** Raise when the files, their layout or the way passages are cut change. */
export const formatVersion = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().nonnegative();

export const ManifestSchema = z.strictObject({
  format: z.literal(formatVersion),
  id: z.string(),
  createdAt: z.iso.datetime(),
  model: z.strictObject({ name: z.string(), fingerprint: hash, dimensions: z.int().positive(), tokenDimensions: count }),
  parser: z.string(),
  tokeniser: z.int(),
  corpus: hash,
  counts: z.strictObject({ documents: count, passages: count, sentences: count, tokens: count }),
  files: z.record(z.string().regex(/^[a-z0-9-]+\.[a-z0-9]+$/u), z.strictObject({ bytes: count, sha256: hash })),
});
export type Manifest = z.infer<typeof ManifestSchema>;

/** The manifest as it is stored: laid out in one way only and closed by its own sum, so that no change of it goes unseen. */
export function encodeManifest(manifest: Manifest): string {
  const sum = sha256(JSON.stringify(manifest));
  return `${JSON.stringify({ ...manifest, sum }, null, 2)}\n`;
}

/** @throws Error when the text is not what `encodeManifest` wrote. */
export function decodeManifest(text: string): Manifest {
  const { sum, ...rest } = ManifestSchema.extend({ sum: hash }).parse(JSON.parse(text));
  if (sha256(JSON.stringify(rest)) !== sum || encodeManifest(rest) !== text) throw new Error("the manifest differs from its sum");
  return rest;
}

/** Changes whenever a document, or what the catalogue says of one, does. */
export function hashCorpus(documents: readonly Pick<SourceDocument, "id" | "sourceHash" | "catalogue">[]): string {
  const sorted = [...documents].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sha256(
    JSON.stringify(
      sorted.map(({ id, sourceHash, catalogue }) => [id, sourceHash, Object.entries(catalogue).toSorted(([a], [b]) => (a < b ? -1 : 1))]),
    ),
  );
}

export interface IndexInputs {
  /** From `hashCorpus`. */
  readonly corpusHash: string;
  readonly model: EmbedderModel;
  /** Changes when the same source is understood differently. */
  readonly parserVersion: string;
}

/** Whether a generation would come out the same if it were built now. */
export function isUpToDate(manifest: Manifest, { corpusHash, model, parserVersion }: IndexInputs): boolean {
  return (
    manifest.corpus === corpusHash &&
    manifest.model.fingerprint === model.fingerprint &&
    manifest.parser === parserVersion &&
    manifest.tokeniser === tokeniserVersion
  );
}
