/** Ways in which a file comes to harm: by a bad disk, a broken transfer, a faulty program, or on purpose. */
import { putTogether, takeApart } from "./archives.ts";
import type { Random } from "./random.ts";

interface Mutation {
  readonly name: string;
  readonly mutate: (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;
}

/** A stretch of up to a sixteenth of the file. */
function stretch(bytes: Buffer, random: Random): { from: number; to: number } {
  const from = random.below(bytes.length + 1);
  return { from, to: Math.min(bytes.length, from + 1 + random.below(Math.max(1, bytes.length >> 4))) };
}

const spliced = (bytes: Buffer, from: number, to: number, middle: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);

/** Words that readers take as marks, sizes, depths or references. */
const LOADED = [
  "\u0000",
  "</w:p>",
  "<w:tbl><w:tr><w:tc>".repeat(40),
  "<table><tr><td>".repeat(400),
  "<div>".repeat(5000),
  "999999999999",
  "-1",
  "NaN",
  "&#x110000;",
  "&amp;".repeat(200),
  "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>",
  'w:val="2147483648"',
  "endobj",
  "stream\n",
  "/Length 99999999",
  "/Kids [1 0 R]",
  "{\\rtf",
  "\\bin99999999 ",
  "| | | |\n".repeat(300),
  "\u202e\ufeff\u200b",
  "\u0301".repeat(2000),
  "1.1.1.1.1.1.1.1. ",
  "PHỤ LỤC\n".repeat(50),
  "| a ".repeat(5000),
];

const MUTATIONS: readonly Mutation[] = [
  {
    name: "bits flipped",
    mutate: (bytes, random) => {
      const copy = Buffer.from(bytes);
      for (let times = 1 + random.below(24); times > 0; times--) {
        const at = random.below(copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
    },
  },
  {
    name: "a block zeroed",
    mutate: (bytes, random) => {
      const { from, to } = stretch(bytes, random);
      return Buffer.from(bytes).fill(0, from, to);
    },
  },
  { name: "cut off", mutate: (bytes, random) => bytes.subarray(0, random.below(bytes.length)) },
  { name: "the beginning lost", mutate: (bytes, random) => bytes.subarray(random.below(bytes.length)) },
  {
    name: "a block lost",
    mutate: (bytes, random) => {
      const { from, to } = stretch(bytes, random);
      return spliced(bytes, from, to, Buffer.alloc(0));
    },
  },
  {
    name: "a block repeated",
    mutate: (bytes, random) => {
      const { from, to } = stretch(bytes, random);
      return spliced(bytes, to, to, Buffer.concat(Array.from({ length: 1 + random.below(20) }, () => bytes.subarray(from, to))));
    },
  },
  {
    name: "random bytes put in",
    mutate: (bytes, random) => {
      const { from, to } = stretch(bytes, random);
      return spliced(bytes, from, to, Buffer.from(Array.from({ length: random.below(4096) }, () => random.below(256))));
    },
  },
  {
    name: "loaded words put in",
    mutate: (bytes, random) => {
      const { from } = stretch(bytes, random);
      return spliced(bytes, from, from, Buffer.from(random.pick(LOADED)));
    },
  },
  {
    name: "joined with another file",
    mutate: (bytes, random, others) => {
      const { from, to } = stretch(bytes, random);
      const other = random.pick(others);
      const part = stretch(other, random);
      return spliced(bytes, from, to, other.subarray(part.from, part.to));
    },
  },
];

const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";

export interface Mutant {
  readonly bytes: Buffer;
  /** What was done to it. */
  readonly how: string;
}

/** Half of the archives are harmed inside, with a checksum that fits: what their parser sees, not only their envelope. */
export async function mutate(bytes: Buffer, random: Random, others: readonly Buffer[]): Promise<Mutant> {
  const mutation = random.pick(MUTATIONS);
  if (!isArchive(bytes) || random.next() < 0.5) return { bytes: mutation.mutate(bytes, random, others), how: mutation.name };
  const parts = await takeApart(bytes);
  const files = parts.filter((part) => part.content.length > 0);
  const chosen = random.pick(files);
  const changed = parts.map((part) => (part === chosen ? { ...part, content: mutation.mutate(part.content, random, others) } : part));
  return { bytes: putTogether(changed), how: `${mutation.name}, inside ${chosen.name}` };
}
