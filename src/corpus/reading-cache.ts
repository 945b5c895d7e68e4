/** What files held when they were read, so that a scan is recognised once: one file each, named by the source's hash. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isMissingFile, sha256 } from "../base/files.ts";
import { READER_VERSION, type FileOutcome } from "./read-file.ts";
import type { FileKind } from "./types.ts";

export interface ReadingKey {
  /** SHA-256 of the file's bytes. */
  readonly sourceHash: string;
  readonly kind: FileKind;
}

export interface ReadingCache {
  /** Null when the file was not read before, by this version of the readers, or when what was kept is damaged. */
  find(key: ReadingKey): Promise<FileOutcome | null>;
  /** Keeps what was read; a failure that may pass (a missing program, a limit) is not kept, and nothing of a secret. */
  keep(key: ReadingKey, outcome: FileOutcome): Promise<void>;
  /** Removes what belongs to none of these sources. */
  prune(sourceHashes: ReadonlySet<string>): Promise<void>;
}

const line = z.strictObject({
  text: z.string(),
  offset: z.int().nonnegative(),
  page: z.int().nullable(),
  continues: z.boolean().optional(),
  confidence: z.number().optional(),
});
const note = z.strictObject({ code: z.string(), message: z.string(), messageEn: z.string(), line: z.int().nullable() });
const StoredSchema = z.strictObject({ sum: z.string(), content: z.string() });
const ReadingSchema = z.object({ ok: z.literal(true), lines: z.array(line), notes: z.array(note) });

const fileNameOf = ({ sourceHash, kind }: ReadingKey): string => `${sourceHash}.${kind}.v${READER_VERSION}.json`;

function decode(text: string): FileOutcome | null {
  try {
    const { sum, content } = StoredSchema.parse(JSON.parse(text));
    return sha256(content) === sum ? ReadingSchema.parse(JSON.parse(content)) : null;
  } catch {
    // Cut off or changed: the file is read again.
    return null;
  }
}

/** @param folder made when the first file is kept. */
export function openReadingCache(folder: string): ReadingCache {
  return {
    async find(key) {
      try {
        return decode(await readFile(join(folder, fileNameOf(key)), "utf8"));
      } catch {
        // Not there, or not to be read: the file itself is read.
        return null;
      }
    },
    async keep(key, outcome) {
      if (!outcome.ok) return;
      const content = JSON.stringify(outcome);
      const path = join(folder, fileNameOf(key));
      try {
        await mkdir(folder, { recursive: true });
        // Not synced: after a power cut the sum tells, and the file is read again.
        await writeFile(`${path}.new`, JSON.stringify({ sum: sha256(content), content }));
        await rename(`${path}.new`, path);
      } catch {
        // A full or closed disk costs the time of reading again, nothing else.
        await rm(`${path}.new`, { force: true }).catch(() => undefined);
      }
    },
    async prune(sourceHashes) {
      let names: string[];
      try {
        names = await readdir(folder);
      } catch (error) {
        if (isMissingFile(error)) return;
        throw error;
      }
      for (const name of names)
        if (!sourceHashes.has(name.slice(0, 64)) || !name.endsWith(`.v${READER_VERSION}.json`))
          await rm(join(folder, name), { force: true });
    },
  };
}
