/** Every plan cut at every width in every setting: `node --import tsx scripts/all-widths.ts`. Prints what is read otherwise. */
import { splitLines } from "../src/corpus/split-lines.ts";
import { cutText, SETTINGS } from "../tests/parse/cut-lines.ts";
import { corpus, heldOut } from "../tests/parse/read-plan.ts";
import { treeOf } from "../tests/parse/read-sections.ts";

let tried = 0;
let wrong = 0;
for (const document of [...corpus, ...heldOut]) {
  const { text, sections } = treeOf(document);
  const expected = sections.map(({ id }) => id).join(" ");
  for (const setting of SETTINGS) {
    for (let width = 60; width <= 120; width++) {
      const cut = treeOf({ ...document, lines: splitLines(cutText(text.split("\n"), width, setting)) });
      tried++;
      if (cut.sections.map(({ id }) => id).join(" ") === expected) continue;
      wrong++;
      process.stdout.write(`${document.id}, ${setting.name}, ${width}\n`);
    }
  }
}
process.stdout.write(`${wrong} of ${tried} are read otherwise\n`);
