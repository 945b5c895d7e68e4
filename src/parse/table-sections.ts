/** Rows of a table become sections: headings, rows, and groups with the rows under them. */
import type { Paragraph } from "./canonical-text.ts";
import { RANKS } from "./ranks.ts";
import { layOutTable } from "./table-layout.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Adds the rows of one table under the deepest section that is neither a row nor text after a table. */
export function addTable(tree: TreeBuilder, rows: readonly Paragraph[]): void {
  const parentDepth = tree.open.findLastIndex((draft) => draft.kind !== "row" && draft.style !== "after-table") + 1;
  const table = tree.count(`table ${tree.open[parentDepth - 1]?.id ?? ""}`) + 1;
  const name = table === 1 ? "" : `b${table}`;
  /** Styles of the groups that are open, outermost first. */
  const groups: string[] = [];
  layOutTable(rows.map((row) => row.text)).forEach((line, at) => {
    const paragraph = rows[at];
    if (paragraph === undefined) return;
    if (line.kind === "total") groups.length = 0;
    if (line.kind === "group") {
      const same = groups.indexOf(line.style);
      if (same !== -1) groups.length = same;
    }
    tree.add({
      kind: "row",
      style: line.kind,
      value: `${name}${line.kind === "total" ? "tong" : line.kind === "group" && line.style === "" ? "n" : "h"}${line.value}`,
      position: 0,
      rank: RANKS.row,
      marker: "",
      markLength: 0,
      paragraph,
      repairedFrom: null,
      misread: false,
      depth: parentDepth + groups.length,
    });
    if (line.kind === "group") groups.push(line.style);
  });
}
