/**
 * ZIP archives (.docx, .odt) opened from memory. Everything an archive declares is checked before a byte is inflated, and
 * what is inflated is counted: an archive that declares or holds more than a document needs is refused.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

const mebibyte = 1024 * 1024;

/** What a document's archive may hold; the largest real ones stay far below. */
export const ARCHIVE_LIMITS = {
  entries: 5_000,
  /** Inflated bytes of one entry, and of all together. */
  entryBytes: 64 * mebibyte,
  totalBytes: 128 * mebibyte,
  /** Inflated to packed; asked only of entries above `ratioFrom`, since small ones of blanks pack better. */
  ratio: 200,
  ratioFrom: mebibyte,
} as const;

export type ArchiveFault = "archive-limits" | "damaged" | "encrypted";

export interface ArchiveEntry {
  /** As stored, "/" between folders; a folder's own entry ends with "/". */
  readonly name: string;
  /** Declared size when inflated. */
  readonly bytes: number;
}

export interface Archive {
  readonly ok: true;
  /** In the archive's order; names are unique, also when capitals are not told apart. */
  readonly entries: readonly ArchiveEntry[];
  /** Whether there is such an entry; the name must be exact. */
  readonly has: (name: string) => boolean;
  /** Inflates one entry and checks its size and its CRC-32; "missing" for a name that is not there. */
  readonly read: (name: string) => Promise<ArchiveRead>;
}

export type ArchiveRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: ArchiveFault | "missing" };

const CONTROL = /\p{Cc}/u;

function declaredFault(entry: Entry): ArchiveFault | null {
  if (entry.isEncrypted()) return "encrypted";
  if (entry.fileName === "" || CONTROL.test(entry.fileName) || !entry.canDecodeFileData()) return "damaged";
  if (entry.uncompressedSize > ARCHIVE_LIMITS.entryBytes) return "archive-limits";
  const packed = Math.max(1, entry.compressedSize);
  return entry.uncompressedSize > ARCHIVE_LIMITS.ratioFrom && entry.uncompressedSize / packed > ARCHIVE_LIMITS.ratio
    ? "archive-limits"
    : null;
}

/** Every entry by name, or the first fault; yauzl itself refuses "..", absolute paths and backslashes. */
async function listEntries(zip: ZipFile): Promise<Map<string, Entry> | ArchiveFault> {
  if (zip.entryCount > ARCHIVE_LIMITS.entries) return "archive-limits";
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const fault = declaredFault(entry);
    if (fault !== null) return fault;
    total += entry.uncompressedSize;
    if (total > ARCHIVE_LIMITS.totalBytes) return "archive-limits";
    const key = entry.fileName.normalize("NFC").toLowerCase();
    if (seen.has(key)) return "damaged";
    seen.add(key);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function inflate(entry: Entry, packed: Uint8Array): ArchiveRead {
  const stored = entry.compressionMethod === 0;
  const bytes = stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize), chunkSize: 65_536 });
  return bytes.byteLength === entry.uncompressedSize && crc32(bytes) === entry.crc32 ? { ok: true, bytes } : { ok: false, code: "damaged" };
}

const tooLarge = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/** Opens an archive; never throws. Bytes that are no ZIP archive are "damaged". */
export async function openArchive(bytes: Uint8Array): Promise<Archive | { readonly ok: false; readonly code: ArchiveFault }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { strictFileNames: true });
    const entries = await listEntries(zip);
    if (typeof entries === "string") return { ok: false, code: entries };
    const read = async (name: string): Promise<ArchiveRead> => {
      const entry = entries.get(name);
      if (entry === undefined) return { ok: false, code: "missing" };
      try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        return inflate(entry, buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize));
      } catch (error) {
        // More comes out than was declared: inflating stopped there.
        return { ok: false, code: tooLarge(error) ? "archive-limits" : "damaged" };
      }
    };
    return {
      ok: true,
      entries: [...entries.values()].map((entry) => ({ name: entry.fileName, bytes: entry.uncompressedSize })),
      has: (name) => entries.has(name),
      read,
    };
  } catch (error) {
    const encrypted = error instanceof Error && error.message.startsWith("strong encryption");
    return { ok: false, code: encrypted ? "encrypted" : "damaged" };
  }
}
