/**
 * The section tree that a careful clerk reads in a document: what its writer meant, taken from the master's levels.
 *
 * Paths: "III.2.a" Mục III, khoản 2, điểm a · "-2" second dash · "+1" first plus · "Đ3" Điều 3 · "P1" first Phần ·
 * "CI" Chương I · "M2" Mục 2 of a Chương · "PL", "PLII" annexes · ":4" the table row numbered 4 · ".ket" an unnumbered
 * closing paragraph · "~2" the second of the same mark.
 */
import type { SectionKind } from "../../../src/parse/types.ts";
import type { Item, Master, Table } from "../master/blocks.ts";
import { wordsAt } from "../master/blocks.ts";

export interface GoldSection {
  readonly path: string;
  /** Null at the top. */
  readonly parent: string | null;
  readonly kind: SectionKind;
  /** As printed, empty for a closing paragraph. */
  readonly mark: string;
  /** How the words after the mark begin. */
  readonly words: string;
  /** Neither asked for nor invented: a table's heading (once) and its total, words quoted from another document. */
  readonly optional: boolean;
}

type Counts = Map<string, number>;

const next = (counts: Counts, key: string): number => {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
};

function step(item: Item, parent: string, counts: Counts): string {
  const bare = item.mark.replace(/[.)/-]$/u, "");
  const dotted = parent === "" ? "" : ".";
  switch (item.kind) {
    case "dash":
      return `-${next(counts, `${parent}-`)}`;
    case "plus":
      return `+${next(counts, `${parent}+`)}`;
    case "paragraph":
      return `${dotted}ket`;
    case "annex":
      return `PL${bare.replace(/^PHỤ LỤC ?/u, "")}`;
    case "article":
      return `Đ${bare.replace(/^Điều /u, "")}`;
    default:
      if (bare.startsWith("PHẦN THỨ")) return `${dotted}P${next(counts, "phan")}`;
      return `${dotted}${bare.replace(/^Chương /u, "C").replace(/^Mục /u, "M")}`;
  }
}

function unique(path: string, taken: ReadonlySet<string>): string {
  let candidate = path;
  for (let n = 2; taken.has(candidate); n++) candidate = `${path}~${n}`;
  return candidate;
}

function rowSections(table: Table, parent: string): GoldSection[] {
  const headings = table.header.map((cells, y): GoldSection => {
    const words = cells.map((text, x) => (text === "^" ? wordsAt(table.header, y, x) : text === "<" ? "" : text)).join(" ");
    return { path: `${parent}:0${y}`, parent, kind: "row", mark: "", words, optional: true };
  });
  const cellsOfRows = table.rows.map(({ cells }) => cells);
  const rows = table.rows.map(({ kind, cells }, y): GoldSection => {
    const [mark = "", ...words] = cells.map((_, x) => wordsAt(cellsOfRows, y, x));
    const path = kind === "total" ? `${parent}:tong` : `${parent}:${mark}`;
    return { path, parent, kind: "row", mark, words: words.join(" ").trim(), optional: kind === "total" };
  });
  return [...headings, ...rows];
}

/** Sections in the document's order, without letterheads, titles, legal bases and signatures. */
export function goldSections(master: Master): GoldSection[] {
  const sections: GoldSection[] = [];
  const taken = new Set<string>();
  const counts: Counts = new Map();
  const open: { readonly depth: number; readonly path: string }[] = [];
  for (const block of master.blocks) {
    if (block.type === "title" || block.type === "signature") open.length = 0;
    if (block.type === "table") sections.push(...rowSections(block, open.at(-1)?.path ?? ""));
    if (block.type !== "body") continue;
    for (const item of block.items) {
      if (item.kind === "more") {
        if (/^“[\da-zđ]/u.test(item.lines[0] ?? "")) sections.push(quoted(item, open.at(-1)?.path ?? null));
        continue;
      }
      if (item.kind === "annex") open.length = 0;
      const depth = item.depth + (open[0]?.path.startsWith("PL") === true && item.kind !== "annex" ? 1 : 0);
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const parent = open.at(-1)?.path ?? null;
      const path = unique((parent ?? "") + step(item, parent ?? "", counts), taken);
      taken.add(path);
      open.push({ depth, path });
      sections.push({ path, parent, kind: item.kind, mark: item.mark, words: item.lines.join(" "), optional: false });
    }
  }
  return sections;
}

/** New words for another document ("“2. Phát triển dữ liệu …”"): some set them as a section, some read on. */
function quoted(item: Item, parent: string | null): GoldSection {
  const [, mark = "", words = ""] = /^“(\S+) (.*)$/u.exec(item.lines[0] ?? "") ?? [];
  return { path: `${parent ?? ""}“${mark}`, parent, kind: "number", mark, words, optional: true };
}
