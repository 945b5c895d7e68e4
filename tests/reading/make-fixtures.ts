/**
 * Makes every fixture anew from the masters: `node --import tsx tests/reading/make-fixtures.ts [words of a file name]`.
 * Needs LibreOffice, Chromium, poppler, ImageMagick and zip. The fixtures are kept with the code, so that tests need none of them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docxByPackage } from "./make/docx-package.ts";
import type { Recipe, TextVariant } from "./make/make-plan.ts";
import { fixtureName, recipes } from "./make/make-plan.ts";
import { markdown } from "./make/markdown.ts";
import type { TextLayout } from "./make/plain-text.ts";
import { plainText } from "./make/plain-text.ts";
import { portalHtml } from "./make/portal-html.ts";
import { printHtml } from "./make/print-html.ts";
import type { Workshop } from "./make/tools.ts";
import { bindPictures, convertByOffice, printByChromium, put, scanPages, zipParts } from "./make/tools.ts";
import { wordParts } from "./make/word-xml.ts";
import type { Master } from "./master/blocks.ts";
import { noSuch } from "./master/blocks.ts";
import { readMasters } from "./master/read-master.ts";

const LAYOUTS: Record<TextVariant, TextLayout> = {
  wrapped: { width: 84, indent: 5, spaced: false },
  unwrapped: { width: null, indent: 0, spaced: false },
  decomposed: { width: 92, indent: 0, spaced: true },
  "utf-16": { width: null, indent: 0, spaced: true },
  spaced: { width: 78, indent: 0, spaced: true },
};

function textBytes(master: Master, variant: TextVariant): Uint8Array {
  const text = plainText(master, LAYOUTS[variant]);
  if (variant === "decomposed") return Buffer.from(text.normalize("NFD").replaceAll("\n", "\r\n"), "utf8");
  if (variant === "utf-16") return Buffer.from(`\uFEFF${text}`, "utf16le");
  return Buffer.from(text, "utf8");
}

async function pdfOf(workshop: Workshop, master: Master, by: "office" | "print"): Promise<string> {
  if (by === "print") return printByChromium(workshop, printHtml(master), `${master.id}-in`);
  const docx = put(workshop, `${master.id}.docx`, await docxByPackage(master, { automatic: false }));
  return convertByOffice(workshop, docx, "pdf");
}

async function make(workshop: Workshop, master: Master, recipe: Recipe): Promise<Uint8Array> {
  switch (recipe.how) {
    case "text":
      return textBytes(master, recipe.variant);
    case "markdown":
      return Buffer.from(markdown(master), "utf8");
    case "portal":
      return Buffer.from(portalHtml(master, recipe.style), "utf8");
    case "docx-package":
      return docxByPackage(master, { automatic: true });
    case "word-xml":
      return zipParts(workshop, wordParts(master));
    case "office": {
      if (recipe.to === "pdf") return readFileSync(await pdfOf(workshop, master, "office"));
      // LibreOffice writes lists that start by an override wrongly into .doc: the page itself would count 1, 1, 2.
      const source =
        recipe.to === "doc" ? zipParts(workshop, wordParts(master, { worked: false })) : await docxByPackage(master, { automatic: true });
      const docx = put(workshop, `${master.id}.docx`, source);
      // A .docx by LibreOffice goes through its own format first, so that nothing of the first file is left.
      const odt = convertByOffice(workshop, docx, "odt");
      return readFileSync(recipe.to === "odt" ? odt : convertByOffice(workshop, odt, recipe.to));
    }
    case "print":
      return readFileSync(await pdfOf(workshop, master, "print"));
    case "scan": {
      const twoTone = recipe.to === "tiff";
      const name = `${master.id}-${recipe.to}`;
      const pages = scanPages(workshop, await pdfOf(workshop, master, recipe.of), { name, askew: recipe.askew, twoTone });
      const one = recipe.to === "png" || recipe.to === "jpg";
      if (one && pages.length !== 1) throw new Error(`${master.id} has ${pages.length} pages, a ${recipe.to} holds one`);
      return bindPictures(workshop, pages, `${name}.${recipe.to}`);
    }
    default:
      return noSuch(recipe);
  }
}

const wanted = process.argv.slice(2);
const out = new URL("./fixtures/", import.meta.url).pathname;
const workshop: Workshop = { folder: mkdtempSync(join(tmpdir(), "fixtures-")) };
mkdirSync(out, { recursive: true });
try {
  for (const master of readMasters())
    for (const recipe of recipes[master.id] ?? []) {
      const name = fixtureName(master.id, recipe);
      if (!wanted.every((word) => name.includes(word))) continue;
      const bytes = await make(workshop, master, recipe);
      writeFileSync(join(out, name), bytes);
      process.stdout.write(`${name} ${bytes.length}\n`);
    }
} finally {
  rmSync(workshop.folder, { recursive: true, force: true });
}
