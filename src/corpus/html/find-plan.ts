/**
 * Which parts of a page are the document: from its letterhead to its recipients, with the annexes behind them and the
 * portal's particulars before them. Where the page has no such marks, the part that holds nearly all of its text.
 * In doubt more is kept rather than a part of the plan lost.
 */
import { noteLink } from "./footnotes.ts";
import { holds, lengthOf } from "./measure-page.ts";
import type { MeasuredPage, Range } from "./measure-page.ts";
import { attribute, findBelow, textBelow } from "./page-tree.ts";
import type { PageElement, PageNode } from "./page-tree.ts";
import { isPortalField } from "./portal-fields.ts";

/** From the first letterhead to the last "Nơi nhận" behind it; null where the page lacks either. */
export function planRange(page: MeasuredPage): Range | null {
  const from = page.letterheads[0];
  const to = page.recipients.at(-1);
  return from === undefined || to === undefined || to < from ? null : { from, to: to + 1 };
}

/** Share of the page's text that the part without marks must hold. */
const MAIN_SHARE = 0.8;
/** Letters behind the recipients that still belong to the closing: the signer beside them. */
const CLOSING_LETTERS = 400;

const MARKED = /^\s*(?:[-–+•]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]{1,6}[.)]\s|Điều\s+\d|Chương\s+[IVX\d])/u;
const ANNEX = /(?:^|[.:;)])(?:phuluc|bieumau|danhmuc)|kemtheo(?:kehoach|quyetdinh|congvan|totrinh)/u;
const ANNEX_WITHIN = 300;
const STAMP = /^(?:duthao|mat|toimat|tuyetmat|khan|thuongkhan|hoatoc)/u;
const TITLE = /^(?:kehoach|quyetdinh|nghiquyet|chithi|chuongtrinh|dean|congvan|totrinh|baocao|thongbao|huongdan)/u;

/** The signer's block, where it stands apart from the recipients. */
const SIGNATURE = /^(?:tm|kt|tl|tuq|q)\./u;

const TABLE_PARTS: ReadonlySet<string> = new Set(["tr", "tbody", "thead", "tfoot"]);
const BLOCKS: ReadonlySet<string> = new Set(["p", "li", "td", "div", "h1", "h2", "h3", "h4"]);

interface Search {
  readonly page: MeasuredPage;
  readonly furniture: ReadonlySet<PageElement>;
}

const slice = (element: PageElement, page: MeasuredPage): string => page.letters.slice(page.of(element).from, page.of(element).to);

/** Blocks without blocks in them. */
const paragraphsOf = (element: PageElement, furniture: ReadonlySet<PageElement>): PageElement[] =>
  findBelow(
    element,
    (below) => !furniture.has(below) && BLOCKS.has(below.tag) && findBelow(below, (inner) => BLOCKS.has(inner.tag)).length === 0,
  );

const isWayBack = (element: PageElement): boolean => element.tag === "a" && noteLink(element)?.kind === "back";

/** Footnotes, an annex, or a plan whose letterhead stands on the decision before it. */
function isPlanLike(element: PageElement, { page, furniture }: Search): boolean {
  const { linked, from, to } = page.of(element);
  if (SIGNATURE.test(slice(element, page))) return true;
  if (findBelow(element, isWayBack).length > 0) return true;
  if (to - from < 20 || linked > 0.5 * (to - from)) return false;
  if (ANNEX.test(slice(element, page).slice(0, ANNEX_WITHIN))) return true;
  const rows = element.tag === "tr" ? [element] : findBelow(element, (below) => below.tag === "tr" && !furniture.has(below));
  if (
    rows.filter((row) => row.children.filter((cell) => cell.kind === "element" && (cell.tag === "td" || cell.tag === "th")).length >= 3)
      .length >= 2
  )
    return true;
  return to - from - linked >= 300 && paragraphsOf(element, furniture).filter((block) => MARKED.test(textBelow(block))).length >= 3;
}

/** Before the letterhead: particulars, a stamp, the document's title. */
function isPreface(element: PageElement, { page, furniture }: Search): boolean {
  const letters = slice(element, page);
  if (STAMP.test(letters) || (TITLE.test(letters) && letters.length < 400)) return true;
  const blocks = [
    element,
    ...findBelow(
      element,
      (below) => ["td", "th", "li", "p", "dt", "div", "span", "b", "strong"].includes(below.tag) && !furniture.has(below),
    ),
  ];
  return blocks.filter((block) => isPortalField(textBelow(block).replace(/\s+/gu, " ").trim())).length >= 2 || holdsFields(element);
}

