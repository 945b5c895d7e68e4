/** Just enough of compound files (.doc of Word 97 to 2003) to refuse what is encrypted or cut off before it is converted. */

export type CompoundFault = "encrypted" | "damaged";

const ENTRY_BYTES = 128;
const STREAM = 2;
const FREE = 0xff_ff_ff_ff;
/** Sectors that hold the allocation table, as far as the header lists them: enough for files of 6 MiB; larger ones are checked as far. */
const LISTED = 109;
const HEADER_BYTES = 512;
/** Of the Word document's first words: bits of the flags at 0Ah. */
const WORD_IDENTITIES: ReadonlySet<number> = new Set([0xa5ec, 0xa5dc]);
const ENCRYPTED = 0x0100;

const NAME = Buffer.from("WordDocument\0", "utf16le");

/** First sector of the stream that holds the text; entries of the folder lie at multiples of their size. */
function findWordStream(file: Buffer): number | null {
  for (let at = file.indexOf(NAME, HEADER_BYTES); at !== -1; at = file.indexOf(NAME, at + 1)) {
    if (at % ENTRY_BYTES === 0 && at + ENTRY_BYTES <= file.length && file[at + 66] === STREAM && file.readUInt16LE(at + 64) === NAME.length)
      return file.readUInt32LE(at + 116);
  }
  return null;
}

/** Whether the file is shorter than the sectors that its table gives out; the last one may be short. */
function isCutOff(file: Buffer, sectorBytes: number): boolean {
  const perSector = sectorBytes / 4;
  for (let listed = LISTED - 1; listed >= 0; listed--) {
    const sector = file.readUInt32LE(76 + listed * 4);
    if (sector >= FREE - 5) continue;
    const start = (sector + 1) * sectorBytes;
    if (start + sectorBytes > file.length) return true;
    for (let at = perSector - 1; at >= 0; at--) {
      if (file.readUInt32LE(start + at * 4) !== FREE) return (listed * perSector + at + 1) * sectorBytes >= file.length;
    }
  }
  return false;
}

/** Null when nothing speaks against reading it. */
export function compoundFault(bytes: Uint8Array): CompoundFault | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < HEADER_BYTES * 3) return "damaged";
  const sectorBytes = 2 ** Math.min(16, file.readUInt16LE(30));
  if (sectorBytes < HEADER_BYTES || isCutOff(file, sectorBytes)) return "damaged";
  const sector = findWordStream(file);
  if (sector === null) return "damaged";
  const start = (sector + 1) * sectorBytes;
  if (start + 12 > file.length || !WORD_IDENTITIES.has(file.readUInt16LE(start))) return "damaged";
  return (file.readUInt16LE(start + 10) & ENCRYPTED) === 0 ? null : "encrypted";
}
