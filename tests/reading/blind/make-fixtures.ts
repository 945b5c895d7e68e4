/**
 * Makes the files of the blind set anew: `node --import tsx tests/reading/blind/make-fixtures.ts [words of a file name]`.
 * Needs what `../make-fixtures.ts` needs, and unzip.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docxByPackage } from "../make/docx-package.ts";
import type { Recipe, TextVariant } from "../make/make-plan.ts";
import { fixtureName } from "../make/make-plan.ts";
import type { TextLayout } from "../make/plain-text.ts";
import { plainText } from "../make/plain-text.ts";
import { portalHtml } from "../make/portal-html.ts";
import { printHtml } from "../make/print-html.ts";
import type { Workshop } from "../make/tools.ts";
import { bindPictures, convertByOffice, printByChromium, put, scanPages, zipParts } from "../make/tools.ts";
import { wordParts } from "../make/word-xml.ts";
import type { Master } from "../master/blocks.ts";
import { forMaking, readBlindMasters, uprightOnly, withoutMerging } from "./blind-masters.ts";
import { dressedHtml, dressedParts, dressedText } from "./dress.ts";
import { blindNotes, blindRecipes } from "./recipes.ts";

const LAYOUTS: Record<TextVariant, TextLayout> = {
  wrapped: { width: 80, indent: 4, spaced: false },
  unwrapped: { width: null, indent: 0, spaced: false },
  decomposed: { width: 88, indent: 0, spaced: true },
  "utf-16": { width: null, indent: 0, spaced: true },
  spaced: { width: 74, indent: 0, spaced: true },
};

const notesOf = ({ id }: Master): readonly string[] => blindNotes[id] ?? [];

function textBytes(master: Master, variant: TextVariant): Uint8Array {
  const text = dressedText(plainText(withoutMerging(uprightOnly(master)), LAYOUTS[variant]), notesOf(master));
  if (variant === "decomposed") return Buffer.from(text.normalize("NFD").replaceAll("\n", "\r\n"), "utf8");
  return variant === "utf-16" ? Buffer.from(`\uFEFF${text}`, "utf16le") : Buffer.from(text, "utf8");
}

/** The parts of a package that the `docx` library wrote. */
function unzipped(workshop: Workshop, bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = put(workshop, "goi-mo.docx", bytes);
  const folder = join(workshop.folder, "mo");
  rmSync(folder, { recursive: true, force: true });
  execFileSync("unzip", ["-q", file, "-d", folder]);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

async function packageDocx(workshop: Workshop, master: Master, automatic: boolean): Promise<Uint8Array> {
  const parts = unzipped(workshop, await docxByPackage(master, { automatic }));
  return zipParts(workshop, dressedParts(parts, notesOf(master)));
}

const wordDocx = (workshop: Workshop, master: Master, worked: boolean): Uint8Array =>
  zipParts(workshop, dressedParts(wordParts(master, { worked }), notesOf(master)));

async function pdfOf(workshop: Workshop, master: Master, by: "office" | "print"): Promise<string> {
  if (by === "print") return printByChromium(workshop, dressedHtml(printHtml(uprightOnly(master)), []), `${master.id}-in`);
  const docx = put(workshop, `${master.id}.docx`, await packageDocx(workshop, master, false));
  return convertByOffice(workshop, docx, "pdf");
}

async function make(workshop: Workshop, master: Master, recipe: Recipe): Promise<Uint8Array> {
  switch (recipe.how) {
    case "text":
      return textBytes(master, recipe.variant);
    case "portal":
      return Buffer.from(dressedHtml(portalHtml(uprightOnly(master), recipe.style), notesOf(master)), "utf8");
    case "docx-package":
      return packageDocx(workshop, master, true);
    case "word-xml":
      return wordDocx(workshop, master, true);
    case "office": {
      if (recipe.to === "pdf") return readFileSync(await pdfOf(workshop, master, "office"));
      const source = recipe.to === "doc" ? wordDocx(workshop, master, false) : await packageDocx(workshop, master, true);
      const odt = convertByOffice(workshop, put(workshop, `${master.id}.docx`, source), "odt");
      return readFileSync(recipe.to === "odt" ? odt : convertByOffice(workshop, odt, recipe.to));
    }
    case "print":
      return readFileSync(await pdfOf(workshop, master, "print"));
    case "scan": {
      const name = `${master.id}-${recipe.to}`;
      const pages = scanPages(workshop, await pdfOf(workshop, master, recipe.of), {
        name,
        askew: recipe.askew,
        twoTone: recipe.to === "tiff",
      });
      return bindPictures(workshop, pages, `${name}.${recipe.to}`);
    }
    default:
      throw new Error(`the blind set has no ${recipe.how}`);
  }
}

const wanted = process.argv.slice(2);
const out = new URL("./fixtures/", import.meta.url).pathname;
const workshop: Workshop = { folder: mkdtempSync(join(tmpdir(), "blind-")) };
mkdirSync(out, { recursive: true });
try {
  for (const master of readBlindMasters().map(forMaking))
    for (const recipe of blindRecipes[master.id] ?? []) {
      const name = fixtureName(master.id, recipe);
      if (!wanted.every((word) => name.includes(word))) continue;
      const bytes = await make(workshop, master, recipe);
      writeFileSync(join(out, name), bytes);
      process.stdout.write(`${name} ${bytes.length}\n`);
    }
} finally {
  rmSync(workshop.folder, { recursive: true, force: true });
}
