/** What a fixture plan must be read as, and what was read, in one form: paragraphs, table rows and lines of columns. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reader, ReadLine, ReadOutcome } from "../../../src/corpus/readers/reader.ts";
import type { Block, FixturePlan } from "./plans.ts";

/** Paragraphs in reading order; a note stands behind its paragraph as "[1] …". */
export function goldParagraphs(plan: FixturePlan): string[] {
  let notes = 0;
  return plan.blocks.flatMap((block: Block): string[] => {
    switch (block.kind) {
      case "columns":
        return [...block.left, ...block.right];
      case "centred":
        return [...block.lines];
      case "paragraph":
        if (block.note === undefined) return [block.text];
        notes += 1;
        return [`${block.text}[${String(notes)}]`, `[${String(notes)}] ${block.note}`];
      case "table":
        return block.rows.map((row) => `| ${row.join(" | ")} |`);
      default:
        return [];
    }
  });
}

/** Lines joined where the reader says that they go on. */
export function readParagraphs(lines: readonly ReadLine[]): string[] {
  const paragraphs: string[] = [];
  for (const line of lines) {
    if (line.continues === true) paragraphs.push(`${paragraphs.pop() ?? ""} ${line.text}`);
    else paragraphs.push(line.text);
  }
  return paragraphs;
}

/** Reads bytes or a fixture beside this file's folder, in a work folder that is removed again. */
export async function readWith(reader: Reader, file: string | Uint8Array): Promise<ReadOutcome> {
  const workFolder = mkdtempSync(join(tmpdir(), "reading-test-"));
  try {
    return await reader.read({
      bytes: typeof file === "string" ? new Uint8Array(readFileSync(join(import.meta.dirname, "..", file))) : file,
      workFolder,
    });
  } finally {
    rmSync(workFolder, { recursive: true });
  }
}

/** The lines of a file that must be readable. */
export async function linesWith(reader: Reader, file: string | Uint8Array): Promise<readonly ReadLine[]> {
  const outcome = await readWith(reader, file);
  if (!outcome.ok) throw new Error(`not read: ${outcome.code}`);
  return outcome.lines;
}

/** Part of the wanted words that were read, whatever their order; 1 for all. */
export function wordsFound(wanted: readonly string[], read: readonly string[]): number {
  const words = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split(/[\s|]+/u)).filter((word) => word !== "");
  const left = new Map<string, number>();
  for (const word of words(read)) left.set(word, (left.get(word) ?? 0) + 1);
  const all = words(wanted);
  const found = all.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return found.length / all.length;
}