/** Particulars in nested markup: counted by the leaves. */
function holdsFields(element: PageElement): boolean {
  const leaves = findBelow(element, (below) => below.children.every((child) => child.kind === "text"));
  return leaves.filter((leaf) => isPortalField(textBelow(leaf).replace(/\s+/gu, " ").trim())).length >= 2;
}

/** The smallest element that holds a whole range. */
function smallestAround(root: PageElement, range: Range, { page, furniture }: Search): PageElement {
  let around = root;
  for (;;) {
    const inner = around.children.find((child): child is PageElement => {
      if (child.kind === "text" || furniture.has(child)) return false;
      const own = page.of(child);
      return holds(own, range.from) && own.to >= range.to;
    });
    if (inner === undefined) break;
    around = inner;
  }
  while (TABLE_PARTS.has(around.tag) && around.parent !== null) around = around.parent;
  return around;
}

/** The part of a page without letterhead: "main" or "article" if it holds enough, else the smallest part that holds nearly all. */
function mainPart(root: PageElement, { page, furniture }: Search): PageElement {
  const unlinked = (element: PageElement): number => lengthOf(page.of(element)) - page.of(element).linked;
  const named = findBelow(root, (below) => below.tag === "main" || below.tag === "article" || attribute(below, "role") === "main").find(
    (part) => !furniture.has(part) && unlinked(part) >= 0.5 * unlinked(root),
  );
  let part = named ?? root;
  for (;;) {
    const inner = part.children.find(
      (child): child is PageElement => child.kind === "element" && !furniture.has(child) && unlinked(child) >= MAIN_SHARE * unlinked(part),
    );
    // Not into a table's rows and lists' items: their shape belongs to the text.
    if (inner === undefined || inner.tag === "table" || inner.tag === "ol" || inner.tag === "ul" || inner.tag === "p") return part;
    part = inner;
  }
}

/** What stands beside `kept` in its parent and belongs to the document. */
function besides(kept: PageElement, search: Search): { before: PageNode[]; after: PageNode[] } {
  const siblings = kept.parent?.children ?? [];
  const belongs = (node: PageNode, test: (element: PageElement, search: Search) => boolean): boolean =>
    node.kind === "element" && !search.furniture.has(node) && test(node, search);
  const at = siblings.indexOf(kept);
  const following = siblings.slice(at + 1);
  const last = following.findLastIndex((node) => belongs(node, isPlanLike));
  return { before: siblings.slice(0, at).filter((node) => belongs(node, isPreface)), after: following.slice(0, last + 1) };
}

/** Position of the last child that belongs to the document: the closing, what stands beside it, the annexes. */
function lastOf(centre: PageElement, range: Range | null, search: Search): number {
  if (range === null) return centre.children.length - 1;
  const { page, furniture } = search;
  return centre.children.findLastIndex((child) => {
    if (child.kind === "text" || furniture.has(child)) return false;
    const { from, to, linked } = page.of(child);
    if (to === from) return false;
    return from < range.to || (from <= range.to + CLOSING_LETTERS && linked <= 0.3 * (to - from)) || isPlanLike(child, search);
  });
}

/** The part with what precedes its letterhead left out, but for particulars, stamps and the title. */
function trimmed(centre: PageElement, { from, range, search }: { from: number; range: Range | null; search: Search }): readonly PageNode[] {
  const first = centre.children.find((child): child is PageElement => child.kind === "element" && holds(search.page.of(child), from));
  if (first === undefined || centre.tag === "table") return [centre];
  return [...besides(first, search).before, ...centre.children.slice(centre.children.indexOf(first), lastOf(centre, range, search) + 1)];
}

/**
 * The nodes that are the document, in the page's order; furniture within them is still to be left out.
 *
 * @param furniture as `findFurniture` gives it for the same page and range.
 */
export function findPlan(root: PageElement, page: MeasuredPage, furniture: ReadonlySet<PageElement>): readonly PageNode[] {
  const search: Search = { page, furniture };
  const range = planRange(page);
  const start = page.letterheads[0];
  let centre = range === null ? mainPart(root, search) : smallestAround(root, range, search);
  // A letterhead outside the main part: the page is cut another way than it reads.
  if (range === null && start !== undefined && !holds(page.of(centre), start)) centre = root;
  let kept = start === undefined ? [centre] : trimmed(centre, { from: start, range, search });
  for (let inner = centre; inner.parent !== null; inner = inner.parent) {
    const { before, after } = besides(inner, search);
    kept = [...before, ...kept, ...after];
  }
  return kept;
}
