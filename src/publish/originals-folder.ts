/**
 * The bytes that editors gave, under `corpus/`: one file a document, the versions before under `corpus/.versions/<id>/`.
 *
 * Invariants: a document's file changes by one rename; the bytes that it replaces are kept first; every change is synced.
 */
import { copyFile, link, mkdir, readdir, rename, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { errorCode, isMissingFile, sha256OfFile, syncFile, syncFolder } from "../base/files.ts";
import { isPassedOver } from "../corpus/read-corpus.ts";
import { documentIdOf } from "./file-names.ts";

const versionsFolder = (corpusFolder: string, documentId: string): string => join(corpusFolder, ".versions", documentId);

/** Names of the files that hold a document: one, unless somebody put a second beside it. */
export async function filesOf(corpusFolder: string, documentId: string): Promise<readonly string[]> {
  const names = await readdir(corpusFolder);
  return names.filter((name) => !isPassedOver(name) && documentIdOf(name) === documentId).toSorted();
}

/** Keeps the bytes of a file that is about to be replaced, under their own hash. */
async function keepVersion(corpusFolder: string, fileName: string): Promise<void> {
  const documentId = documentIdOf(fileName);
  const folder = versionsFolder(corpusFolder, documentId);
  const path = join(corpusFolder, fileName);
  const kept = join(folder, `${await sha256OfFile(path)}${extname(fileName).toLowerCase()}`);
  if ((await mkdir(folder, { recursive: true })) !== undefined) {
    await syncFolder(join(folder, ".."));
    await syncFolder(corpusFolder);
  }
  try {
    await link(path, kept);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return;
    // File systems without hard links: a copy, under its name only when it is whole.
    await copyFile(path, `${kept}.new`);
    await syncFile(`${kept}.new`);
    await rename(`${kept}.new`, kept);
  }
  await syncFolder(folder);
}

/**
 * Puts a file among the originals, in the place of the one that the document has now. Repeating it after a crash in the
 * middle ends where it would have ended.
 *
 * @param from a synced file on the same file system; null when it was moved already.
 */
export async function placeOriginal({
  corpusFolder,
  fileName,
  from,
}: {
  corpusFolder: string;
  fileName: string;
  from: string | null;
}): Promise<void> {
  const documentId = documentIdOf(fileName);
  if (from !== null) {
    for (const name of await filesOf(corpusFolder, documentId)) await keepVersion(corpusFolder, name);
    await rename(from, join(corpusFolder, fileName));
    await syncFolder(corpusFolder);
  }
  const others = (await filesOf(corpusFolder, documentId)).filter((name) => name !== fileName);
  for (const name of others) {
    await keepVersion(corpusFolder, name);
    await rm(join(corpusFolder, name), { force: true });
  }
  if (others.length > 0) await syncFolder(corpusFolder);
}

/** What holds a document now. */
export async function describeFiles(
  corpusFolder: string,
  documentId: string,
): Promise<readonly { readonly fileName: string; readonly sha256: string }[]> {
  const names = await filesOf(corpusFolder, documentId);
  return Promise.all(names.map(async (fileName) => ({ fileName, sha256: await sha256OfFile(join(corpusFolder, fileName)) })));
}

/** Brings back what `describeFiles` told before another file took the place, and removes that. */
export async function restoreFiles(
  corpusFolder: string,
  { documentId, files }: { documentId: string; files: readonly { readonly fileName: string; readonly sha256: string }[] },
): Promise<void> {
  const kept = versionsFolder(corpusFolder, documentId);
  const now = new Map((await describeFiles(corpusFolder, documentId)).map((file) => [file.fileName, file.sha256]));
  for (const { fileName, sha256 } of files) {
    if (now.get(fileName) === sha256) continue;
    const aside = join(kept, `${sha256}.back`);
    await rm(aside, { force: true });
    await copyFile(join(kept, `${sha256}${extname(fileName).toLowerCase()}`), aside);
    await syncFile(aside);
    await rename(aside, join(corpusFolder, fileName));
  }
  const wanted = new Set(files.map(({ fileName }) => fileName));
  for (const name of await filesOf(corpusFolder, documentId)) {
    if (!wanted.has(name)) await rm(join(corpusFolder, name), { force: true });
  }
  await syncFolder(corpusFolder);
  // They are no earlier versions any more.
  for (const { fileName, sha256 } of files) await rm(join(kept, `${sha256}${extname(fileName).toLowerCase()}`), { force: true });
}

/** Removes a document's bytes, those of its earlier versions too. */
export async function removeOriginal(corpusFolder: string, documentId: string): Promise<void> {
  for (const name of await filesOf(corpusFolder, documentId)) await rm(join(corpusFolder, name), { force: true });
  await rm(versionsFolder(corpusFolder, documentId), { recursive: true, force: true });
  await syncFolder(corpusFolder);
  await syncFolder(join(corpusFolder, ".versions")).catch((error: unknown) => {
    if (!isMissingFile(error)) throw error;
  });
}
