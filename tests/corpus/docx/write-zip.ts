/** Writes ZIP archives for tests, lawful ones and ones whose directory lies. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says instead of the truth. */
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
  readonly flags?: number;
  readonly method?: number;
}

function header(part: { signature: number; fields: readonly (readonly [bytes: 2 | 4, value: number])[] }): Buffer {
  const parts = [Buffer.alloc(4)];
  parts[0]!.writeUInt32LE(part.signature);
  for (const [bytes, value] of part.fields) {
    const field = Buffer.alloc(bytes);
    if (bytes === 2) field.writeUInt16LE(value);
    else field.writeUInt32LE(value >>> 0);
    parts.push(field);
  }
  return Buffer.concat(parts);
}

/** The bytes of an archive; entries are deflated unless their method is 0. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredBytes, declaredCrc, flags = 0x800, method = 8 } of parts) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = method === 0 ? bytes : deflateRawSync(bytes, { level: 9 });
    const names = Buffer.from(name, "utf8");
    const common = [
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      [4, declaredCrc ?? crc32(bytes)],
      [4, packed.byteLength],
      [4, declaredBytes ?? bytes.byteLength],
      [2, names.byteLength],
      [2, 0],
    ] as const;
    const local = Buffer.concat([header({ signature: 0x04034b50, fields: common }), names, packed]);
    files.push(local);
    directory.push(header({ signature: 0x02014b50, fields: [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]] }), names);
    offset += local.byteLength;
  }
  const central = Buffer.concat(directory);
  const end = header({
    signature: 0x06054b50,
    fields: [
      [2, 0],
      [2, 0],
      [2, parts.length],
      [2, parts.length],
      [4, central.byteLength],
      [4, offset],
      [2, 0],
    ],
  });
  return Buffer.concat([...files, central, end]);
}
