/** Makes the files of the second blind set anew: `node --import tsx tests/reading/blind-2/make-fixtures.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { forMaking } from "../blind/blind-masters.ts";
import { docxByPackage } from "../make/docx-package.ts";
import type { Recipe } from "../make/make-plan.ts";
import { fixtureName } from "../make/make-plan.ts";
import { plainText } from "../make/plain-text.ts";
import { portalHtml } from "../make/portal-html.ts";
import type { Master } from "../master/blocks.ts";
import { secondRecipes, secondSet } from "./second-set.ts";

const WRAPPED = { width: 80, indent: 4, spaced: false };

async function make(master: Master, recipe: Recipe): Promise<Uint8Array> {
  switch (recipe.how) {
    case "text":
      return Buffer.from(plainText(master, WRAPPED), "utf8");
    case "portal":
      return Buffer.from(portalHtml(master, recipe.style), "utf8");
    case "docx-package":
      return docxByPackage(master, { automatic: true });
    default:
      throw new Error(`the second blind set has no ${recipe.how}`);
  }
}

mkdirSync(secondSet.folder, { recursive: true });
for (const master of secondSet.masters.map(forMaking))
  for (const recipe of secondRecipes[master.id] ?? []) {
    const name = fixtureName(master.id, recipe);
    const bytes = await make(master, recipe);
    writeFileSync(new URL(name, secondSet.folder), bytes);
    process.stdout.write(`${name} ${bytes.length}\n`);
  }
