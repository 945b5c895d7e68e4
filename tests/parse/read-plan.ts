/** Plans of the corpus and of the held-out documents, read for tests of parsing. */
import { openFileReader } from "../../src/corpus/file-reader.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { splitLines } from "../../src/corpus/split-lines.ts";
import type { SourceDocument } from "../../src/corpus/types.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { Plan, Section } from "../../src/parse/types.ts";

const folder = (path: string): string => new URL(path, import.meta.url).pathname;

const reader = openFileReader({ cache: null });
export const corpus = (await readCorpus(folder("../../corpus/"), { reader })).documents;
/** Documents kept for measuring; parsing may be tried on them, their questions are never read here. */
export const heldOut = (await readCorpus(folder("../quality/held-out/corpus/"), { reader })).documents;
await reader.close();

/** A document of a text, as stage 1 hands it over. */
export function documentOf(text: string, id = "van-ban"): SourceDocument {
  return { id, fileName: `${id}.txt`, sourceHash: "0".repeat(64), kind: "text", lines: splitLines(text), notes: [], catalogue: {} };
}

/** The decoded text that a document's lines were cut from, each line at its offset; line breaks are all "\n". */
export function sourceText(document: SourceDocument): string {
  return document.lines.reduce((text, line) => text.padEnd(line.offset, "\n") + line.text, "");
}

export function planNamed(id: string): Plan {
  const document = corpus.find((candidate) => candidate.id === id);
  if (document === undefined) throw new Error(`no plan ${id} in the corpus`);
  return parsePlan(document);
}

/** A section's words after its mark. */
export function wordsOf(plan: Plan, section: Section): string {
  return plan.text.slice(section.start, section.ownEnd).slice(section.marker.length).trimStart();
}
