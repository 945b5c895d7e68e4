/**
 * Reads the masters of the blind set. Beyond the forms of `../master/blocks.ts`: "* " is a bullet, "## " a bold heading without a
 * mark, "Nhiệm vụ 1:" and "Bước 1:" stand as they are, "a1)" and "1.1.1." are marks, "**words**" are bold inside a line, "[^1]"
 * calls a footnote (`notes` in `recipes.ts`), a text block "⟦ngang⟧" turns the pages after it sideways.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { GoldSection } from "../gold/gold-sections.ts";
import { goldSections } from "../gold/gold-sections.ts";
import type { Block, Item, Master } from "../master/blocks.ts";
import { wordsAt } from "../master/blocks.ts";
import { masterOf } from "../master/read-master.ts";

const folder = new URL("./masters/", import.meta.url);

/** Where the pages turn sideways. */
export const SIDEWAYS = "⟦ngang⟧";

function understood(item: Item): Item {
  const words = item.lines[0] ?? "";
  if (item.kind !== "more") return item;
  if (words.startsWith("* ")) return { ...item, kind: "dash", mark: "*", lines: [words.slice(2)] };
  if (words.startsWith("## ")) return { ...item, kind: "paragraph", lines: [`**${words.slice(3)}**`] };
  if (/^Nhiệm vụ \d+:/u.test(words)) return { ...item, kind: "paragraph", lines: [`**${words}**`] };
  if (/^Bước \d+:/u.test(words)) return { ...item, kind: "paragraph" };
  const mark = /^[a-zđ]\d\)/u.exec(words)?.[0];
  return mark === undefined ? item : { ...item, kind: "alpha", mark, lines: [words.slice(mark.length).trim()] };
}

const withItems = (master: Master, change: (item: Item) => Item): Master => ({
  ...master,
  blocks: master.blocks.map((block): Block => (block.type === "body" ? { ...block, items: block.items.map(change) } : block)),
});

/** All masters by name, as a clerk reads them; of another set, its folder. */
export function readBlindMasters(from: URL = folder): Master[] {
  return readdirSync(from)
    .toSorted()
    .map((name) => masterOf(name.replace(/\.txt$/u, ""), readFileSync(new URL(name, from), "utf8")))
    .map((master) => withItems(master, understood));
}

/** As the makers take it: numbers of three levels are typed, which is what "alpha" with a strange mark comes to. */
export const forMaking = (master: Master): Master =>
  withItems(master, (item) => (/^\d+\.\d+\.\d+/u.test(item.mark) ? { ...item, kind: "alpha" } : item));

/** For files that know neither footnotes nor sideways pages: the mark of a page's end instead. */
export const uprightOnly = (master: Master): Master => ({
  ...master,
  blocks: master.blocks.map((block): Block => (block.type === "text" && block.lines[0] === SIDEWAYS ? { type: "pagebreak" } : block)),
});

/** For files that know no merged cells: words merged over rows stand in each, as a careful clerk types them. */
export const withoutMerging = (master: Master): Master => ({
  ...master,
  blocks: master.blocks.map((block): Block => {
    if (block.type !== "table") return block;
    const cells = block.rows.map((row) => row.cells);
    const repeated = block.rows.map((row, y) => ({
      ...row,
      cells: row.cells.map((cell, x) => (cell === "^" ? wordsAt(cells, y, x) : cell)),
    }));
    return { ...block, rows: repeated };
  }),
});

/** The second row of a heading as a text file has it, where cells merged from above stand empty. */
function barelyHeaded(section: GoldSection, master: Master): GoldSection[] {
  const row = /:0([1-9])$/u.exec(section.path)?.[1];
  if (row === undefined) return [section];
  const rows = master.blocks.flatMap((block) => (block.type === "table" ? [block.header[Number(row)] ?? []] : []));
  const bare = rows.map((cells) => cells.filter((cell) => cell !== "^" && cell !== "<").join(" ")).filter((words) => words !== "");
  return [section, ...bare.map((words, n) => ({ ...section, path: `${section.path}~${n + 2}`, words }))];
}

/** The gold tree; what a star or a heading without a mark is called is free. */
export const blindSections = (master: Master): GoldSection[] =>
  goldSections(master)
    .flatMap((section) => (section.optional ? barelyHeaded(section, master) : [section]))
    .map((section) => (section.mark === "*" ? { ...section, kind: "paragraph" } : section));
