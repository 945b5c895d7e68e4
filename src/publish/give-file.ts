/** A file of this machine taken in as an upload would be: copied, hashed and synced where files are received. */
import { randomUUID } from "node:crypto";
import { copyFile, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { isMissingFile, sha256OfFile, syncFile } from "../base/files.ts";
import type { GivenFile } from "./publisher.ts";

/** @throws AppError "not-found" when there is no such file. */
export async function giveFile(path: string, stagingFolder: string): Promise<GivenFile> {
  const copy = join(stagingFolder, `${randomUUID()}.part`);
  try {
    await copyFile(path, copy);
    await syncFile(copy);
    return { path: copy, fileName: basename(path), bytes: (await stat(copy)).size, sha256: await sha256OfFile(copy) };
  } catch (error) {
    await rm(copy, { force: true });
    throw isMissingFile(error) ? noFile(path) : error;
  }
}

function noFile(path: string): AppError {
  return new AppError("not-found", {
    message: "no such file",
    publicText: { vi: `Không có tệp ${JSON.stringify(path)}.`, en: `There is no file ${JSON.stringify(path)}.` },
  });
}
