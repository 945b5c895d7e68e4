/** Tar archives (POSIX ustar with pax names), written and read as streams; only plain files, as many as a backup needs. */
import { createHash } from "node:crypto";
import { z } from "zod";

const BLOCK = 512;
const MOST_SUMS_BYTES = 64 * 1024 * 1024;

export interface TarSource {
  /** With "/" between its parts. */
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

function header({ name, size, type }: { name: string; size: number; type: "0" | "x" }): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;
  block.write(name, 0, 100, "utf8");
  block.write(octal(0o600, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  block.write(" ".repeat(8), 148);
  block.write(type, 156);
  block.write("ustar\u000000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** Names and sizes beyond the old format's room: "length key=value\n", where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (rest + String(length).length !== length) length = rest + String(length).length;
  return Buffer.from(`${String(length)} ${key}=${value}\n`);
}

/** @throws Error when a source gives more or fewer bytes than it said: a file that grew while it was read. */
export async function* writeTar(sources: AsyncIterable<TarSource>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, content } of sources) {
    const pax = paxRecord("path", name);
    yield header({ name: "pax", size: pax.byteLength, type: "x" });
    yield pax;
    yield padding(pax.byteLength);
    yield header({ name: "file", size, type: "0" });
    let written = 0;
    for await (const chunk of content) {
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} changed while it was read`);
    yield padding(size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Gives so many bytes at a time out of chunks of any size. */
class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** At most so many; empty at the end. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.byteLength === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return new Uint8Array(0);
      this.#rest = next.value;
    }
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.byteLength);
    return taken;
  }

  /** @throws Error when the archive ends before. */
  async exactly(size: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.stream(size)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *stream(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0;) {
      const part = await this.some(left);
      if (part.byteLength === 0) throw new Error("the archive is cut off");
      left -= part.byteLength;
      yield part;
    }
  }
}

interface TarHead {
  readonly size: number;
  readonly type: string;
}

/** Null for the block of zeros that ends an archive. @throws Error when the block is no header. */
function readHeader(block: Buffer): TarHead | null {
  if (block.every((byte) => byte === 0)) return null;
  const octal = (start: number, length: number): number => Number.parseInt(block.toString("latin1", start, start + length), 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (octal(148, 8) !== sum || block.toString("latin1", 257, 262) !== "ustar") throw new Error("no header of an archive");
  return { size: octal(124, 12), type: String.fromCodePoint(block[156] ?? 0) };
}

function nameIn(pax: Buffer): string {
  const name = /^\d+ path=(.*)\n$/su.exec(pax.toString("utf8"))?.[1];
  if (name === undefined) throw new Error("a name that cannot be read");
  // Nothing of an archive is ever written outside the folder that it is unpacked to.
  if (name.startsWith("/") || name.split("/").some((part) => part === ".." || part === "" || part === "." || /[\\\0]/u.test(part)))
    throw new Error(`a name that leads elsewhere: ${JSON.stringify(name.slice(0, 100))}`);
  return name;
}

export interface ReadTarOptions {
  /** The last entry: JSON with `format` and the `sums` of all the others. */
  readonly sumsFileName: string;
  readonly format: number;
  /** Must read the content to its end. */
  readonly onFile: (file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> }) => Promise<void>;
}

/** @throws Error when the archive is cut off, differs from its sums, or is of another format. */
export async function readTar(
  chunks: AsyncIterable<Uint8Array>,
  { sumsFileName, format, onFile }: ReadTarOptions,
): Promise<{ files: number; bytes: number }> {
  const reader = new ByteReader(chunks);
  const found = new Map<string, string>();
  let bytes = 0;
  for (;;) {
    const pax = readHeader(await reader.exactly(BLOCK));
    if (pax === null) throw new Error("the sums are missing");
    if (pax.type !== "x" || pax.size > 8192) throw new Error("an entry that no backup has");
    const name = nameIn(await reader.exactly(pax.size));
    await reader.exactly(padding(pax.size).byteLength);
    const file = readHeader(await reader.exactly(BLOCK));
    if (file === null || file.type !== "0") throw new Error("an entry that no backup has");
    if (name === sumsFileName) {
      if (file.size > MOST_SUMS_BYTES) throw new Error("sums of no sensible size");
      const stated = z.object({ format: z.literal(format), sums: z.record(z.string(), z.string()) });
      const { sums } = stated.parse(JSON.parse((await reader.exactly(file.size)).toString("utf8")));
      if (found.size !== Object.keys(sums).length || [...found].some(([entry, sum]) => sums[entry] !== sum))
        throw new Error("a file differs from its sum");
      return { files: found.size, bytes };
    }
    if (found.has(name)) throw new Error("a file that is there twice");
    const hash = createHash("sha256");
    await onFile({ name, content: hashed(reader.stream(file.size), hash) });
    bytes += file.size;
    found.set(name, hash.digest("hex"));
    await reader.exactly(padding(file.size).byteLength);
  }
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
