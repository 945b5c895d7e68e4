/** HTML as a browser shows it, in lines: items of lists numbered or dotted, cells of tables repeated over what they span. */
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";

const BLOCKS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "table", "ul", "ol", "div", "br"]);

const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;
const childrenOf = (node: Tree.Node): Tree.ChildNode[] => ("childNodes" in node ? node.childNodes : []);
const attribute = (element: Tree.Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;

function words(node: Tree.Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  const inside = childrenOf(node).map(words).join("");
  return isElement(node) && BLOCKS.has(node.tagName) ? `${inside} ` : inside;
}

function tableLines(table: Tree.Element): string[] {
  const rows: Tree.Element[] = [];
  const collect = (node: Tree.Node): void => {
    for (const child of childrenOf(node))
      if (isElement(child))
        if (child.tagName === "tr") rows.push(child);
        else collect(child);
  };
  collect(table);
  const open = new Map<number, { text: string; rows: number }>();
  return rows.map((row) => {
    const texts: string[] = [];
    for (const cell of childrenOf(row).filter(isElement)) {
      for (let above = open.get(texts.length); above !== undefined && above.rows > 0; above = open.get(texts.length)) {
        above.rows -= 1;
        texts.push(above.text);
      }
      const text = words(cell).replace(/\s+/gu, " ").trim();
      open.set(texts.length, { text, rows: Number(attribute(cell, "rowspan") ?? 1) - 1 });
      texts.push(text, ...Array.from({ length: Number(attribute(cell, "colspan") ?? 1) - 1 }, () => ""));
    }
    for (let above = open.get(texts.length); above !== undefined && above.rows > 0; above = open.get(texts.length)) {
      above.rows -= 1;
      texts.push(above.text);
    }
    return `| ${texts.join(" | ")} |`;
  });
}

/** @param html A fragment. @returns Lines joined by "\n". */
export function htmlAsShown(html: string): string {
  const lines: string[] = [];
  let line = "";
  const end = (): void => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  const show = (node: Tree.Node, mark: string): void => {
    if (node.nodeName === "#text" && "value" in node) line += node.value;
    if (!isElement(node) && node.nodeName === "#text") return;
    if (isElement(node) && node.tagName === "table") {
      end();
      lines.push(...tableLines(node));
      return;
    }
    if (isElement(node) && BLOCKS.has(node.tagName)) end();
    line += mark;
    let item = 0;
    for (const child of childrenOf(node)) {
      const isItem = isElement(child) && child.tagName === "li" && isElement(node);
      if (isItem) item += 1;
      show(child, isItem ? (node.tagName === "ol" ? `${item}. ` : "• ") : "");
    }
    if (isElement(node) && BLOCKS.has(node.tagName)) end();
  };
  show(parseFragment(html), "");
  end();
  return lines.join("\n");
}
