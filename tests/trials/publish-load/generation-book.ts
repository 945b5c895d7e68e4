/** What each generation holds, as its answers show it and as the publishes say it; whatever does not fit is a fault. */
import type { Answer, Citation } from "../../../src/contract/answer.ts";
import type { SearchResponse } from "../../../src/contract/search.ts";
import { stampsIn, textOfVersion, versioned } from "./versions.ts";

/** As much of an answer as tells where its words come from. */
export type Quoting = Pick<Answer, "id" | "generation"> & {
  readonly citations: readonly Pick<Citation, "documentId" | "text" | "quote" | "start" | "end">[];
};

export interface GenerationBook {
  /** A publish is done: this generation holds these versions. */
  published(generation: string, versions: ReadonlyMap<string, number>): void;
  answered(answer: Quoting): void;
  found(response: SearchResponse): void;
  /** After the end: holds what was seen against what was published. */
  check(): void;
  readonly faults: readonly string[];
  /** Pieces of text that were held against their generation. */
  readonly checked: () => number;
}

export function createGenerationBook(): GenerationBook {
  const faults: string[] = [];
  const seen = new Map<string, Map<string, number>>();
  const said = new Map<string, ReadonlyMap<string, number>>();
  let checked = 0;

  /** One version of a document in each generation, whatever the piece of text. */
  function note({
    generation,
    documentId,
    text,
    where,
  }: {
    generation: string;
    documentId: string;
    text: string;
    where: string;
  }): number | null {
    const stamps = stampsIn(text);
    const [version] = stamps;
    if (stamps.length > 1) faults.push(`${where}: one text of ${documentId} names versions ${stamps.join(", ")}`);
    if (version === undefined) return null;
    const of = seen.get(generation) ?? new Map<string, number>();
    seen.set(generation, of);
    const before = of.get(documentId) ?? version;
    of.set(documentId, before);
    checked += 1;
    if (before !== version) faults.push(`${where}: generation ${generation} shows ${documentId} in versions ${before} and ${version}`);
    return version;
  }

  return {
    faults,
    checked: () => checked,
    published: (generation, versions) => void said.set(generation, new Map(versions)),
    answered({ id, generation, citations }) {
      for (const { documentId, text, quote, start, end } of citations) {
        const document = versioned.find((one) => one.id === documentId);
        if (document === undefined) continue;
        const version = note({ generation, documentId, text: `${text}\n${quote}`, where: `answer ${id}` });
        if (version === null) faults.push(`answer ${id}: a quote of ${documentId} names no version`);
        else if (textOfVersion(document, version).slice(start, end) !== quote)
          faults.push(`answer ${id}: the quote does not stand at ${start} in version ${version} of ${documentId}`);
      }
    },
    found({ hits, generation }) {
      for (const { documentId, text } of hits)
        if (versioned.some(({ id }) => id === documentId)) note({ generation, documentId, text, where: "search" });
    },
    check() {
      for (const [generation, versions] of seen) {
        const published = said.get(generation);
        if (published === undefined) faults.push(`generation ${generation} answered and was never published`);
        for (const [documentId, version] of versions)
          if (published !== undefined && published.get(documentId) !== version)
            faults.push(
              `generation ${generation} was published with version ${published.get(documentId) ?? "none"} of ${documentId} and shows ${version}`,
            );
      }
    },
  };
}
