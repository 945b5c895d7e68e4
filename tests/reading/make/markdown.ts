/** A document as Markdown, the way a converter or a careful person writes it. */
import { noSuch } from "../master/blocks.ts";
import type { Block, Item, Master } from "../master/blocks.ts";
import { headingLines, pipeRows } from "./plain-text.ts";

const DEPTHS: Partial<Record<Item["kind"], string>> = { part: "##", roman: "##", annex: "##", article: "###" };

function itemLines(item: Item): string[] {
  const heading = DEPTHS[item.kind];
  const words = item.lines.join(" ");
  if (item.kind === "annex" || item.kind === "part") return [`${heading ?? ""} ${headingLines(item).join(" ")}`, ""];
  if (item.kind === "roman") return [`${heading ?? ""} ${item.mark} ${words}`, ""];
  if (item.kind === "article") return [`**${item.mark}** ${words}`, ""];
  // A mark of Markdown must not swallow the printed one: "1." and "-" print as they are, other marks are text.
  if (item.kind === "dash" || item.kind === "plus") return [`${item.mark} ${words}`, ""];
  return [`${item.mark} ${words}`.trim(), ""];
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case "letterhead":
      return [...block.left, "", ...block.right, ""];
    case "signature":
      return [
        `**${block.left[0] ?? ""}**`,
        "",
        ...block.left.slice(1),
        "",
        ...block.right.filter((line) => line !== "").flatMap((line) => [`**${line}**`, ""]),
      ];
    case "title":
      return block.lines.flatMap((line, index) => [index === 0 ? `# ${line}` : line, ""]);
    case "stamp":
      return block.lines.flatMap((line) => [`**${line}**`, ""]);
    case "to":
      return [...block.lines, ""];
    case "text":
      return block.lines.flatMap((line) => [line, ""]);
    case "body":
      return block.items.flatMap(itemLines);
    case "table": {
      const [header = "", ...rows] = pipeRows(block);
      return [header, `|${block.widths.map(() => "---").join("|")}|`, ...rows, ""];
    }
    case "pagebreak":
      return [];
    default:
      return noSuch(block);
  }
}

export const markdown = (master: Master): string => `${master.blocks.flatMap(blockLines).join("\n").trimEnd()}\n`;
