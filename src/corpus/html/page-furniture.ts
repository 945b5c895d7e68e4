/** What a portal puts around a document: menus, search, related pages, comments, advertisements, notices about cookies. */
import { attribute, styleOf } from "./page-tree.ts";
import type { PageElement } from "./page-tree.ts";
import { holds, lengthOf } from "./measure-page.ts";
import type { MeasuredPage, Range } from "./measure-page.ts";

const TAGS: ReadonlySet<string> = new Set(["nav", "aside", "footer", "header", "menu", "search"]);
const ROLES: ReadonlySet<string> = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tooltip tablist status".split(" "),
);
/** Whole words of class names and ids, cut at signs and capitals. */
const NAMES: ReadonlySet<string> = new Set(
  `nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar footer header banner ads ad advert advertisement adsense sponsor qc quangcao
  cookie cookies consent gdpr popup modal overlay tooltip share sharing social addthis comment comments binhluan feedback rating related relate lienquan
  toolbar toolbox pagination pager search searchbox login signin register newsletter subscribe hotline support chat widget toc mucluc
  skip visually copyright tags tag print breadcrum counter visitor weblink weblinks sitemap mobilemenu noprint`.split(/\s+/u),
);
/** Names that offices also give to the head and the foot of the document itself. */
const EDGES: ReadonlySet<string> = new Set(["header", "footer", "banner", "print", "support", "tag", "tags", "register", "widget"]);

/** Parts of a page that may be left out when they are longer than this share of it are not what their name says. */
const MOST_FURNITURE = 0.4;
const LINKED_SHARE = 0.7;
const LINKS = 3;

const wordsOf = (names: string): string[] =>
  names
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);

const isHidden = (element: PageElement): boolean =>
  element.attributes.has("hidden") ||
  attribute(element, "aria-hidden") === "true" ||
  styleOf(element, "display") === "none" ||
  styleOf(element, "visibility") === "hidden";

function isNamed(element: PageElement, names: ReadonlySet<string>): boolean {
  return wordsOf(`${element.attributes.get("class") ?? ""} ${element.attributes.get("id") ?? ""}`).some((word) => names.has(word));
}

const isEdge = (element: PageElement): boolean => element.tag === "header" || element.tag === "footer";
const EDGE_FREE: ReadonlySet<string> = new Set([...NAMES].filter((name) => !EDGES.has(name)));

/** Elements that are furniture; their parents are walked without them. */
export function findFurniture(root: PageElement, page: MeasuredPage, plan: Range | null): ReadonlySet<PageElement> {
  const found = new Set<PageElement>();
  const total = Math.max(1, lengthOf(page.of(root)));
  const visibleLetterheads = visibleLetterheadsOf(root, page);

  function isFurniture(element: PageElement): boolean {
    const measure = page.of(element);
    const share = lengthOf(measure) / total;
    const holdsLetterhead = page.letterheads.some((at) => holds(measure, at));
    if (isHidden(element)) return holdsLetterhead ? visibleLetterheads.length > 0 : share <= 0.5;
    if (holdsLetterhead || (plan !== null && page.recipients.some((at) => holds(plan, at) && holds(measure, at)))) return false;
    const inside = plan !== null && measure.from >= plan.from && measure.to <= plan.to && lengthOf(measure) > 0;
    if (share > MOST_FURNITURE) return false;
    if (ROLES.has(attribute(element, "role")) || (TAGS.has(element.tag) && !(inside && isEdge(element)))) return true;
    if (isNamed(element, inside ? EDGE_FREE : NAMES)) return true;
    return !inside && isLinkList(element, page);
  }

  function walk(element: PageElement): void {
    for (const child of element.children) {
      if (child.kind === "text") continue;
      if (isFurniture(child)) found.add(child);
      else walk(child);
    }
  }
  walk(root);
  return found;
}

/** Blocks made of links alone; a sentence with links in it is none. */
function isLinkList(element: PageElement, page: MeasuredPage): boolean {
  const { linked, links, from, to } = page.of(element);
  return links >= LINKS && linked >= LINKED_SHARE * (to - from) && element.tag !== "p" && element.tag !== "span" && element.tag !== "a";
}

/** Letterheads that a reader of the page sees. A tab that is not open holds the document where none does. */
function visibleLetterheadsOf(root: PageElement, page: MeasuredPage): readonly number[] {
  const hidden: Range[] = [];
  function walk(element: PageElement): void {
    for (const child of element.children) {
      if (child.kind === "text") continue;
      if (isHidden(child)) hidden.push(page.of(child));
      else walk(child);
    }
  }
  walk(root);
  return page.letterheads.filter((at) => !hidden.some((range) => holds(range, at)));
}
