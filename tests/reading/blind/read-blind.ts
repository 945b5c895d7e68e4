/** Reads files of the blind set through the product's own reader and parser, and compares them with its gold. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openFileReader } from "../../../src/corpus/file-reader.ts";
import { readDocumentFile } from "../../../src/corpus/read-corpus.ts";
import { parsePlan } from "../../../src/parse/parse-plan.ts";
import type { FixtureFigures } from "../compare/compare-plan.ts";
import { compareWithGold } from "../compare/compare-plan.ts";
import { blindSections, readBlindMasters } from "./blind-masters.ts";
import { blindGolds } from "./gold/all-golds.ts";

const folder = new URL("./fixtures/", import.meta.url);

/** Names of the blind files that hold every one of the given words. */
export function blindNames(words: readonly string[] = []): string[] {
  return readdirSync(folder)
    .filter((name) => words.every((word) => name.includes(word)))
    .toSorted();
}

/** One after the other, each in a reading process, as an upload is. */
export async function readBlind(
  names: readonly string[],
  onRead: (figures: FixtureFigures) => void = () => undefined,
): Promise<FixtureFigures[]> {
  const masters = new Map(readBlindMasters().map((master) => [master.id, master]));
  const all: FixtureFigures[] = [];
  const reader = openFileReader({ cache: null });
  try {
    for (const fixture of names) {
      const id = fixture.replace(/\..*$/u, "");
      const gold = blindGolds.find((one) => one.id === id);
      const master = masters.get(id);
      if (gold === undefined || master === undefined) throw new Error(`no gold for ${id}`);
      const start = performance.now();
      const result = await readDocumentFile(fileURLToPath(new URL(fixture, folder)), { reader });
      const plan = "document" in result ? parsePlan(result.document) : null;
      const unreadable = "document" in result ? null : `${result.unreadable.code}: ${result.unreadable.messageEn}`;
      const milliseconds = Math.round(performance.now() - start);
      const figures = { ...compareWithGold({ fixture, plan, gold, sections: blindSections(master) }), unreadable, milliseconds };
      all.push(figures);
      onRead(figures);
    }
  } finally {
    await reader.close();
  }
  return all;
}
