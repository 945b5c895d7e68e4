/**
 * One file that holds everything that cannot be rebuilt: the store, the originals with their earlier versions, the catalogue.
 *
 * Output: a tar archive, compressed, that any tar program opens; its last entry holds the SHA-256 of every other.
 * Invariants: the file appears under its name only when it is whole, synced and was read back.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { AppError } from "../base/app-error.ts";
import { errorCode, isMissingFile, isThere, sha256OfFile, syncFile, syncFolder } from "../base/files.ts";
import { isPassedOver } from "../corpus/read-corpus.ts";
import { catalogueFileName } from "../corpus/read-catalogue.ts";
import type { Store } from "../store/types/store.ts";
import { readTar, writeTar, type TarSource } from "./tar.ts";

export const sumsFileName = "SUMS.json";
export const storeEntryName = "data/aide.db";
export const backupFormat = 1;

export interface BackupReport {
  readonly files: number;
  readonly bytes: number;
}

export interface BackupOptions {
  readonly store: Store;
  readonly corpusFolder: string;
  readonly now: () => Date;
}

/** @throws AppError "conflict" when the file is there already. */
export async function writeBackup(path: string, { store, corpusFolder, now }: BackupOptions): Promise<BackupReport> {
  const target = resolve(path);
  if (await isThere(target)) throw fileTaken(path);
  const work = await mkdtemp(join(dirname(target), ".aide-backup-"));
  try {
    const database = join(work, "aide.db");
    await store.backup(database);
    const sources = [{ name: storeEntryName, path: database }, ...(await originalsIn(corpusFolder))];
    const archive = join(work, "archive");
    await writeArchive({ archive, sources, createdAt: now().toISOString() });
    await syncFile(archive);
    const report = await checkBackup(archive);
    await rename(archive, target);
    await syncFolder(dirname(target));
    return report;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function writeArchive({
  archive,
  sources,
  createdAt,
}: {
  archive: string;
  sources: readonly NamedFile[];
  createdAt: string;
}): Promise<void> {
  async function* entries(): AsyncGenerator<TarSource> {
    const sums: Record<string, string> = {};
    for (const { name, path } of sources) {
      sums[name] = await sha256OfFile(path);
      yield { name, size: (await stat(path)).size, content: createReadStream(path) };
    }
    const text = Buffer.from(`${JSON.stringify({ format: backupFormat, createdAt, sums }, null, 2)}\n`);
    yield { name: sumsFileName, size: text.byteLength, content: [text] };
  }
  await pipeline(writeTar(entries()), createGzip(), createWriteStream(archive, { mode: 0o600 }));
}

interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** Documents, the catalogue file and the versions before; what is only on its way in belongs to jobs of a running server. */
async function originalsIn(corpusFolder: string): Promise<readonly NamedFile[]> {
  const names = (await readdir(corpusFolder)).filter((name) => name === catalogueFileName || !isPassedOver(name)).toSorted();
  const files: NamedFile[] = [];
  for (const name of names) {
    const path = join(corpusFolder, name);
    if ((await stat(path)).isFile()) files.push({ name: `corpus/${name}`, path });
  }
  const versions = join(corpusFolder, ".versions");
  for (const documentId of await namesIn(versions))
    for (const name of await namesIn(join(versions, documentId)))
      if (!name.endsWith(".new") && !name.endsWith(".back"))
        files.push({ name: `corpus/.versions/${documentId}/${name}`, path: join(versions, documentId, name) });
  return files;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (isMissingFile(error) || errorCode(error) === "ENOTDIR") return [];
    throw error;
  }
}

/** @throws AppError "bad-request" when the archive is not whole. */
export async function checkBackup(path: string): Promise<BackupReport> {
  return readBackup(path, async ({ content }) => {
    for await (const _chunk of content);
  });
}

/**
 * Reads a backup from its beginning to its end.
 *
 * @param onFile gets every file, and must read its content; what it did counts only when this resolves.
 * @throws AppError "bad-request" when the archive is not whole or not one of ours.
 */
export async function readBackup(
  path: string,
  onFile: (file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> }) => Promise<void>,
): Promise<BackupReport> {
  try {
    const input = createReadStream(path);
    const unpacked = createGunzip();
    const feeding = pipeline(input, unpacked);
    // Its failure is the reading's failure, which is waited for.
    feeding.catch(() => undefined);
    const report = await readTar(unpacked, { sumsFileName, format: backupFormat, onFile });
    await feeding;
    return report;
  } catch (cause) {
    if (cause instanceof AppError || isMissingFile(cause)) throw cause;
    throw new AppError("bad-request", {
      message: `${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      publicText: {
        vi: `Tệp sao lưu ${JSON.stringify(path)} bị hỏng, bị cắt cụt hoặc không phải tệp sao lưu của hệ thống này.`,
        en: `The backup file ${JSON.stringify(path)} is damaged, cut off or no backup of this program.`,
      },
      cause,
    });
  }
}

function fileTaken(path: string): AppError {
  return new AppError("conflict", {
    message: "the backup's file is there",
    publicText: {
      vi: `Đã có tệp ${JSON.stringify(path)}; hãy chọn tên khác, bản sao lưu không ghi đè lên tệp nào.`,
      en: `The file ${JSON.stringify(path)} is there already; choose another name, a backup overwrites nothing.`,
    },
  });
}
