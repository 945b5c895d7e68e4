/** Warnings that an editor must get, and warnings without a cause. */
import type { Plan } from "../../../src/parse/types.ts";
import type { GoldMention } from "../gold/gold-reading.ts";
import type { Tally } from "./tally.ts";
import { emptyTally, tallied } from "./tally.ts";

export interface WarningComparison {
  readonly tally: Tally;
  readonly extra: number;
  readonly fails: readonly string[];
}

/** What only the file can cause: doubt about a scan, a file's changes. */
const OF_THE_FILE: ReadonlySet<string> = new Set(["ocr-used", "ocr-doubtful", "changes-accepted", "encoding-converted"]);

export function compareWarnings({
  plan,
  gold,
  pathOf,
}: {
  readonly plan: Plan;
  readonly gold: readonly GoldMention[];
  readonly pathOf: ReadonlyMap<string, string>;
}): WarningComparison {
  const fails: string[] = [];
  const left = new Set([...plan.warnings, ...plan.notes]);
  let tally = emptyTally;
  for (const { what, where } of gold) {
    const found = [...left].find(({ code, sectionId }) => {
      if (code !== what) return false;
      const path = pathOf.get(sectionId ?? "");
      // A total's row or the annex above it: the same place to a reader.
      return where === "*" || path === undefined || path.startsWith(where) || where.startsWith(path);
    });
    if (found !== undefined) left.delete(found);
    tally = tallied(tally, found !== undefined);
    if (found === undefined)
      fails.push(
        `warning missed: ${what} at ${where} — read: ${plan.warnings.map(({ code, sectionId }) => `${code} ${sectionId ?? ""}`).join(", ")}`,
      );
  }
  const known = new Set(gold.map(({ what }) => what));
  // One cause may be told twice (a telephone number and an address of one line).
  const extra = [...left].filter(({ code }) => !OF_THE_FILE.has(code) && !(known.has(code) && code === "personal-data"));
  for (const { code, sectionId, message } of extra) fails.push(`warning without a cause: ${code} at ${sectionId ?? "-"}: ${message}`);
  return { tally, extra: extra.length, fails };
}
