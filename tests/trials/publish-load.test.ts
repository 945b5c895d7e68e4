/** Trial 4 in its short form; `npm run trial -- publish-load` is the long one. */
import { describe, expect, it } from "vitest";
import { createGenerationBook, type Quoting } from "./publish-load/generation-book.ts";
import { runPublishLoadTrial } from "./publish-load/trial.ts";
import { stampsIn, textOfVersion, versioned, type VersionedDocument } from "./publish-load/versions.ts";

const MINUTES = 60_000;

interface Quoted {
  readonly document: VersionedDocument;
  readonly version: number;
  readonly generation: string;
  /** Default: where the quote stands in this version. */
  readonly start?: number;
}

/** As much of an answer as the trial looks at, with one quote. */
function quoting({ document, version, generation, start }: Quoted): Quoting {
  const text = textOfVersion(document, version);
  const quote = text.split("\n").find((line) => line.startsWith("- Sở Y tế")) ?? "";
  const at = start ?? text.indexOf(quote);
  return { id: "a-1", generation, citations: [{ documentId: document.id, text: quote, quote, start: at, end: at + quote.length }] };
}

it(
  "publishes under asking clients without an error and without an answer that mixes generations",
  async () => {
    const figures = await runPublishLoadTrial({ publishes: 3, documents: 2, clients: 20, untilMs: 2 * MINUTES });
    expect(figures.faults).toEqual([]);
    expect(figures.publishes).toBe(3);
    // Clients that hardly ask, or always the same generation, would try nothing.
    expect(figures.answers).toBeGreaterThan(50);
    expect(figures.checked).toBeGreaterThan(100);
    expect(figures.generations).toBeGreaterThan(2);
  },
  4 * MINUTES,
);

describe("what the trial would see", () => {
  const [document] = versioned;
  if (document === undefined) throw new Error("no document");

  it("is nothing where every quote stands in the version of its generation", () => {
    const book = createGenerationBook();
    book.published("g1", new Map([[document.id, 3]]));
    book.answered(quoting({ document, version: 3, generation: "g1" }));
    book.check();
    expect([book.faults, book.checked()]).toEqual([[], 1]);
  });

  it("is a quote of another version in the same answer's generation", () => {
    const book = createGenerationBook();
    book.answered(quoting({ document, version: 3, generation: "g1" }));
    book.answered(quoting({ document, version: 4, generation: "g1" }));
    expect(book.faults).toEqual([expect.stringContaining("in versions 3 and 4")]);
  });

  it("is a quote whose place belongs to another version", () => {
    const book = createGenerationBook();
    const { start } = quoting({ document, version: 5, generation: "g1" }).citations[0] ?? { start: 0 };
    book.answered(quoting({ document, version: 4, generation: "g1", start }));
    expect(book.faults).toEqual([expect.stringContaining("does not stand at")]);
  });

  it("is a generation that shows another version than it was published with, or was never published", () => {
    const book = createGenerationBook();
    book.published("g1", new Map([[document.id, 2]]));
    book.answered(quoting({ document, version: 3, generation: "g1" }));
    book.answered(quoting({ document, version: 3, generation: "g2" }));
    book.check();
    expect(book.faults).toEqual([expect.stringContaining("shows 3"), expect.stringContaining("never published")]);
  });

  it("names every section's version, and versions differ in where things stand", () => {
    for (const version of [1, 8, 30]) expect(stampsIn(textOfVersion(document, version))).toEqual([version]);
    const place = (version: number): number => textOfVersion(document, version).indexOf("Sở Y tế chủ trì");
    expect(new Set([1, 2, 3, 4].map(place)).size).toBe(4);
  });
});
