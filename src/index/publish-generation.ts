/**
 * The last step of stage 3: a generation becomes a folder, is read back, and is made the live one by one rename.
 *
 * Invariants: CURRENT names only what is complete, synced and was read back; a failure leaves the one before live and
 * nothing else behind.
 */
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { syncFolder, writeSynced } from "../base/files.ts";
import { manifestFileName, readCurrentId, removeGeneration, temporaryFolder, writeCurrentId } from "./generation-folder.ts";
import { encodeManifest, type Manifest } from "./manifest.ts";
import { openGeneration, type OpenedGeneration } from "./open-generation.ts";
import { findVectorFaults } from "./verify-vectors.ts";

export interface GenerationFiles {
  /** The index folder; the caller holds its build lock. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** By file name, as the manifest lists them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Called before the folder is read back, and before it goes live. */
  readonly onStep?: ((step: "writing" | "verifying" | "publishing") => void) | undefined;
}

async function writeAside({ folder, manifest, files }: GenerationFiles): Promise<void> {
  const aside = temporaryFolder(folder, manifest.id);
  try {
    await mkdir(aside);
    for (const [name, content] of files) await writeSynced(join(aside, name), content);
    await writeSynced(join(aside, manifestFileName), encodeManifest(manifest));
    await syncFolder(aside);
    await rename(aside, join(folder, manifest.id));
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** What goes live is what can be opened, and what finds its own vectors. */
async function readBack(folder: string, id: string): Promise<OpenedGeneration> {
  const opened = await openGeneration(folder, id);
  const faults = findVectorFaults(opened.generation.vectors);
  if (faults.length === 0) return opened;
  throw new AppError("generation-damaged", {
    message: `generation ${id}: ${faults.join("; ")}`,
    publicText: {
      vi: "Chỉ mục vừa lập không tự tìm được các đoạn của nó nên không được đưa vào dùng; hãy lập lại chỉ mục.",
      en: "The index just built does not find its own passages and was not put to use; build it again.",
    },
  });
}

/** @throws AppError "generation-damaged" when it cannot be read back; errors of the disk. */
export async function publishGeneration(input: GenerationFiles): Promise<OpenedGeneration> {
  const { folder, manifest, onStep } = input;
  onStep?.("writing");
  await writeAside(input);
  try {
    await syncFolder(folder);
    onStep?.("verifying");
    const opened = await readBack(folder, manifest.id);
    onStep?.("publishing");
    await writeCurrentId(folder, manifest.id);
    return opened;
  } catch (error) {
    if ((await readCurrentId(folder)) !== manifest.id) await removeGeneration(folder, manifest.id);
    throw error;
  }
}
