/** Reads a fixture's source (`masters/*.txt`, its form is told in `blocks.ts`). */
import { readdirSync, readFileSync } from "node:fs";
import type { SectionKind } from "../../../src/parse/types.ts";
import type { Block, Item, Master, TableRow } from "./blocks.ts";

const folder = new URL("../masters/", import.meta.url);

const FORMS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^PHẦN THỨ \p{Lu}+(?= \/\/)/u, "part"],
  [/^Chương [IVX]+(?= \/\/)/u, "part"],
  [/^Mục \d+(?= \/\/)/u, "roman"],
  [/^PHỤ LỤC(?: (?:[IVX]+|\d+))?(?= \/\/)/u, "annex"],
  [/^Điều \d+\./u, "article"],
  [/^[IVX]+[.-]/u, "roman"],
  [/^[A-Z]\./u, "part"],
  [/^\d+(?:\.\d+)*[.-]/u, "number"],
  [/^[a-zđ][)/]/u, "alpha"],
  [/^[-•]/u, "dash"],
  [/^\+/u, "plus"],
];

const headingLines = (text: string): string[] =>
  text
    .split("//")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function readItem(line: string): Item {
  const words = line.trimStart();
  const depth = (line.length - words.length) / 2;
  if (words.startsWith("~~ ")) return { depth, kind: "paragraph", mark: "", lines: [words.slice(3)] };
  if (words.startsWith("~ ")) return { depth, kind: "more", mark: "", lines: [words.slice(2)] };
  for (const [form, kind] of FORMS) {
    const mark = form.exec(words)?.[0];
    if (mark !== undefined) return { depth, kind, mark, lines: headingLines(words.slice(mark.length)) };
  }
  return { depth, kind: "more", mark: "", lines: [words] };
}

const cellsOf = (line: string): string[] => line.split("|").map((cell) => cell.trim());

function readRow(line: string): TableRow {
  if (line.startsWith("= ")) return { kind: "group", cells: cellsOf(line.slice(2)) };
  if (line.startsWith("# ")) return { kind: "total", cells: cellsOf(line.slice(1)) };
  return { kind: "row", cells: cellsOf(line) };
}

function readBlock(opening: string, lines: readonly string[]): Block {
  const [type = "", ...rest] = opening.slice(1).split(" ");
  const side = (mark: string): string[] => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  switch (type) {
    case "letterhead":
    case "signature":
      return { type, left: side("<"), right: side(">") };
    case "title":
    case "stamp":
    case "to":
    case "text":
      return { type, lines };
    case "body":
      return { type, items: lines.map(readItem) };
    case "table":
      return {
        type,
        widths: rest.map(Number),
        header: lines.filter((line) => line.startsWith("!")).map((line) => cellsOf(line.slice(1))),
        rows: lines.filter((line) => !line.startsWith("!")).map(readRow),
      };
    case "pagebreak":
      return { type };
    default:
      throw new Error(`no block is called ${type}`);
  }
}

/** A master of its text, whatever file it stands in. */
export function masterOf(id: string, source: string): Master {
  const blocks = source
    .normalize("NFC")
    .split(/^(?=%)/mu)
    .map((part) => {
      const [opening = "", ...lines] = part.split("\n");
      return readBlock(
        opening,
        lines.filter((line) => line !== ""),
      );
    });
  return { id, blocks };
}

/** All masters by name. */
export function readMasters(): Master[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => masterOf(name.replace(/\.txt$/u, ""), readFileSync(new URL(name, folder), "utf8")));
}
