/**
 * Bytes of one file → its lines, in this process. What serves calls it through `openFileReader`, whose child process
 * runs it within limits; called directly, a hostile file can take the process down.
 */
import { bearsSecrecyStamp } from "./secrecy.ts";
import { readers } from "./readers/readers.ts";
import type { ReadLine } from "./readers/reader.ts";
import type { FileKind, SourceLine, SourceNote, UnreadableCode } from "./types.ts";
import { MAX_TEXT_LENGTH } from "./unreadable.ts";

/** Changes whenever the same bytes would give other lines; lines read before are then read again. */
export const READER_VERSION = "1";

export interface FileToRead {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  /** The one folder that reading may write to. */
  readonly workFolder: string;
}

export type FileOutcome =
  | { readonly ok: true; readonly lines: readonly SourceLine[]; readonly notes: readonly SourceNote[] }
  | { readonly ok: false; readonly code: UnreadableCode; readonly detail?: string | undefined };

/** Gives each line its place in the text that the lines make, joined by line breaks. */
function placeLines(lines: readonly ReadLine[]): SourceLine[] {
  let offset = 0;
  return lines.map((line) => {
    const placed = { ...line, offset };
    offset += line.text.length + 1;
    return placed;
  });
}

/** Never throws: what a reader throws is a damaged file. */
export async function readFile({ kind, bytes, workFolder }: FileToRead): Promise<FileOutcome> {
  if (bytes.byteLength === 0) return { ok: false, code: "empty" };
  try {
    const reader = await readers[kind]();
    const outcome = await reader.read({ bytes, workFolder });
    if (!outcome.ok) return outcome;
    const { lines, notes } = outcome;
    if (lines.reduce((length, line) => length + line.text.length + 1, 0) > MAX_TEXT_LENGTH) return { ok: false, code: "too-large" };
    if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line.text))) return { ok: false, code: "empty" };
    if (bearsSecrecyStamp(lines)) return { ok: false, code: "secret" };
    return { ok: true, lines: placeLines(lines), notes };
  } catch (error) {
    return { ok: false, code: "damaged", detail: error instanceof Error ? error.message : String(error) };
  }
}
