/**
 * Lines of Unicode text that hold old encodings as if they were Latin-1 ("Céng hßa", "COÄNG HOØA", "Cá»™ng hÃ²a"): put
 * right line by line, as files pasted together hold both.
 */
import { syllableRate } from "./syllable-rate.ts";
import type { SyllableRate } from "./syllable-rate.ts";
import { fromTcvn3 } from "./tcvn3.ts";
import { fromUtf8Twice } from "./utf8-twice.ts";
import { fromVni } from "./vni.ts";

/** Encodings that may hide in Unicode text. */
export type HiddenEncoding = "TCVN3" | "VNI" | "UTF-8";

const converters: Readonly<Record<HiddenEncoding, (line: string) => string>> = { TCVN3: fromTcvn3, VNI: fromVni, "UTF-8": fromUtf8Twice };
const encodings: readonly HiddenEncoding[] = ["TCVN3", "VNI", "UTF-8"];

export interface RepairedLines {
  readonly lines: readonly string[];
  /** Positions of the lines that were put right, by encoding; empty where all was well. */
  readonly repaired: ReadonlyMap<HiddenEncoding, readonly number[]>;
}

interface Reading {
  readonly encoding: HiddenEncoding;
  readonly text: string;
  readonly as: SyllableRate;
}

interface JudgedLine {
  readonly before: SyllableRate;
  /** The encodings that would change the line, the likeliest first. */
  readonly readings: readonly Reading[];
}

/** Old text has no letter beyond Latin-1; the rest of windows-1252 are its signs of punctuation. */
const OLD_LETTER = /[\u00a1-\u00ff]/u;
const NEW_LETTER = /(?![\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6])[\u0100-\u024f\u1e00-\u1eff]/u;

/** Words that must become Vietnamese for one line to prove an encoding, and how surely. */
const PROOF_WORDS = 3;
const PROOF_RATE = 0.8;
const PROOF_BEFORE = 0.5;
/** A shorter line is believed where another line has proved the encoding. */
const BELIEVED_RATE = 0.5;

function judge(line: string): JudgedLine | null {
  if (!OLD_LETTER.test(line) || NEW_LETTER.test(line)) return null;
  const readings = encodings.flatMap((encoding) => {
    const text = converters[encoding](line);
    return text === line ? [] : [{ encoding, text, as: syllableRate(text) }];
  });
  return readings.length === 0 ? null : { before: syllableRate(line), readings: readings.toSorted((a, b) => b.as.rate - a.as.rate) };
}

/** Lines that can be nothing else, counted by encoding. */
function countProofs(judged: readonly (JudgedLine | null)[]): ReadonlyMap<HiddenEncoding, number> {
  const proofs = new Map<HiddenEncoding, number>();
  for (const line of judged) {
    const best = line?.readings[0];
    if (
      best !== undefined &&
      line !== null &&
      best.as.valid >= PROOF_WORDS &&
      best.as.rate >= PROOF_RATE &&
      line.before.rate <= PROOF_BEFORE
    )
      proofs.set(best.encoding, (proofs.get(best.encoding) ?? 0) + 1);
  }
  return proofs;
}

/** Neighbours decide for a line that reads well both ways ("Tòa án"): the nearest that tell, on either side. */
function isAmongRepaired(told: readonly (boolean | null)[], index: number): boolean {
  const before = nearest(told, index, -1);
  const after = nearest(told, index, 1);
  return (before ?? after ?? false) && (after ?? before ?? false);
}

/** How far a telling neighbour is looked for, in lines. */
const NEAR = 40;

function nearest(told: readonly (boolean | null)[], from: number, step: 1 | -1): boolean | null {
  for (let far = 1; far <= NEAR; far++) {
    const own = told[from + far * step] ?? null;
    if (own !== null) return own;
  }
  return null;
}

/** Unicode lines → the same lines, those in an old encoding converted; proper Vietnamese and other languages untouched. */
export function repairLines(lines: readonly string[]): RepairedLines {
  const judged = lines.map(judge);
  const proofs = countProofs(judged);
  if (proofs.size === 0) return { lines, repaired: new Map() };

  const chosen = judged.map(
    (line) =>
      line?.readings
        .filter(({ encoding }) => proofs.has(encoding))
        .toSorted((a, b) => b.as.rate - a.as.rate || (proofs.get(b.encoding) ?? 0) - (proofs.get(a.encoding) ?? 0))[0] ?? null,
  );
  const told = chosen.map((reading, index) => {
    if (reading === null) return NEW_LETTER.test(lines[index] ?? "") ? false : null;
    const gain = reading.as.rate - (judged[index]?.before.rate ?? 0);
    if (gain === 0) return null;
    return gain > 0 && reading.as.rate >= BELIEVED_RATE;
  });
  const repaired = new Map<HiddenEncoding, number[]>();
  const result = lines.map((line, index) => {
    const reading = chosen[index] ?? null;
    if (reading === null || !(told[index] ?? isAmongRepaired(told, index))) return line;
    const positions = repaired.get(reading.encoding);
    if (positions === undefined) repaired.set(reading.encoding, [index]);
    else positions.push(index);
    return reading.text;
  });
  return { lines: result, repaired };
}
