/** The files that are harmed: fixtures of every format, and how often each format is drawn. */
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Random } from "./random.ts";

export interface Sample {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Shares of the draw; what a slow program reads (LibreOffice, the recognition of scans) comes seldom. */
const SHARES: Readonly<Record<string, number>> = {
  ".txt": 20,
  ".md": 6,
  ".html": 20,
  ".docx": 26,
  ".pdf": 22,
  ".odt": 1.2,
  ".doc": 1.2,
  ".rtf": 1.2,
  ".scan.pdf": 0.6,
  ".png": 0.5,
  ".jpg": 0.5,
  ".tiff": 0.5,
};

const formatOf = (fileName: string): string => (fileName.endsWith(".scan.pdf") ? ".scan.pdf" : extname(fileName));

/** Every fixture of the folders, by format. @throws Error when a format has none. */
export async function readSamples(folders: readonly string[]): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(Object.keys(SHARES).map((extension) => [extension, []]));
  for (const folder of folders)
    for (const fileName of (await readdir(folder)).toSorted())
      samples.get(formatOf(fileName))?.push({ fileName, bytes: await readFile(join(folder, fileName)) });
  for (const [extension, found] of samples) if (found.length === 0) throw new Error(`no fixture of ${extension}`);
  return samples;
}

/** A sample of a format drawn by its share. */
export function drawSample(samples: ReadonlyMap<string, readonly Sample[]>, random: Random): Sample {
  let left = random.next() * Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  for (const [extension, share] of Object.entries(SHARES)) {
    left -= share;
    if (left < 0) return random.pick(samples.get(extension) ?? []);
  }
  return random.pick([...samples.values()].flat());
}
