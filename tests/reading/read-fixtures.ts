/** Reads the fixtures through the product's own reader and parser, and compares them with the gold. */
import { readdirSync } from "node:fs";
import { openFileReader } from "../../src/corpus/file-reader.ts";
import { readDocumentFile } from "../../src/corpus/read-corpus.ts";
import type { SourceDocument, UnreadableFile } from "../../src/corpus/types.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { Plan } from "../../src/parse/types.ts";
import type { FixtureFigures } from "./compare/compare-plan.ts";
import { compareWithGold } from "./compare/compare-plan.ts";
import { golds } from "./gold/all-golds.ts";
import { goldSections } from "./gold/gold-sections.ts";
import { readMasters } from "./master/read-master.ts";

const folder = new URL("./fixtures/", import.meta.url);

/** Names of the fixtures that hold every one of the given words. */
export function fixtureNames(words: readonly string[] = []): string[] {
  return readdirSync(folder)
    .filter((name) => words.every((word) => name.includes(word)))
    .toSorted();
}

const masters = new Map(readMasters().map((master) => [master.id, master]));

function goldOf(document: string): { readonly gold: (typeof golds)[number]; readonly sections: ReturnType<typeof goldSections> } {
  const gold = golds.find(({ id }) => id === document);
  const master = masters.get(document);
  if (gold === undefined || master === undefined) throw new Error(`no gold for ${document}`);
  return { gold, sections: goldSections(master) };
}

export function comparePlan(fixture: string, plan: Plan | null): Omit<FixtureFigures, "unreadable" | "milliseconds"> {
  return compareWithGold({ fixture, plan, ...goldOf(fixture.replace(/\..*$/u, "")) });
}

export interface ReadFixture {
  readonly fixture: string;
  readonly plan: Plan | null;
  readonly unreadable: string | null;
  readonly milliseconds: number;
}

const saidOf = ({ code, messageEn }: UnreadableFile): string => `${code}: ${messageEn}`;

/** A parser that throws is a miss of one file, not the end of the measuring. */
function parsed(document: SourceDocument): Pick<ReadFixture, "plan" | "unreadable"> {
  try {
    return { plan: parsePlan(document), unreadable: null };
  } catch (error) {
    return { plan: null, unreadable: `parser: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** One after the other, each in a reading process of its own, as an upload is. */
export async function readFixtures(
  names: readonly string[],
  onRead: (read: ReadFixture) => void = () => undefined,
): Promise<ReadFixture[]> {
  const reader = openFileReader({ cache: null });
  const all: ReadFixture[] = [];
  try {
    for (const fixture of names) {
      const start = performance.now();
      const result = await readDocumentFile(new URL(fixture, folder).pathname, { reader });
      const { plan, unreadable } = "document" in result ? parsed(result.document) : { plan: null, unreadable: saidOf(result.unreadable) };
      const read = { fixture, plan, unreadable, milliseconds: Math.round(performance.now() - start) };
      onRead(read);
      all.push(read);
    }
  } finally {
    await reader.close();
  }
  return all;
}

export const figuresOf = ({ fixture, plan, unreadable, milliseconds }: ReadFixture): FixtureFigures => ({
  ...comparePlan(fixture, plan),
  unreadable,
  milliseconds,
});
