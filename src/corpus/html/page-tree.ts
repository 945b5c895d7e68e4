/** A page as a light tree: elements and text, without what a reader never sees; safe to walk by recursion. */
import { defaultTreeAdapter, parse } from "parse5";
import type { DefaultTreeAdapterTypes as Parsed } from "parse5";

export interface PageText {
  readonly kind: "text";
  text: string;
}

export interface PageElement {
  readonly kind: "element";
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  readonly children: PageNode[];
}

export type PageNode = PageText | PageElement;

export interface Page {
  readonly root: PageElement;
  /** Every text of the tree in the page's order. */
  readonly texts: readonly PageText[];
  /** Whether struck-out words were left out. */
  readonly hadDeletions: boolean;
}

/** A page that grows beyond its own size when parsed; some markup is made to do so. */
export class PageLimitError extends Error {}

/** Elements below this depth join the one above them: no real page nests so far, and walks need no care. */
const DEEPEST = 250;
/** Elements that a page of some length can have; unclosed formatting is repeated in every paragraph after it. */
const mostElements = (length: number): number => 20_000 + length;

/** What is no text of the page: programs, pictures, fields to fill in. */
const UNSEEN: ReadonlySet<string> = new Set(
  "script style noscript template iframe frame object embed applet svg canvas video audio map link meta base title input select textarea button datalist option dialog progress meter".split(
    " ",
  ),
);
/** Struck out: no longer part of the text. */
const DELETED: ReadonlySet<string> = new Set(["del", "s", "strike"]);

function parseWithin(source: string): Parsed.Document {
  let elements = 0;
  const most = mostElements(source.length);
  return parse(source, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++elements > most) throw new PageLimitError("more elements than the page can hold");
      },
    },
  });
}

/** Elements that hold the page and say nothing of it. */
const SHELL: ReadonlySet<string> = new Set(["html", "head", "body"]);

/** Text right in these has no place in a table; a cell too deep leaves its text to what holds the table. */
const TABLE_PARTS: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "tr", "colgroup"]);

function holderOf(element: PageElement): PageElement {
  let holder = element;
  while (TABLE_PARTS.has(holder.tag) && holder.parent !== null) holder = holder.parent;
  return holder;
}

const isElement = (node: Parsed.Node): node is Parsed.Element => "tagName" in node;
const isText = (node: Parsed.Node): node is Parsed.TextNode => node.nodeName === "#text";

/** @throws PageLimitError for markup that blows up. */
export function readPageTree(source: string): Page {
  const root: PageElement = { kind: "element", tag: "body", attributes: new Map(), parent: null, children: [] };
  const texts: PageText[] = [];
  let hadDeletions = false;
  // A list instead of recursion: the parsed tree may be as deep as the page is long.
  const pending: { readonly node: Parsed.Node; readonly parent: PageElement; readonly depth: number }[] = [
    { node: parseWithin(source), parent: root, depth: 0 },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, parent, depth } = next;
    if (isText(node)) {
      const text: PageText = { kind: "text", text: node.value };
      parent.children.push(text);
      texts.push(text);
      continue;
    }
    let into = parent;
    if (isElement(node)) {
      if (DELETED.has(node.tagName)) hadDeletions = true;
      if (UNSEEN.has(node.tagName) || DELETED.has(node.tagName)) continue;
      if (depth >= DEEPEST) into = holderOf(parent);
      else if (!SHELL.has(node.tagName)) {
        into = {
          kind: "element",
          tag: node.tagName,
          attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
          parent,
          children: [],
        };
        parent.children.push(into);
      }
    }
    const children = "childNodes" in node ? node.childNodes : [];
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) pending.push({ node: child, parent: into, depth: depth + 1 });
    }
  }
  return { root, texts, hadDeletions };
}

/** Lower-case value of an attribute, empty where there is none. */
export function attribute(element: PageElement, name: string): string {
  return (element.attributes.get(name) ?? "").trim().toLowerCase();
}

/** What an inline style says of a property, empty where it says nothing. */
export function styleOf(element: PageElement, property: string): string {
  const style = attribute(element, "style");
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, "u").exec(style)?.[1]?.trim() ?? "";
}

/** All text below an element, as it stands. */
export function textBelow(node: PageNode): string {
  return node.kind === "text" ? node.text : node.children.map(textBelow).join(node.tag === "br" ? " " : "");
}

/** Elements below one that satisfy a test, in the page's order; not into those that do. */
export function findBelow(element: PageElement, test: (element: PageElement) => boolean): PageElement[] {
  return element.children.flatMap((child) => (child.kind === "text" ? [] : test(child) ? [child] : findBelow(child, test)));
}
