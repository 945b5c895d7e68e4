/** The programs that fixtures are made with; only the maker needs them, tests do not. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { picturePdf } from "./picture-pdf.ts";

export interface Workshop {
  /** An empty folder of the maker's own. */
  readonly folder: string;
}

const run = (program: string, options: readonly string[], cwd: string): void => {
  execFileSync(program, options, { cwd, stdio: ["ignore", "ignore", "pipe"], timeout: 180_000 });
};

/** Writes bytes into the workshop and gives the path. */
export function put({ folder }: Workshop, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** LibreOffice's own conversion; `to` is the ending of the result, with its filter where there are several. */
export function convertByOffice(workshop: Workshop, source: string, to: string): string {
  const { folder } = workshop;
  const out = join(folder, "office");
  mkdirSync(out, { recursive: true });
  const profile = pathToFileURL(join(folder, "profile")).href;
  run("soffice", [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", to, "--outdir", out, source], folder);
  const name = source.replace(/^.*\//u, "").replace(/\.[^.]+$/u, "");
  return join(out, `${name}.${to.replace(/:.*$/u, "")}`);
}

/** Chromium's "print to PDF". */
export function printByChromium(workshop: Workshop, html: string, name: string): string {
  const page = put(workshop, `${name}.html`, html);
  const out = join(workshop.folder, `${name}.pdf`);
  run(
    "chromium",
    ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", `--print-to-pdf=${out}`, pathToFileURL(page).href],
    workshop.folder,
  );
  return out;
}

/** Zips parts in their order, as Word does. */
export function zipParts(workshop: Workshop, parts: ReadonlyMap<string, string>): Uint8Array {
  const folder = join(workshop.folder, `zip-${Math.random().toString(36).slice(2)}`);
  for (const [name, text] of parts) put({ folder }, name, text);
  run("zip", ["-q", "-X", "goi.docx", ...parts.keys()], folder);
  return readFileSync(join(folder, "goi.docx"));
}

export interface ScanOptions {
  readonly name: string;
  /** Degrees by which the paper lies askew. */
  readonly askew: number;
  /** Two tones, as faxes and copiers store; else grey. */
  readonly twoTone: boolean;
}

/** A PDF printed and scanned again: 200 dpi, askew, specks and blur. Gives the pages' pictures. */
export function scanPages(workshop: Workshop, pdf: string, { name, askew, twoTone }: ScanOptions): string[] {
  const folder = join(workshop.folder, `scan-${name}`);
  mkdirSync(folder, { recursive: true });
  run("pdftoppm", ["-r", "200", "-gray", pdf, "trang"], folder);
  const pages = readdirSync(folder).toSorted();
  return pages.map((page, index) => {
    const out = join(folder, page.replace(/\.pgm$/u, ".png"));
    const angle = String(index % 2 === 0 ? askew : -askew);
    const aged = [
      "-seed",
      String(index + 7),
      "-background",
      "white",
      "-rotate",
      angle,
      "+repage",
      "-blur",
      "0x0.6",
      "-attenuate",
      "0.12",
      "+noise",
      "Gaussian",
    ];
    run(
      "convert",
      [page, ...aged, "-colorspace", "Gray", ...(twoTone ? ["-threshold", "62%", "-type", "bilevel"] : ["-depth", "8"]), out],
      folder,
    );
    return out;
  });
}

const DPI = 200;

/** Pictures as one file of the ending's kind: a PDF of pictures, a TIFF of pages, one picture. */
export async function bindPictures(workshop: Workshop, pages: readonly string[], name: string): Promise<Uint8Array> {
  if (name.endsWith(".pdf")) {
    const pictures = pages.map(async (page) => {
      const { data, info } = await sharp(page).greyscale().toColourspace("b-w").jpeg({ quality: 60 }).toBuffer({ resolveWithObject: true });
      return { jpeg: data, width: info.width, height: info.height };
    });
    return picturePdf(await Promise.all(pictures), DPI);
  }
  const out = join(workshop.folder, name);
  const squeeze = name.endsWith(".tiff")
    ? ["-compress", "Group4"]
    : name.endsWith(".png")
      ? ["-colors", "16", "-define", "png:compression-level=9"]
      : ["-quality", "60"];
  run("convert", [...pages, "-density", String(DPI), "-units", "PixelsPerInch", ...squeeze, out], workshop.folder);
  return readFileSync(out);
}
