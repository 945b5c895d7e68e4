/** The second blind set: its masters, which file is made of which, and what is read of them. */
import { readdirSync } from "node:fs";
import { readBlindMasters } from "../blind/blind-masters.ts";
import type { BlindSet } from "../blind/read-blind.ts";
import type { Recipe } from "../make/make-plan.ts";
import { secondGolds } from "./gold/all-golds.ts";

const wrapped: Recipe = { how: "text", variant: "wrapped" };
const byPackage: Recipe = { how: "docx-package" };

export const secondRecipes: Readonly<Record<string, readonly Recipe[]>> = {
  "ea-kiet-34-kh-ubnd-2026": [byPackage, { how: "portal", style: "paragraphs" }],
  "hung-yen-486-bc-syt-2025": [wrapped, byPackage],
  "lai-chau-41-qd-ubnd-2025": [wrapped, byPackage],
  "quang-ninh-11-ct-ubnd-2025": [wrapped, { how: "portal", style: "line-breaks" }],
};

export const secondSet: BlindSet = {
  folder: new URL("./fixtures/", import.meta.url),
  masters: readBlindMasters(new URL("./masters/", import.meta.url)),
  golds: secondGolds,
};

/** Names of the files that hold every one of the given words. */
export function secondNames(words: readonly string[] = []): string[] {
  return readdirSync(secondSet.folder)
    .filter((name) => words.every((word) => name.includes(word)))
    .toSorted();
}
