/** Reads files of the blind set through the product's own reader and parser, and compares them with its gold. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openFileReader } from "../../../src/corpus/file-reader.ts";
import { readDocumentFile } from "../../../src/corpus/read-corpus.ts";
import { parsePlan } from "../../../src/parse/parse-plan.ts";
import type { FixtureFigures } from "../compare/compare-plan.ts";
import { compareWithGold } from "../compare/compare-plan.ts";
import type { GoldReading } from "../gold/gold-reading.ts";
import type { Master } from "../master/blocks.ts";
import { blindSections, readBlindMasters } from "./blind-masters.ts";
import { blindGolds } from "./gold/all-golds.ts";

const folder = new URL("./fixtures/", import.meta.url);

/** Names of the blind files that hold every one of the given words. */
export function blindNames(words: readonly string[] = []): string[] {
  return readdirSync(folder)
    .filter((name) => words.every((word) => name.includes(word)))
    .toSorted();
}

export interface BlindSet {
  /** Of its files. */
  readonly folder: URL;
  readonly masters: readonly Master[];
  readonly golds: readonly GoldReading[];
}

/** Files of the first set, one after the other, each in a reading process, as an upload is. */
export const readBlind = (names: readonly string[], onRead?: (figures: FixtureFigures) => void): Promise<FixtureFigures[]> =>
  readSet({ folder, masters: readBlindMasters(), golds: blindGolds, ...(onRead === undefined ? {} : { onRead }) }, names);

/** The same of any set. */
export async function readSet(
  set: BlindSet & { readonly onRead?: (figures: FixtureFigures) => void },
  names: readonly string[],
): Promise<FixtureFigures[]> {
  const masters = new Map(set.masters.map((master) => [master.id, master]));
  const all: FixtureFigures[] = [];
  const reader = openFileReader({ cache: null });
  try {
    for (const fixture of names) {
      const id = fixture.replace(/\..*$/u, "");
      const gold = set.golds.find((one) => one.id === id);
      const master = masters.get(id);
      if (gold === undefined || master === undefined) throw new Error(`no gold for ${id}`);
      const start = performance.now();
      const result = await readDocumentFile(fileURLToPath(new URL(fixture, set.folder)), { reader });
      const plan = "document" in result ? parsePlan(result.document) : null;
      const unreadable = "document" in result ? null : `${result.unreadable.code}: ${result.unreadable.messageEn}`;
      const milliseconds = Math.round(performance.now() - start);
      const figures = { ...compareWithGold({ fixture, plan, gold, sections: blindSections(master) }), unreadable, milliseconds };
      all.push(figures);
      set.onRead?.(figures);
    }
  } finally {
    await reader.close();
  }
  return all;
}
