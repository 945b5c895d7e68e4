/** Opens a generation: every file's size and hash, then every shape, before anything uses them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { errorCode, sha256 } from "../base/files.ts";
import { isGenerationId, listGenerations, manifestFileName, readCurrentId } from "./generation-folder.ts";
import { decodeManifest } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { readStoredPassages, readStoredPlans } from "./stored-shapes.ts";
import type { Generation } from "./types.ts";
import { readVectors, vectorFiles } from "./vectors-file.ts";
import { openWords } from "./words.ts";

export const plansFileName = "plans.json";
export const passagesFileName = "passages.json";
export const wordsFileName = "words.json";

export interface OpenedGeneration {
  readonly generation: Generation;
  readonly manifest: Manifest;
}

function damaged(id: string, cause: unknown): AppError {
  return new AppError("generation-damaged", {
    message: `generation ${id}: ${cause instanceof Error ? cause.message : String(cause)}`,
    publicText: {
      vi: `Chỉ mục ${id} bị hỏng hoặc thuộc phiên bản khác; hãy lập lại chỉ mục bằng lệnh "npm run aide -- index".`,
      en: `The index ${id} is damaged or of another version; build it again with "npm run aide -- index".`,
    },
    cause,
  });
}

async function readVerified(path: string, expected: Manifest["files"][string] | undefined): Promise<Uint8Array> {
  if (expected === undefined) throw new Error(`the manifest does not list ${path}`);
  const content = await readFile(path);
  if (content.byteLength !== expected.bytes) throw new Error(`${path} has ${content.byteLength} bytes instead of ${expected.bytes}`);
  if (sha256(content) !== expected.sha256) throw new Error(`${path} differs from its sum`);
  return content;
}

async function open(folder: string, id: string): Promise<OpenedGeneration> {
  const manifest = decodeManifest(await readFile(join(folder, id, manifestFileName), "utf8"));
  if (manifest.id !== id) throw new Error(`the manifest is of ${manifest.id}`);
  const bytes = (name: string) => readVerified(join(folder, id, name), manifest.files[name]);
  const text = async (name: string) => new TextDecoder("utf-8", { fatal: true }).decode(await bytes(name));

  const plans = readStoredPlans(JSON.parse(await text(plansFileName)));
  const passages = readStoredPassages(JSON.parse(await text(passagesFileName)), plans);
  const words = await text(wordsFileName);
  const { dimensions, tokenDimensions } = manifest.model;
  const vectors = readVectors({
    dimensions,
    tokenDimensions,
    files: {
      pooled: await bytes(vectorFiles.pooled),
      sentences: await bytes(vectorFiles.sentences),
      sentenceStarts: await bytes(vectorFiles.sentenceStarts),
      tokens: await bytes(vectorFiles.tokens),
      tokenStarts: await bytes(vectorFiles.tokenStarts),
    },
    sentenceCounts: passages.map(({ sentences }) => sentences.length),
  });
  const { counts } = manifest;
  if (counts.documents !== plans.length || counts.passages !== passages.length)
    throw new Error("the manifest counts other documents or passages");
  if (counts.sentences !== (vectors.sentenceStarts.at(-1) ?? 0) || counts.tokens !== (vectors.tokenStarts.at(-1) ?? 0))
    throw new Error("the manifest counts other sentences or tokens");
  if (openWords(words).documentCount !== passages.length) throw new Error("the word index does not fit the passages");
  return { generation: { id, createdAt: manifest.createdAt, plans, passages, vectors, words }, manifest };
}

/**
 * Opens one generation of an index folder.
 *
 * @throws AppError "generation-damaged" when a file is missing, differs or does not fit the others.
 */
export async function openGeneration(folder: string, id: string): Promise<OpenedGeneration> {
  if (!isGenerationId(id)) throw damaged(id.slice(0, 60), new Error("no id of a generation"));
  try {
    return await open(folder, id);
  } catch (cause) {
    throw damaged(id, cause);
  }
}

/** Whether a generation can be opened; one that the system does not let us read right now counts as intact. */
export async function isIntact(folder: string, id: string): Promise<boolean> {
  try {
    await openGeneration(folder, id);
    return true;
  } catch (error) {
    const code = errorCode(error instanceof AppError ? error.cause : error);
    return code !== null && code !== "ENOENT";
  }
}

export interface CurrentGeneration {
  /** Null when there is none that can be opened: build one. */
  readonly current: OpenedGeneration | null;
  /** What the one who runs the server should know: which generation is damaged and which serves instead. */
  readonly notes: readonly string[];
}

/**
 * The live generation, or the newest intact one before it. Never throws for a damaged index.
 *
 * @param fits whether this program can answer from it; one that it cannot is passed over. Default: all fit.
 */
export async function openCurrent(folder: string, fits: (manifest: Manifest) => boolean = () => true): Promise<CurrentGeneration> {
  const live = await readCurrentId(folder);
  const others = (await listGenerations(folder)).filter((id) => id !== live);
  const notes: string[] = [];
  if (live === null && others.length > 0) notes.push("CURRENT is missing or damaged");
  for (const id of live === null ? others : [live, ...others]) {
    try {
      const current = await openGeneration(folder, id);
      if (!fits(current.manifest)) {
        notes.push(`generation ${id} was made with another model or version and cannot serve`);
        continue;
      }
      if (notes.length > 0) notes.push(`generation ${id} serves instead`);
      return { current, notes };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notes.push(`generation ${id} is damaged and not loaded`);
    }
  }
  return { current: null, notes };
}
