/** The children of a server, and what makes it start each of them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export const childKinds = ["embedding", "reading", "recognising", "building"] as const;
export type ChildKind = (typeof childKinds)[number];

const marks: Readonly<Record<ChildKind, RegExp>> = {
  embedding: /embedder-child/u,
  // The process itself, not the program that shuts it in: that one dies with it.
  reading: /^\S*node\b.*reading-child/u,
  recognising: /^\S*tesseract\b/u,
  building: /build-child/u,
};

export function isOfKind(kind: ChildKind, command: string): boolean {
  return marks[kind].test(command);
}

/** Of a thousand kills, how many fall to each. */
export const shares: Readonly<Record<ChildKind, number>> = { embedding: 0.5, reading: 0.25, recognising: 0.15, building: 0.1 };

const fixtures = resolve(import.meta.dirname, "../../reading/fixtures");
const read = (name: string): Buffer => readFileSync(resolve(fixtures, name));

export interface Upload {
  readonly id: string;
  readonly fileName: string;
  /** Other bytes for each number, the same document: nothing that was read before can be taken from memory. */
  readonly bytes: (number: number) => Buffer;
}

const page = read("hau-giang-148-kh-ubnd-2023.portal-paragraphs.html");
const scan = read("ninh-thuan-305-tb-ubnd-2024.scan.tiff");

/** A page of a portal is read in a moment; a scan is recognised. */
export const uploads: Readonly<Record<"reading" | "recognising", Upload>> = {
  reading: { id: "thu-trang", fileName: "thu-trang.html", bytes: (number) => Buffer.concat([page, Buffer.from(`<!-- ${number} -->`)]) },
  recognising: {
    id: "thu-quet",
    fileName: "thu-quet.tiff",
    bytes: (number) => Buffer.concat([scan, Buffer.from(`${number}`.padStart(8, "0"))]),
  },
};
